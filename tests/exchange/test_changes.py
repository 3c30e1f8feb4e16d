"""What changed between two copies, line by line."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.exchange import changes, counts
from mentoring_xl.schema.tables import Indicator, Meeting, Order, Pair, StatusLine, Step


def told(before, after):
    return [
        (line.place, line.row_key, line.what, line.title, line.before, line.after) for line in changes(before, after)
    ]


def test_a_changed_cell_is_named_where_it_stands_now():
    before = {Order: [Order(code="1", kind="о внедрении"), Order(code="2", kind="о поощрении", state="черновик")]}
    after = {Order: [Order(code="2", kind="о поощрении", state="подписан"), Order(code="1", kind="о внедрении")]}
    assert told(before, after) == [
        ("Приказы!G5", "2 · о поощрении", "изменено", "Состояние", "черновик", "подписан"),
    ]


def test_a_new_row_and_one_that_is_gone_are_one_line_each():
    before = {Order: [Order(code="1", kind="о внедрении")]}
    after = {Order: [Order(code="2", kind="о поощрении")]}
    assert told(before, after) == [
        ("Приказы!A5", "2 · о поощрении", "новая строка", "", "", ""),
        ("Приказы", "1 · о внедрении", "строки больше нет", "", "", ""),
    ]


def test_rows_without_a_code_are_known_by_what_must_be_filled_in():
    before = {Meeting: [Meeting(number=1, pair_code="Н-1/М-1"), Meeting(number=2, pair_code="Н-2/М-1")]}
    after = {Meeting: [Meeting(number=1, pair_code="Н-2/М-1"), Meeting(number=2, pair_code="Н-1/М-1", outcome="да")]}
    assert told(before, after) == [("Встречи!H6", "Н-1/М-1", "изменено", "Итог", "", "да")]


def test_what_the_program_counts_anew_is_no_change():
    day = dt.date(2026, 11, 20)
    before = {Step: [Step(code="1", days_left=5)], StatusLine: [StatusLine(topic="Пары", value="1")]}
    after = {Step: [Step(code="1", days_left=4)], StatusLine: [StatusLine(topic="Пары", value="2")]}
    before |= {Indicator: [Indicator(code="PLAN", title="Выполнено", percent=40.0, as_of=day)]}
    after |= {Indicator: [Indicator(code="PLAN", title="Выполнено", percent=42.5, as_of=day + dt.timedelta(7))]}
    assert told(before, after) == [("Мониторинг!F5", "PLAN · Выполнено", "изменено", "Значение", "40", "42,5")]


def test_lines_are_counted_by_sheet():
    before = {Pair: [Pair(code="а", state="предложена")], Order: []}
    after = {Pair: [Pair(code="а", state="согласована", comment="да")], Order: [Order(code="1")]}
    assert counts(changes(before, after)) == {"Пары": 2, "Приказы": 1}
