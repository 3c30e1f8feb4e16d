"""The sheet «Сводка» as data: counts by stage and by responsible, and bars that keep the shares."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.page import Look
from mentoring_xl.deadlines import Plan
from mentoring_xl.roadmap.overview import overview
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.tables import Step

YEAR = Plan(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
STEPS = (
    Step(section="Подготовка", code="1", title="Приказ", deadline="март 2026", responsible="Директор", done=True),
    Step(section="Подготовка", code="2", title="Положение", deadline="март 2026", responsible="директор"),
    Step(section="Работа", code="3", title="Пары", deadline="1 декабря 2026", responsible="Завуч, психолог"),
    Step(section="Работа", code="3.1", title="Анкеты"),
    Step(section="Работа", code="3.2", title="Приказ о парах", deadline="по плану"),
    Step(code="4", title="Отчёт"),
)


def page():
    return overview(timetable(STEPS, YEAR), YEAR, dt.date(2026, 11, 21), 14, "Школа № 1")


def counts():
    """Name → what its columns say; blank cells are left out."""
    head, *rows = (line for line in page().lines[3:] if len(line.pieces) > 1)
    titles = [piece.text.replace("\n", " ") for piece in head.pieces[1:-1]]
    return {
        line.pieces[0].text: {
            title: piece.text for title, piece in zip(titles, line.pieces[1:], strict=False) if piece.text
        }
        for line in rows
    }


def test_rows_without_rows_below_them_are_counted_by_stage_and_by_responsible():
    assert counts() == {
        "Весь план": {
            "Всего": "5", "√ выполнено": "1", "! просрочено": "1", "► скоро": "1", "◊ по событию": "1",
            "? без срока": "1",
        },
        "Подготовка": {"Всего": "2", "√ выполнено": "1", "! просрочено": "1"},
        "Работа": {"Всего": "2", "► скоро": "1", "◊ по событию": "1"},
        "без раздела": {"Всего": "1", "? без срока": "1"},
        "Директор": {"Всего": "2", "√ выполнено": "1", "! просрочено": "1"},
        "Завуч": {"Всего": "2", "► скоро": "1", "◊ по событию": "1"},
        "психолог": {"Всего": "2", "► скоро": "1", "◊ по событию": "1"},
        "ответственный не указан": {"Всего": "1", "? без срока": "1"},
    }  # fmt: skip


def test_the_busiest_responsible_stand_first():
    names = [line.pieces[0].text for line in page().lines if line.pieces]
    assert names[names.index("По ответственным") + 1 :] == ["Директор", "Завуч", "психолог", "ответственный не указан"]


def test_the_bar_of_the_whole_plan_fills_the_chart_and_others_their_share():
    bars = {
        line.pieces[0].text: [(piece.text, piece.span) for piece in line.pieces if piece.look is Look.MARK]
        for line in page().lines
        if line.pieces
    }
    assert bars["Весь план"] == [("√ 1", 8), ("! 1", 8), ("► 1", 8), ("◊ 1", 8), ("? 1", 8)]
    assert bars["Подготовка"] == [("√ 1", 20), ("! 1", 20)]
    assert bars["без раздела"] == [("? 1", 20)]


def test_the_heading_names_period_and_school():
    assert page().lines[0].pieces[0].text == "Сводка по плану на 2026 год · Школа № 1"


def test_an_empty_plan_is_counted_as_nothing():
    empty = overview(timetable((), YEAR), YEAR, dt.date(2026, 11, 21), 14)
    assert empty.lines[4].pieces[0].text == "Весь план"
    assert {piece.text for piece in empty.lines[4].pieces[1:]} == {""}
