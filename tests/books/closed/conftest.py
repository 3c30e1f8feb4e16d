"""A closed book with the table of pairs as a school left it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.schema.tables import Notice, Order, Pair
from tests.books.closed.closed_books import Laid, build

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = (
    {
        "number": 1,
        "mentee_code": "Н-1",
        "mentee_name": "Петрова Анна",
        "comment": "ждём родителей",
        "starts": dt.date(2026, 9, 1),
        "code": "п1",
        "Кабинет": 12,
        "Вдвое": 24,
    },
    {
        "number": 2,
        "mentee_code": "Н-2",
        "mentee_name": "Сидоров Пётр",
        "comment": "= созвонились",
        "locked": "да",
        "code": "п2",
        "Кабинет": 14,
    },
    {"number": 3, "mentee_code": "Н-3", "mentee_name": "Орлов Иван", "comment": "по вторникам", "code": "п3"},
)
_REST = [name for name in Pair.spec.fields if name != "comment"]
ORDER = ("comment", *_REST[:9], "Кабинет", "Вдвое", *_REST[9:])


@pytest.fixture
def school_book(tmp_path: Path) -> Path:
    """A decorated book: the pairs on a renamed sheet from B6, columns moved, two foreign ones among them."""
    pairs = Laid(Pair, PAIRS, sheet="Пары 2026", order=ORDER, left=1, top=5, blank=1, formulas={"Вдвое": "=L{row}*2"})
    return build(tmp_path / "школа.xlsx", pairs, Laid(Order, [{"code": "пр1"}]), Laid(Notice), decorated=True)
