"""The invented school: the same every time, grammatical, alive on any day, with the faults it is meant to have."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter

import pytest

from mentoring_xl import demo, surveys
from mentoring_xl.demo.names import feminine
from mentoring_xl.schema.tables import (
    Answer,
    Consent,
    Employee,
    Meeting,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Programme,
    Training,
)

TODAY = dt.date(2026, 11, 20)
questions = surveys.default_questions()


def test_it_is_the_same_every_time():
    assert demo.school(TODAY, questions) == demo.school(TODAY, questions)


def test_it_has_sixty_mentees_and_twenty_five_mentors():
    rows = demo.school(TODAY, questions).rows
    assert Counter(mentee.group for mentee in rows[Mentee]) == {"педагог": 20, "обучающийся": 40}
    assert Counter(mentor.group for mentor in rows[Mentor]) == {"педагог": 13, "обучающийся": 8, "внешний": 4}
    assert len({mentee.school_class for mentee in rows[Mentee]}) > 6
    assert len(rows[Employee]) > 30
    assert len(rows[Answer]) > 500
    assert len(rows[Preference]) > 20


@pytest.mark.parametrize(
    ("surname", "expected"),
    [
        ("Зимин", "Зимина"),
        ("Озерский", "Озерская"),
        ("Степной", "Степная"),
        ("Дороженко", "Дороженко"),
        ("Луговых", "Луговых"),
    ],
)
def test_women_have_the_womans_form_of_the_surname(surname: str, expected: str):
    assert feminine(surname) == expected


def test_gender_agrees_with_the_patronymic():
    people = demo.school(TODAY, questions).rows[Employee]
    assert {one.gender for one in people if one.full_name.endswith("вна")} == {"ж"}
    assert {one.gender for one in people if one.full_name.endswith("вич")} == {"м"}


@pytest.mark.parametrize(
    "today", [dt.date(2027, 1, 3), dt.date(2028, 2, 29), dt.date(2026, 5, 25), dt.date(2026, 12, 31)]
)
def test_nothing_is_signed_answered_or_held_in_the_future(today: dt.date):
    rows = demo.school(today, questions).rows
    days = [consent.signed for consent in rows[Consent]] + [answer.answered for answer in rows[Answer]]
    days += [meeting.held for meeting in rows[Meeting]]
    days += [training.date for training in rows[Training] if training.state == "проведено"]
    assert max(day for day in days if day) <= today


def test_two_pairs_are_over_and_have_finished_their_programme():
    rows = demo.school(TODAY, questions).rows
    over = [pair for pair in rows[Pair] if pair.state == "завершена"]
    assert [(pair.mentee_code, pair.mentor_code, pair.ends) for pair in over] == [
        ("Н-03", "М-03", dt.date(2026, 10, 2)),
        ("Н-24", "М-17", dt.date(2026, 10, 2)),
    ]
    assert [mentee.code for mentee in rows[Mentee] if mentee.passed] == ["Н-03", "Н-24"]
    assert [row.pair_code for row in rows[Programme] if row.state == "завершена"] == ["Н-03/М-03", "Н-24/М-17"]
    assert [row.pair_code for row in rows[Meeting] if row.kind == "заключительная"] == ["Н-03/М-03", "Н-24/М-17"]


def test_its_pairs_meet_on_working_days_except_one_that_rests_and_one_that_never_met():
    rows = demo.school(TODAY, questions).rows
    held = {pair.code: [row.held for row in rows[Meeting] if row.pair_code == pair.code] for pair in rows[Pair]}
    working = [pair.code for pair in rows[Pair] if pair.state == "закреплена приказом"]
    lately = {code for code in working if held[code] and (TODAY - held[code][-1]).days <= 16}
    assert [code for code in working if code not in lately] == ["Н-08/М-08", "Н-22/М-15"]
    assert held["Н-22/М-15"] == []
    days = [day for days in held.values() for day in days if day]
    assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}
    assert not [day for day in days if dt.date(2026, 6, 15) <= day < dt.date(2026, 9, 1)]


@pytest.mark.parametrize(
    "today", [dt.date(2026, 5, 27), dt.date(2026, 8, 1), dt.date(2026, 10, 2), dt.date(2027, 2, 1)]
)
def test_on_any_day_its_pairs_have_been_asked_what_changed_and_have_met_lately(today: dt.date):
    rows = demo.school(today, questions).rows
    assert Counter(pair.state for pair in rows[Pair]) == {"закреплена приказом": 10, "завершена": 2, "согласована": 1}
    assert len({answer.person_code for answer in rows[Answer] if "П-" in answer.question_code}) == 24
    assert today - dt.timedelta(days=7) <= max(row.held for row in rows[Meeting] if row.held) <= today


def test_its_pairs_answered_before_and_after_and_those_that_are_over_in_the_middle_too():
    stages = {question.code: question.stage for question in questions}
    told = {(answer.person_code, stages[answer.question_code]) for answer in demo.school(TODAY, questions).rows[Answer]}
    for code in ("Н-01", "Н-02", "Н-03", "Н-21", "Н-22", "Н-24", "М-01", "М-02", "М-03", "М-14", "М-15", "М-17"):
        assert {(code, "до"), (code, "после")} <= told
    assert {code for code, stage in told if stage == "промежуточный"} == {"Н-03", "М-03", "Н-24", "М-17"}
    assert ("С-03", "карта куратора") in told


def test_the_answers_of_its_working_pairs_lie_in_a_file_with_a_slip_and_a_second_form():
    school = demo.school(TODAY, questions)
    head, *forms = csv.reader(demo.export(school, questions).splitlines())
    assert head[:4] == ["ID", "Время создания", "Фамилия, имя, отчество", "Сколько встреч уже проведено?"]
    assert len(forms) == 19
    known = {one.full_name for bank in (Mentee, Mentor) for one in school.rows[bank]}
    assert [form[2] for form in forms if form[2] not in known] == ["Синицкя Татьяна Олеговна"]
    assert forms[-1][2] == forms[-2][2] == "Ветлужский Даниил Юрьевич"
    assert forms[-1][3:] != forms[-2][3:]


def test_its_faults_are_in_the_data():
    rows = demo.school(TODAY, questions).rows
    consents = rows[Consent]
    with_data = {consent.person_code for consent in consents if consent.kind == "обработка персональных данных"}
    assert {person.code for person in (*rows[Mentee], *rows[Mentor])} - with_data == {
        "Н-07",
        "Н-23",
        "Н-41",
        "Н-52",
        "М-18",
    }
    assert [consent.person_code for consent in consents if consent.withdrawn] == ["Н-30"]
    assert [preference.first for preference in rows[Preference]].count("М-99") == 1


def test_meetings_and_programmes_say_who_meets_as_the_buttons_write_it():
    rows = demo.school(TODAY, questions).rows
    names = {one.code: one.full_name for one in (*rows[Mentee], *rows[Mentor])}
    for row in rows[Meeting]:
        mentee, mentor = row.pair_code.split("/")
        assert row.names == f"{names[mentor]} – {names[mentee]}"
    for row in rows[Programme]:
        mentee, mentor = row.pair_code.split("/")
        assert (row.mentee_name, row.mentor_name) == (names[mentee], names[mentor])
