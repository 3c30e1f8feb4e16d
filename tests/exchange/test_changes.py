"""What changed between two copies, line by line."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.exchange import changes, counts, waiting
from mentoring_xl.schema.tables import Indicator, Meeting, Mentee, Order, Pair, Programme, StatusLine, Step


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
    assert told(before, after) == [("Мониторинг!E5", "PLAN · Выполнено", "изменено", "Значение", "40", "42,5")]


def test_a_new_row_says_what_is_in_it_and_a_code_is_not_said_twice():
    pair = Pair(code="Н-04/М-04", mentee_code="Н-04", mentor_code="М-04", state="предложена", comment="после пробной")
    assert told({Pair: []}, {Pair: [pair]}) == [
        ("Пары!A5", "Н-04/М-04", "новая строка", "", "", "Состояние: предложена; Комментарий: после пробной")
    ]
    (line,) = changes({Mentee: [Mentee(code="М-20", full_name="М-20", request="чтение")]}, {Mentee: []})
    assert (line.row_key, line.before) == ("М-20 · чтение", "")


def test_long_texts_are_shown_where_they_differ():
    same = "очень длинное основание " * 30
    ((_, _, _, _, before, after),) = told(
        {Order: [Order(code="1", grounds=f"{same}приказ № 5")]}, {Order: [Order(code="1", grounds=f"{same}приказ № 7")]}
    )
    assert (before[-10:], after[-10:]) == ("приказ № 5", "приказ № 7")
    assert before.startswith("… ")


def test_what_waits_is_an_order_to_sign_a_programme_to_approve_and_what_is_overdue():
    rows = {
        Step: [
            Step(code="1", title="Приказ", ends=dt.date(2026, 3, 31), state="просрочено"),
            Step(code="2", state="скоро"),
        ],
        Programme: [Programme(pair_code="Н-1/М-1", goal="читать"), Programme(pair_code="Н-2/М-1", state="идёт")],
        Order: [Order(code="ПР-1", kind="о внедрении", state="подписан"), Order(code="ПР-2", kind="о поощрении")],
    }
    assert [(line.place, line.row_key, line.what, line.title, line.after) for line in waiting(rows)] == [
        ("Дорожная карта!A11", "1 · Приказ", "просрочено", "Окончание", "31.03.2026"),
        ("Программы!A5", "Н-1/М-1", "на утверждение", "Цель", "читать"),
        ("Приказы!A6", "ПР-2 · о поощрении", "на подпись", "Состояние", ""),
    ]


def test_lines_are_counted_by_sheet():
    before = {Pair: [Pair(code="а", state="предложена")], Order: []}
    after = {Pair: [Pair(code="а", state="согласована", comment="да")], Order: [Order(code="1")]}
    assert counts(changes(before, after)) == {"Пары": 2, "Приказы": 1}
