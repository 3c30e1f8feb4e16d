"""The sheet «Календарь» as data: what stands in which week, with which sign, and what is said without a date."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.core.page import Look
from mentoring_xl.deadlines import Plan
from mentoring_xl.roadmap import builtin, for_year
from mentoring_xl.roadmap.axis import axis_of, period_title
from mentoring_xl.roadmap.gantt import gantt
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.tables import Step

YEAR = Plan(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
TODAY = dt.date(2026, 11, 21)
LEFT = 3


def drawn(*steps: Step, period: Plan = YEAR, today: dt.date = TODAY):
    return gantt(timetable(steps, period), period, today, 14)


def row(page, title: str):
    return next(line for line in page.lines if any(piece.text == title for piece in line.pieces[:2]))


def signs(page, title: str) -> str:
    """The cells along the axis, a blank one as «_»."""
    return "".join(piece.text or "_" for piece in row(page, title).pieces[LEFT:])


def test_a_year_is_drawn_by_weeks_and_each_has_its_first_day_over_it():
    heads = drawn(Step(title="Приказ")).lines[4:6]
    assert [piece.text for piece in heads[0].pieces[1:4]] == ["январь", "февраль", "март"]
    assert [piece.text for piece in heads[1].pieces[:8]] == [
        "№",
        "Этап, мероприятие",
        "Срок",
        "1",
        "5",
        "12",
        "19",
        "26",
    ]


def test_a_longer_plan_is_drawn_by_months_and_a_very_long_one_by_years():
    two_years = axis_of(Plan(dt.date(2026, 9, 1), dt.date(2028, 5, 31)))
    assert [slot.label for slot in two_years.slots[:3]] == ["сен", "окт", "ноя"]
    assert two_years.bands() == (("2026", 4), ("2027", 12), ("2028", 5))
    decade = axis_of(Plan(dt.date(2024, 9, 1), dt.date(2033, 12, 31)))
    assert [slot.label for slot in decade.slots] == [str(year) for year in range(2024, 2034)]


@pytest.mark.parametrize(
    ("deadline", "done", "cells"),
    [
        ("14.12.2026 – 27.12.2026", False, {50: "○", 51: "○"}),
        ("с 9 по 30 ноября 2026", False, {45: "►", 46: "►", 47: "►", 48: "►"}),
        ("ноябрь-декабрь 2026", False, dict.fromkeys(range(43, 53), "●")),
        ("12 января 2026", False, {2: "!"}),
        ("12 января 2026", True, {2: "√"}),
        ("12 января и 2 февраля 2026", True, {2: "√", 5: "√"}),
        ("до 20 января 2026", True, {0: "·", 1: "·", 2: "·", 3: "√"}),
        ("ежемесячно", False, dict.fromkeys(range(53), "↔")),
    ],
)
def test_a_bar_covers_the_weeks_of_its_deadline_with_the_sign_of_its_state(deadline, done, cells):
    expected = "".join(cells.get(week, "_") for week in range(53))
    assert signs(drawn(Step(title="Приказ", deadline=deadline, done=done)), "Приказ") == expected


def test_a_bar_that_goes_beyond_the_plan_ends_in_an_arrow():
    page = drawn(Step(title="Отчёт", deadline="14.12.2026 – 31.01.2027"), Step(title="Сбор", deadline="1 декабря 2025"))
    assert signs(page, "Отчёт") == "_" * 50 + "○○→"
    assert signs(page, "Сбор") == "←" + "_" * 52


def test_the_column_of_today_is_marked_through_all_rows():
    page = drawn(Step(title="Приказ", deadline="март 2026"), Step(title="Отчёт", deadline="весь год"))
    marked = [
        [at for at, piece in enumerate(row(page, title).pieces[LEFT:]) if piece.look is Look.TODAY]
        for title in ("Приказ", "Отчёт")
    ]
    assert marked == [[46], [46]]
    assert page.lines[1].pieces[0].text == "На 21.11.2026: столбец этого дня отмечен."
    assert (
        drawn(Step(title="Приказ"), today=dt.date(2027, 1, 1))
        .lines[1]
        .pieces[0]
        .text.startswith("На 01.01.2027: этот день вне плана.")
    )


def test_a_row_without_a_date_says_its_state_and_the_words_of_its_deadline():
    page = drawn(
        Step(title="Обучение", deadline="по отдельному плану", code="1"),
        Step(title="Поиск экспертов", code="1.1"),
        Step(title="Прочее"),
        Step(title="Сделанное", done=True, done_on=dt.date(2026, 3, 5)),
    )
    said = {title: row(page, title).pieces[LEFT] for title in ("Обучение", "Поиск экспертов", "Прочее", "Сделанное")}
    assert {title: piece.text for title, piece in said.items()} == {
        "Обучение": "◊ по событию: по отдельному плану",
        "Поиск экспертов": "◊ по событию: по отдельному плану",
        "Прочее": "? без срока",
        "Сделанное": "√ выполнено 05.03.2026",
    }
    assert {piece.span for piece in said.values()} == {53}


def test_a_section_has_a_bold_bar_from_its_first_day_to_its_last():
    page = drawn(
        Step(section="Подготовка", title="Приказ", deadline="12 января 2026"),
        Step(section="Подготовка", title="Положение", deadline="2 февраля 2026"),
    )
    assert row(page, "Подготовка").pieces[1].look is Look.STRONG
    assert signs(page, "Подготовка") == "__▬▬▬▬" + "_" * 47


def test_a_stage_that_is_a_row_of_the_plan_is_not_drawn_twice():
    steps = for_year(builtin("gymnasium6"), "2026/2027").rows
    page = drawn(*steps)
    titles = [line.pieces[1].text for line in page.lines if line.pieces and line.pieces[0].look is Look.TALLY]
    assert titles[:3] == [
        "Подготовка условий для реализации системы наставничества",
        "Формирование банка наставляемых",
        "Формирование банка наставников",
    ]
    assert len(titles) == 7
    assert page.lines[1].pieces[0].text == (
        "На 21.11.2026: столбец этого дня отмечен. Сроков с датами в плане нет: впишите их в «Срок реализации» "
        "и нажмите «Календарь плана» снова."
    )


def test_colours_always_come_with_a_sign():
    page = drawn(*for_year(builtin("bemyzh"), "2026").rows)
    body = [piece for line in page.lines[6:] for piece in line.pieces[LEFT:] if piece.span == 1]
    plain = {"", "#F4F6F8", "#E9EEE8", "#FBE9E7"}
    assert [piece for piece in body if piece.fill not in plain and not piece.text] == []


def test_the_page_is_one_landscape_sheet_wide_and_repeats_its_two_heading_rows():
    page = drawn(Step(title="Приказ", deadline="март 2026"))
    assert (page.wide, page.repeat, page.heads, len(page.widths)) == (True, 4, 2, 56)


def test_an_empty_plan_says_what_to_do():
    assert drawn().lines[1].pieces[0].text == (
        "На 21.11.2026: столбец этого дня отмечен. Дорожная карта пуста: впишите мероприятия "
        "и нажмите «Календарь плана» снова."
    )


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        (YEAR, "2026 год"),
        (Plan(dt.date(2026, 9, 1), dt.date(2027, 5, 31)), "2026/2027 учебный год"),
        (Plan(dt.date(2024, 1, 1), dt.date(2026, 12, 31)), "2024–2026 годы"),
    ],
)
def test_the_heading_names_the_period(plan, title):
    assert period_title(plan) == title
