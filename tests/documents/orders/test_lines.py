"""Lines of orders: what is in force after later orders, and what is still as it was signed."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.documents.orders import Difference, by_order, differences, in_force, numbered
from mentoring_xl.documents.school import file_name
from mentoring_xl.schema.tables import Order, OrderLine

PAIRS, CHANGES, STOP = "о закреплении наставнических пар (групп)", "о внесении изменений", "о прекращении работы пары"


def order(code: str, kind: str, day: int, **fields: object) -> Order:
    return Order(code=code, kind=kind, state="подписан", date=dt.date(2026, 9, day), **fields)


def line(of: str, number: int, code: str, **fields: object) -> OrderLine:
    return OrderLine(order_code=of, number=number, code=code, **fields)


def force(orders: tuple[Order, ...], *lines: OrderLine) -> dict[str, str]:
    return {code: bound.order.code for code, bound in in_force(orders, by_order(lines), ()).items()}


def test_a_pair_bears_the_number_of_the_order_that_fixed_it():
    orders = (order("ПР-1", PAIRS, 1), order("ПР-2", PAIRS, 5))
    assert force(orders, line("ПР-1", 1, "Н-1/М-1"), line("пр-2", 1, "Н-2/М-2")) == {
        "Н-1/М-1": "ПР-1",
        "Н-2/М-2": "ПР-2",
    }


def test_changes_take_out_and_bring_in_and_a_stop_takes_out_by_their_days_wherever_they_stand():
    orders = (order("ПР-3", STOP, 9), order("ПР-2", CHANGES, 5, changes="ПР-1"), order("ПР-1", PAIRS, 1))
    lines = (
        line("ПР-1", 1, "Н-1/М-1"),
        line("ПР-1", 2, "Н-2/М-2"),
        line("ПР-2", 1, "Н-2/М-2", change="исключить", changed=2),
        line("ПР-2", 2, "Н-2/М-1", change="включить"),
        line("ПР-3", 1, "Н-1/М-1"),
    )
    assert force(orders, *lines) == {"Н-2/М-1": "ПР-2"}


def test_drafts_and_cancelled_orders_fix_nobody():
    orders = tuple(order("ПР-1", PAIRS, 1).but(state=state) for state in ("черновик", "на подписи", "отменён", ""))
    assert force(orders, line("ПР-1", 1, "Н-1/М-1")) == {}


def test_a_signed_order_without_lines_fixes_the_codes_of_its_cell():
    assert force((order("ПР-1", PAIRS, 1, pairs="н-1/м-1; Н-2/М-2"),)) == {"Н-1/М-1": "ПР-1", "Н-2/М-2": "ПР-1"}


def test_spelling_and_posts_are_no_difference_but_names_and_forms_are():
    signed = line("ПР-1", 1, "Н-1/М-1", mentor="Лесная Вера", mentee="Зимин Пётр", form="учитель–учитель")
    bounds = in_force((order("ПР-1", PAIRS, 1),), by_order([signed]), ()).values()
    same = signed.but(mentee=" ЗИМИН Петр", mentor_about="завуч")
    renamed = signed.but(mentee="Зимин Павел")
    assert list(differences(bounds, {"Н-1/М-1": same})) == []
    assert [found.now for found in differences(bounds, {"Н-1/М-1": renamed})] == [renamed]
    assert [found.now for found in differences(bounds, {"Н-1/М-1": signed.but(form="ученик–ученик")})] != []
    assert [type(found) for found in differences(bounds, {})] == [Difference]


def test_old_lines_keep_their_order_and_new_ones_follow():
    before = (line("ПР-1", 1, "Н-3/М-3"), line("ПР-1", 2, "Н-1/М-1"), line("ПР-1", 3, "Н-2/М-2"))
    wanted = (line("", 0, "Н-9/М-9"), line("", 0, "н-1/м-1"), line("", 0, "Н-3/М-3"))
    assert [(found.number, found.code) for found in numbered("ПР-1", wanted, before)] == [
        (1, "Н-3/М-3"),
        (2, "н-1/м-1"),
        (3, "Н-9/М-9"),
    ]


def test_the_name_of_a_file_is_one_that_every_system_takes():
    assert file_name('Приказ ПР/7:*? О «парах» "и" <группах>.') == "Приказ ПР-7--- О «парах» -и- -группах-"
    assert len(file_name("слово " * 60)) <= 92
