"""A ban is a reason that can be read and switched off, never a low number."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.matching.facts import Lack


@pytest.fixture
def banned(board, mentee, mentor):
    """Give the reasons against one pair."""

    def find(left=None, right=None, off=(), **known):
        found = board([mentee(**(left or {}))], [mentor(**(right or {}))], values=dict.fromkeys(off, "нет"), **known)
        return [(barrier.rule, barrier.text) for barrier in found.bans.at(0, 0)]

    return find


PUPIL = {"group": "обучающийся", "school_class": "8Б"}
CASES = [
    ("inactive", {"status": "выбыл"}, {}, "статус «выбыл» (наставляемый)"),
    ("inactive", {}, {"status": "Приостановлен"}, "статус «приостановлен» (наставник)"),
    ("same_person", {"staff_code": "С-1"}, {"staff_code": "с-1"}, "это один человек"),
    ("same_person", {"full_name": "Ёлкин Пётр"}, {"full_name": "Елкин  Петр"}, "это один человек"),
    ("form_misfit", PUPIL, {}, "форма не подходит"),
    ("younger_mentor", {**PUPIL, "birth_year": 2010}, {**PUPIL, "birth_year": 2011}, "наставник младше наставляемого"),
    ("younger_mentor", PUPIL, {**PUPIL, "school_class": "7А"}, "наставник младше наставляемого"),
    ("dates", {}, {"available_to": dt.date(2026, 11, 30)}, "сроки участия не пересекаются"),
    (
        "dates",
        {"available_from": dt.date(2026, 1, 12), "available_to": dt.date(2026, 11, 30)},
        {"available_from": dt.date(2026, 1, 12), "available_to": dt.date(2026, 11, 30)},
        "сроки участия не пересекаются",
    ),
    (
        "dates",
        {"available_from": dt.date(2027, 3, 1)},
        {"available_to": dt.date(2027, 2, 28)},
        "сроки участия не пересекаются",
    ),
]


@pytest.mark.parametrize(("rule", "left", "right", "text"), CASES)
def test_a_ban_says_why_and_can_be_switched_off(banned, rule, left, right, text):
    assert banned(left, right) == [(rule, text)]
    assert banned(left, right, off=[rule]) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({}, {}),
        ({"group": ""}, {"group": ""}),
        (PUPIL, PUPIL),
        ({**PUPIL, "birth_year": 2010}, {**PUPIL, "birth_year": 2010, "school_class": "7А"}),
        (PUPIL, {"group": "внешний", "birth_year": 2020}),
        ({"full_name": "Иванов Иван", "birth_year": 1990}, {"full_name": "Иванов Иван", "birth_year": 1980}),
        ({"full_name": "Иванов Иван", "staff_code": "С-1"}, {"full_name": "Иванов Иван", "staff_code": "С-2"}),
        ({"available_from": dt.date(2027, 2, 28)}, {"available_to": dt.date(2027, 2, 28)}),
        ({"status": "Участвует"}, {}),
    ],
)
def test_what_is_missing_or_fits_is_no_ban(banned, left, right):
    assert banned(left, right) == []


def test_a_pupil_does_not_mentor_a_teacher_even_when_the_form_is_named(banned):
    right = {**PUPIL, "forms": "ученик–учитель"}
    assert banned({}, right) == [("pupil_teacher", "обучающийся не может быть наставником педагога")]


@pytest.mark.parametrize("who", ["Н-1", "М-1"])
def test_a_missing_consent_is_said_with_its_side(banned, who):
    side = {"Н-1": "наставляемый", "М-1": "наставник"}[who]
    lacks = {who: (Lack("data_consent", "нет согласия на обработку"), Lack("minor_consent", "подписал не тот"))}
    assert banned(lacks=lacks) == [
        ("data_consent", f"нет согласия на обработку ({side})"),
        ("minor_consent", f"подписал не тот ({side})"),
    ]
    assert banned(lacks=lacks, off=["data_consent", "minor_consent"]) == []


@pytest.mark.parametrize(
    ("veto", "text"),
    [
        (("Н-1", "М-1"), "наставляемый отказался от этого наставника"),
        (("М-1", "Н-1"), "наставник отказался от этого наставляемого"),
    ],
)
def test_a_veto_of_either_side_forbids_the_pair(banned, veto, text):
    assert banned(vetoes=frozenset({veto})) == [("veto", text)]


def test_what_was_forbidden_or_dissolved_is_not_proposed_again(banned):
    pair = frozenset({("Н-1", "М-1")})
    assert banned(forbidden=pair, dissolved=pair) == [
        ("forbidden", "стоит «Запрет» на листе «Пары»"),
        ("dissolved", "эта пара уже расторгалась"),
    ]


def test_a_required_criterion_forbids_what_gains_less_than_half(board, mentee, mentor):
    left = [mentee("Н-1", subjects="химия"), mentee("Н-2", subjects="история"), mentee("Н-3")]
    found = board(left, [mentor(subjects="химия")], values={"subject": "Обязательно"})
    assert found.bans.clear.tolist() == [[True], [False], [True]]
    assert [barrier.text for barrier in found.bans.at(1, 0)] == ["не выполнено обязательное условие «Предмет»"]


def test_people_stand_in_the_order_of_their_codes(facts, mentee):
    codes = ["Н-10", "Н-2", "А-3", "", "Н-02", "Н-011", "н-2", f"Н-{'9' * 5000}"]
    ordered = [person.code for person in facts([mentee(code) for code in codes]).mentees]
    assert ordered == ["А-3", "Н-02", "Н-2", "Н-10", "Н-011", codes[-1]]


def test_only_the_pairs_concerned_are_forbidden(board, mentee, mentor):
    found = board([mentee("Н-1"), mentee("Н-2")], [mentor("М-1"), mentor("М-2")], vetoes=frozenset({("Н-2", "М-1")}))
    assert found.bans.clear.tolist() == [[True, True], [False, True]]


def test_warnings_forbid_nothing(board, mentee, mentor):
    right = mentor(staff_code="С-1", experience=2)
    found = board([mentee()], [right], heads={"Н-1": "С-1"})
    assert [barrier.text for barrier in found.warnings.at(0, 0)] == [
        "наставник – непосредственный руководитель",
        "стаж наставника меньше 5 лет",
    ]
    assert found.bans.clear.all()


@pytest.mark.parametrize(("born", "warned"), [(2006, False), (2005, True), (2011, False), (2012, True), (None, False)])
def test_a_pupil_mentor_out_of_the_usual_age_is_worth_a_warning(board, mentee, mentor, born, warned):
    found = board([mentee(**PUPIL)], [mentor(group="обучающийся", birth_year=born)])
    assert [barrier.text for barrier in found.warnings.at(0, 0)] == ["наставнику-обучающемуся не 15–19 лет"] * warned


@pytest.mark.parametrize(("years", "warned"), [(4.0, True), (5.0, False), (None, False)])
def test_just_enough_experience_is_no_warning(board, mentee, mentor, years, warned):
    found = board([mentee()], [mentor(experience=years)])
    assert [barrier.text for barrier in found.warnings.at(0, 0)] == ["стаж наставника меньше 5 лет"] * warned
