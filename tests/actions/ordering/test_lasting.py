"""What lasts: codes, numbers, dates, lines and sheets, however the book is changed between two presses."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.actions.orders import fill_orders
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.choices import ORDER_KINDS
from mentoring_xl.schema.tables import Consent, Mentee, Mentor, Order, OrderLine, Pair

LAST_DAY = dt.date(2026, 11, 20)
CHANGES, STOPPED = "о внесении изменений", "о прекращении работы пары"


def test_a_second_press_changes_nothing_whatever_orders_there_are(school):
    school.book.rows[Order] = [Order(kind=kind) for kind in ORDER_KINDS.values]
    school.press()
    assert len(school.book.pages) == 9
    pages = dict(school.book.pages)
    school.press()
    assert school.changes == {}
    assert school.book.pages == pages


def test_a_resorted_book_keeps_the_lines_of_a_draft(school):
    school.press()
    for table in (Pair, Mentee, Mentor, Consent):
        school.rows(table).reverse()
    school.press()
    assert school.changes == {}
    assert [line.code for line in school.rows(OrderLine)] == ["Н-1/М-1", "Н-2/М-2"]


def test_a_new_pair_is_added_below_the_lines_of_a_draft(school, pair):
    school.rows(Pair).pop(0)
    school.press()
    school.rows(Pair).insert(0, pair("Н-1", "М-1"))
    school.press()
    assert [(line.number, line.code) for line in school.rows(OrderLine)] == [(1, "Н-2/М-2"), (2, "Н-1/М-1")]


def test_the_code_of_a_deleted_order_is_not_given_again(school, pair):
    school.book.rows[Order] = [Order(code="ПР-1", kind=ORDER_KINDS.values[0]), Order(code="ПР-7", kind="")]
    school.press()
    assert [order.code for order in school.rows(Order)] == ["ПР-1", "ПР-7", "ПР-8"]
    school.rows(Order).pop()
    school.press()
    assert [order.code for order in school.rows(Order)] == ["ПР-1", "ПР-7", "ПР-9"]


def test_numbers_dates_and_texts_of_a_person_stay(school):
    school.press()
    school.set(Order, 0, order_number="14-а", date=None, title="О парах", grounds="решение педсовета", note="моё")
    school.press()
    (order,) = school.rows(Order)
    assert (order.order_number, order.title, order.grounds, order.note) == (
        "14-а",
        "О парах",
        "решение педсовета",
        "моё",
    )


def test_an_order_that_has_gone_to_be_signed_keeps_its_lines_and_new_pairs_make_another(school, pair):
    late = school.rows(Pair).pop()
    school.press()
    school.set(Order, 0, state="на подписи", order_number="27-ОД")
    school.rows(Pair).append(late)
    school.set(Mentee, 0, full_name="Зимина Петра Ильинична")
    found = school.found()
    assert [(line.order_code, line.code, line.mentee) for line in school.rows(OrderLine)] == [
        ("ПР-1", "Н-1/М-1", "Зимин Пётр Ильич"),
        ("ПР-2", "Н-2/М-2", "Белова Анна Юрьевна"),
    ]
    assert found == [
        "Приказы!H5  D122  приказ отдан на подпись, а его строка 1 изменилась: было «Лесная Вера Юрьевна – "
        "Зимин Пётр Ильич, учитель–учитель», стало «Лесная Вера Юрьевна – Зимина Петра Ильинична, учитель–учитель»",
    ]


def test_a_consent_withdrawn_while_the_order_is_being_signed_is_told_at_the_order(school):
    school.press()
    school.set(Order, 0, state="на подписи")
    school.set(Consent, 0, withdrawn=dt.date(2026, 11, 19))
    assert school.found() == [
        "Приказы!H5  D124  приказ отдан на подпись, а у пары Н-1/М-1 есть помеха: Н-1 – согласие на обработку "
        "персональных данных отозвано 19.11.2026"
    ]


def test_a_signed_sheet_is_never_laid_anew(signed):
    before = dict(signed.book.pages)
    signed.set(Mentee, 0, full_name="Зимина Петра Ильинична")
    signed.rows(Pair).pop()
    signed.press()
    assert signed.book.pages == before
    assert "Н-2/М-2" in [line.code for line in signed.rows(OrderLine)]


def test_the_paper_of_a_signed_order_keeps_the_names_that_were_signed(signed, grid_of):
    signed.set(Mentee, 0, full_name="Зимина Петра Ильинична")
    signed.rows(Mentor).pop()
    signed.press()
    assert [row[1:3] for row in grid_of(signed.paper("ПР-1"))] == [
        ("Лесная Вера Юрьевна,\nучитель химии", "Зимин Пётр Ильич,\nучитель химии"),
        ("Озеров Иван Петрович,\nучитель химии", "Белова Анна Юрьевна,\nучитель химии"),
    ]


def test_a_renamed_person_of_a_signed_order_is_told_with_the_order_that_would_change_it(signed):
    signed.set(Mentee, 0, full_name="Зимина Петра Ильинична")
    (finding,) = signed.press().findings
    assert str(finding) == (
        "Приказы!H5  D110  строка 1 подписанного приказа изменилась: было «Лесная Вера Юрьевна – Зимин Пётр Ильич, "
        "учитель–учитель», стало «Лесная Вера Юрьевна – Зимина Петра Ильинична, учитель–учитель» → Добавьте на лист "
        "«Приказы» строку вида «о внесении изменений» и нажмите «Заполнить приказы»."
    )


def test_one_press_fills_the_order_about_changes(signed, pair, grid_of, items_of):
    signed.rows(Pair)[1] = pair("Н-2", "М-1")
    signed.set(Mentor, 0, full_name="Лесная-Дубова Вера Юрьевна")
    signed.rows(Order).append(Order(kind=CHANGES))
    signed.press()
    order = signed.rows(Order)[1]
    assert (order.title, order.changes, order.pairs) == (
        "О внесении изменений в приказ от 23.11.2026 № 27-ОД",
        "ПР-1",
        "Н-1/М-1, Н-2/М-1",
    )
    assert [row[:3] for row in grid_of(signed.paper("ПР-2"))] == [
        ("1", "изложить строку 1 в новой редакции", "Лесная-Дубова Вера Юрьевна,\nучитель химии"),
        ("2", "исключить строку 2", "Озеров Иван Петрович,\nучитель химии"),
        ("3", "включить", "Лесная-Дубова Вера Юрьевна,\nучитель химии"),
    ]
    assert items_of(signed.paper("ПР-2"))[0] == (
        "1. Внести изменения в приложение 1 к приказу от 23.11.2026 № 27-ОД по списку (приложение 1)."
    )
    assert len(signed.rows(Order)) == 2


def test_when_the_changes_are_signed_nothing_is_left_to_tell_and_the_new_pair_is_fixed(signed, pair):
    signed.rows(Pair)[1] = pair("Н-2", "М-1")
    signed.rows(Order).append(Order(kind=CHANGES))
    signed.press()
    signed.sign(1, "31-ОД")
    assert signed.found() == []
    assert [(row.code, row.state, row.order_number) for row in signed.rows(Pair)] == [
        ("Н-1/М-1", "закреплена приказом", "27-ОД"),
        ("Н-2/М-1", "закреплена приказом", "31-ОД"),
    ]
    signed.press()
    assert signed.changes == {}


def test_a_dissolved_pair_asks_for_an_order_that_stops_it_and_one_press_fills_it(signed, items_of):
    signed.set(Pair, 0, state="расторгнута", ends=LAST_DAY)
    assert signed.found() == [
        "Пары!G5  D111  пара Н-1/М-1 закреплена приказом 27-ОД и расторгнута, а приказа о прекращении работы нет"
    ]
    signed.rows(Order).append(Order(kind=STOPPED))
    signed.press()
    assert items_of(signed.paper("ПР-2"))[:2] == [
        "1. Прекратить работу наставнических пар:",
        "1.1 Лесная Вера Юрьевна – Зимин Пётр Ильич, учитель–учитель, с 20.11.2026.",
    ]
    assert signed.found() == []
    signed.set(Order, 1, state="на подписи")
    signed.press()
    assert signed.found() == []
    signed.sign(1, "32-ОД")
    assert signed.found() == []


def test_a_pair_dissolved_before_the_lines_of_its_order_were_kept_is_still_named(school, items_of, grid_of):
    school.rows(Order).append(
        Order(
            code="ПР-1", kind=ORDER_KINDS.values[4], order_number="5", date=LAST_DAY, state="подписан", pairs="Н-1/М-1"
        )
    )
    school.set(Pair, 0, state="расторгнута", ends=LAST_DAY)
    school.rows(Order).append(Order(kind=STOPPED))
    school.press()
    assert [row[1] for row in grid_of(school.paper("ПР-1"))] == ["Лесная Вера Юрьевна,\nучитель химии"]
    assert items_of(school.paper("ПР-2"))[1] == (
        "1.1 Лесная Вера Юрьевна – Зимин Пётр Ильич, учитель–учитель, с 20.11.2026."
    )


def test_a_pair_that_was_stopped_and_agreed_again_waits_for_a_new_order(signed):
    signed.set(Pair, 0, state="расторгнута", ends=LAST_DAY)
    signed.rows(Order).append(Order(kind=STOPPED))
    signed.press()
    signed.sign(1, "32-ОД")
    signed.press()
    signed.set(Pair, 0, state="согласована")
    signed.press()
    assert [order.pairs for order in signed.rows(Order)] == ["Н-1/М-1, Н-2/М-2", "Н-1/М-1", "Н-1/М-1"]


def test_the_pairs_of_a_cancelled_order_are_told(signed):
    signed.set(Order, 0, state="отменён")
    assert signed.found() == [
        "Пары!G5  D123  пара закреплена приказом 27-ОД, а он отменён",
        "Пары!G6  D123  пара закреплена приказом 27-ОД, а он отменён",
    ]
    signed.set(Pair, 0, state="согласована")
    signed.press()
    assert [order.pairs for order in signed.rows(Order)] == ["Н-1/М-1, Н-2/М-2", "Н-1/М-1"]


def test_a_book_without_the_lines_sheet_still_gets_its_orders(school):
    whole = school.tables()
    without = Tables({table: whole[table] for table in school.book.rows if table is not OrderLine})
    outcome = fill_orders(without, LAST_DAY)
    assert outcome.summary == ("Приказ о закреплении пар – на листе «Приказ ПР-1»: 2 пары.",)
    assert not [edit for edit in outcome.edits if getattr(edit, "table", None) is OrderLine]
