"""«Создать программы»: who gets a programme, what is kept, on which days the meetings stand."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.monitored import monitored
from mentoring_xl.actions.people import check_people
from mentoring_xl.actions.programmes import check_programmes, create_programmes
from mentoring_xl.core.cell import Place, letters
from mentoring_xl.core.edit import Append, Put
from mentoring_xl.core.outcome import Outcome, Tables
from mentoring_xl.core.table import R, Row
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    TABLES,
    Consent,
    Meeting,
    Mentee,
    Mentor,
    Pair,
    PaperText,
    Programme,
    Setting,
)

TODAY = dt.date(2026, 9, 7)
SCHOOL = default_rows(period="2026/2027", holidays_1="26.10–01.11.2026")
MENTEES = (
    Mentee(code="Н-1", full_name="Зимин Пётр Ильич", group="обучающийся", birth_year=2011, request="помощь с алгеброй"),
    Mentee(code="Н-2", full_name="Белова Анна Юрьевна", group="обучающийся", birth_year=2012, request="выступления"),
    Mentee(code="Н-3", full_name="Чайка Олег Львович", group="обучающийся", birth_year=2012),
)
MENTORS = (
    Mentor(code="М-1", full_name="Лесная Вера Юрьевна", group="педагог", birth_year=1980),
    Mentor(code="М-2", full_name="Полевой Иван Ильич", group="педагог", birth_year=1975, leads_group=True),
)
PAIRS = (Pair(code="Н-1/М-1", mentee_code="Н-1", mentor_code="М-1", form="ученик–ученик", state="согласована"),)
GROUP = tuple(
    Pair(code=f"Н-{number}/М-2", mentee_code=f"Н-{number}", mentor_code="М-2", state="закреплена приказом")
    for number in (1, 2)
)


def consents(*codes: str) -> tuple[Consent, ...]:
    kinds = {"Н": ("обработка персональных данных",), "М": ("обработка персональных данных", "работа наставником")}
    return tuple(
        Consent(person_code=code, kind=kind, given_by="законный представитель", signed=dt.date(2026, 9, 1))
        for code in codes
        for kind in kinds[code[0]]
    )


CONSENTS = consents("Н-1", "Н-2", "Н-3", "М-1", "М-2")


def tables(**rows: tuple[Row, ...]) -> Tables:
    """Return one agreed pair with all consents, and what is handed in by the names of the classes."""
    usual = {Pair: PAIRS, Mentee: MENTEES, Mentor: MENTORS, Consent: CONSENTS, Setting: SCHOOL}
    return Tables({table: rows.get(table.__name__, usual.get(table, ())) for table in TABLES})


def added(outcome: Outcome, table: type[R]) -> tuple[R, ...]:
    return tuple(
        row for edit in outcome.edits if isinstance(edit, Append) for row in edit.rows if isinstance(row, table)
    )


def after(before: Tables, outcome: Outcome) -> Tables:
    """Return the tables as they stand after the press."""
    changed = {edit.row: edit.row.but(**edit.values) for edit in outcome.edits if isinstance(edit, Put)}
    return before.but(
        {
            table: (*(changed.get(row, row) for row in before[table]), *added(outcome, table))
            for table in (Programme, Meeting)
        }
    )


def standing(row: R, number: int) -> R:
    """Return the row as read from row `number` of its sheet."""
    fields = type(row).spec.fields
    place = Place(row.spec.sheet, number, {name: letters(at) for at, name in enumerate(fields)})
    return type(row)(at=place, **row.values())


def said(outcome: Outcome) -> list[str]:
    return [str(finding) for finding in outcome.findings]


def test_a_pair_without_a_programme_gets_one_inside_the_period_of_the_plan():
    (row,) = added(create_programmes(tables(), TODAY), Programme)
    assert (row.number, row.pair_code, row.mentor_name, row.mentee_name, row.form, row.state) == (
        1, "Н-1/М-1", "Лесная Вера Юрьевна", "Зимин Пётр Ильич", "ученик–ученик", "черновик",
    )  # fmt: skip
    assert row.goal == "Оказать наставляемому поддержку по запросу: помощь с алгеброй."
    assert (row.starts, row.ends) == (dt.date(2026, 9, 7), dt.date(2027, 5, 31))


def test_its_meetings_are_of_the_five_kinds_on_school_days():
    rows = added(create_programmes(tables(), TODAY), Meeting)
    assert [(row.number, row.kind, f"{row.planned:%d.%m.%Y}") for row in (*rows[:4], rows[-1])] == [
        (1, "организационная", "07.09.2026"),
        (2, "пробная рабочая", "14.09.2026"),
        (3, "планирование", "21.09.2026"),
        (4, "регулярная", "05.10.2026"),
        (21, "заключительная", "31.05.2027"),
    ]
    assert {row.kind for row in rows[3:-1]} == {"регулярная"}
    assert rows[0].names == "Лесная Вера Юрьевна – Зимин Пётр Ильич"
    assert rows[0].topic == "Знакомство, ожидания и правила работы"
    assert not [row for row in rows if row.planned and dt.date(2026, 10, 26) <= row.planned <= dt.date(2026, 11, 1)]


def test_a_second_press_changes_nothing_that_day_or_the_next():
    before = tables(Pair=(*PAIRS, *GROUP[1:]))
    once = after(before, create_programmes(before, TODAY))
    assert create_programmes(once, TODAY).edits == ()
    assert create_programmes(once, TODAY + dt.timedelta(days=1)).edits == ()


def test_what_is_found_about_new_programmes_is_told_at_once_and_at_their_cells():
    late = dt.date(2027, 4, 1)
    known = standing(Programme(pair_code="Н-1/М-1", state="завершена"), 7)
    pairs = (*PAIRS, Pair(code="Н-3/М-1", mentee_code="Н-3", mentor_code="М-1", state="согласована"), *GROUP)
    before = tables(Pair=pairs, Programme=(known,), Setting=default_rows(period="2026/2027"))
    outcome = create_programmes(before, late)
    assert [(str(finding.cell), finding.code.code) for finding in outcome.findings] == [
        ("Программы!J8", "W102"), ("Программы!F8", "W107"), ("Программы!J9", "W102"),
    ]  # fmt: skip
    assert create_programmes(after(before, outcome), late).findings == outcome.findings


def test_a_group_has_one_programme_and_meets_together():
    outcome = create_programmes(tables(Pair=GROUP), TODAY)
    (row,) = added(outcome, Programme)
    assert (row.pair_code, row.mentee_name) == ("Н-1/М-2, Н-2/М-2", "Зимин Пётр Ильич, Белова Анна Юрьевна")
    assert {meeting.pair_code for meeting in added(outcome, Meeting)} == {"Н-1/М-2, Н-2/М-2"}


def test_who_joins_a_group_later_gets_a_programme_of_his_own():
    known = Programme(number=1, pair_code="Н-1/М-2", state="идёт", starts=TODAY, ends=dt.date(2027, 5, 31))
    (row,) = added(create_programmes(tables(Pair=GROUP, Programme=(known,)), TODAY), Programme)
    assert (row.number, row.pair_code) == (2, "Н-2/М-2")


def test_a_mentor_of_two_meets_one_of_them_a_day():
    second = Pair(code="Н-2/М-1", mentee_code="Н-2", mentor_code="М-1", state="согласована")
    days = [row.planned for row in added(create_programmes(tables(Pair=(*PAIRS, second)), TODAY), Meeting)]
    assert len(days) == len(set(days)) == 42


def test_what_is_written_in_a_draft_stays_and_only_blanks_are_filled():
    draft = Programme(number=4, pair_code="н-1/м-1", goal="Сдать экзамен", starts=dt.date(2026, 10, 1))
    outcome = create_programmes(tables(Programme=(draft,)), TODAY)
    (put,) = [edit for edit in outcome.edits if isinstance(edit, Put)]
    assert sorted(put.values) == ["ends", "form", "mentee_name", "mentor_name", "state", "tasks"]
    assert put.values["ends"] == dt.date(2027, 5, 31)
    assert added(outcome, Programme) == ()
    assert added(outcome, Meeting)[0].planned == dt.date(2026, 10, 1)


@pytest.mark.parametrize("state", ["утверждена", "идёт"])
def test_an_approved_programme_stays_as_it_is(state: str):
    known = Programme(pair_code="Н-1/М-1", state=state)
    assert create_programmes(tables(Programme=(known,)), TODAY).edits == ()


def test_meetings_of_a_kind_that_there_are_already_are_not_planned_again():
    known = Programme(pair_code="Н-1/М-1", state="идёт", starts=TODAY, ends=dt.date(2026, 12, 25))
    held = tuple(
        Meeting(number=number, pair_code="Н-1/М-1", kind=kind, planned=TODAY, held=TODAY)
        for number, kind in enumerate(("организационная", "пробная рабочая", "планирование", "Регулярная"), 5)
    )
    rows = added(create_programmes(tables(Programme=(known,), Meeting=held), TODAY), Meeting)
    assert [(row.number, row.kind, row.planned) for row in rows] == [(9, "заключительная", dt.date(2026, 12, 25))]


def test_a_finished_programme_meets_no_more():
    known = Programme(pair_code="Н-1/М-1", state="завершена", starts=TODAY, ends=dt.date(2026, 12, 25))
    assert create_programmes(tables(Programme=(known,)), TODAY).edits == ()


def test_nothing_is_planned_before_today():
    late = dt.date(2027, 3, 1)
    pair = PAIRS[0].but(starts=dt.date(2026, 9, 14))
    outcome = create_programmes(tables(Pair=(pair,)), late)
    assert added(outcome, Programme)[0].starts == dt.date(2026, 9, 14)
    assert added(outcome, Meeting)[0].planned == late


@pytest.mark.parametrize("state", ["предложена", "завершена", "расторгнута", ""])
def test_pairs_that_do_not_work_get_no_programme(state: str):
    outcome = create_programmes(tables(Pair=(PAIRS[0].but(state=state),)), TODAY)
    assert outcome.edits == ()
    assert outcome.summary == ("Действующих пар нет: согласуйте пары на листе «Пары».",)


def test_a_pair_without_consents_is_refused_and_named():
    pair = standing(PAIRS[0], 5)
    outcome = create_programmes(tables(Pair=(pair,), Consent=consents("М-1")), TODAY)
    assert outcome.edits == ()
    assert said(outcome) == [
        "Пары!B5  W101  программа не составлена: Н-1 – нет согласия на обработку персональных данных → "
        "Исправьте названное и нажмите «Создать программы» снова."
    ]
    assert outcome.summary[-1] == "Без программы из-за согласий или кодов: 1 пара."


def test_dates_of_programmes_are_looked_at():
    rows = (
        Programme(pair_code="Н-1/М-1", state="идёт", starts=dt.date(2027, 4, 1), ends=dt.date(2027, 5, 31)),
        Programme(pair_code="Н-1/М-1", state="идёт", starts=dt.date(2026, 9, 1), ends=dt.date(2027, 10, 1)),
        Programme(pair_code="Н-1/М-1", state="идёт", starts=dt.date(2027, 5, 1), ends=dt.date(2027, 4, 1)),
        Programme(pair_code="Н-9/М-9", state="идёт"),
        Programme(pair_code="Н-9/М-9", state="завершена"),
    )
    rows = tuple(standing(row, number) for number, row in enumerate(rows, 5))
    assert said(check_programmes(tables(Programme=rows), TODAY)) == [
        "Программы!J5  W102  программа Н-1/М-1 длится меньше 3 мес.: 01.04.2027 – 31.05.2027 → "
        "Измените «Начало» и «Окончание» на листе «Программы» или год плана в «Настройках».",
        "Программы!J6  W103  программа Н-1/М-1 длится больше 12 мес.: 01.09.2026 – 01.10.2027 → "
        "Приблизьте «Окончание» или составьте на остаток новую программу.",
        "Программы!J6  W104  срок программы Н-1/М-1 выходит за период плана: 2026/2027 → "
        "Измените даты программы или год плана в «Настройках».",
        "Программы!J7  W105  программа Н-1/М-1 кончается раньше, чем начинается → Исправьте «Начало» или «Окончание».",
        "Программы!B8  W106  действующей пары Н-9/М-9 нет на листе «Пары» → "
        "Исправьте код пары или поставьте программе состояние «завершена».",
    ]


def test_a_draft_without_a_request_and_a_word_without_meaning_are_named():
    draft = standing(Programme(pair_code="Н-3/М-1"), 5)
    pair = Pair(code="Н-3/М-1", mentee_code="Н-3", mentor_code="М-1", state="согласована")
    own = standing(PaperText(kind="Задачи программы", part="пункт", number="1", text="Решать {задачи}."), 9)
    outcome = create_programmes(tables(Programme=(draft,), Pair=(pair,), PaperText=(own,)), TODAY)
    assert said(outcome) == [
        "Программы!F5  W107  цель программы не заполнена: у наставляемого нет запроса → "
        "Впишите запрос в «Банк наставляемых» и нажмите «Создать программы» снова.",
        "Тексты!D9  W108  слово {задачи} в тексте неизвестно: вместо него стоит прочерк → Уберите его или замените "
        "одним из известных: {запрос}, {дефициты}, {предметы}, {наставник}, {наставляемый}.",
    ]


def test_too_short_a_programme_has_no_meetings_and_says_so():
    known = standing(Programme(pair_code="Н-1/М-1", state="идёт", starts=TODAY, ends=dt.date(2026, 9, 9)), 5)
    outcome = create_programmes(tables(Programme=(known,)), TODAY)
    assert outcome.edits == ()
    assert said(outcome)[-1] == (
        "Программы!J5  W109  встречи пары Н-1/М-1 не запланированы: до окончания программы не хватает учебных дней → "
        "Отодвиньте «Окончание» программы и нажмите «Создать программы» снова."
    )


def test_meetings_to_come_on_days_off_are_named():
    days = (dt.date(2026, 10, 27), dt.date(2026, 11, 4), dt.date(2026, 9, 6), dt.date(2026, 11, 5))
    rows = tuple(standing(Meeting(pair_code="Н-1/М-1", planned=day), row) for row, day in enumerate(days, 5))
    assert said(check_programmes(tables(Meeting=rows), TODAY)) == [
        "Встречи!E5  W110  встреча назначена на 27.10.2026: каникулы → Перенесите её на рабочий день.",
        "Встречи!E6  W110  встреча назначена на 04.11.2026: День народного единства → Перенесите её на рабочий день.",
    ]


def test_the_summary_counts_what_was_made():
    assert create_programmes(tables(), TODAY).summary == (
        "Новых программ: 1. Проверьте цели и задачи на листе «Программы».",
        "Запланировано: 21 встреча на листе «Встречи».",
    )


def test_the_check_of_people_leaves_the_names_of_a_group_as_they_are():
    before = tables(Pair=GROUP)
    once = after(before, create_programmes(before, TODAY))
    puts = [edit for edit in check_people(once, TODAY).edits if isinstance(edit, Put)]
    assert [put for put in puts if isinstance(put.row, Programme | Meeting)] == []


def test_a_meeting_of_a_group_is_the_first_meeting_of_each_of_its_pairs():
    pairs = tuple(pair.but(starts=dt.date(2026, 9, 1)) for pair in GROUP)
    later = dt.date(2026, 10, 1)
    met = (Meeting(pair_code="Н-1/М-2, н-2/м-2", held=TODAY),)
    silent = {}
    for name, meetings in (("before", ()), ("after", met)):
        book = tables(Pair=pairs, Meeting=meetings)
        (line,) = [line for line in monitored(book, later).lines if line.topic == "Пары без первой встречи"]
        silent[name] = line.value
    assert silent == {"before": "2", "after": "0"}
