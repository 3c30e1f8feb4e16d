"""Single values on their way between Python and cells, and a block of them made ready for one call."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, NamedTuple

from .dates import days

# text with which the office would begin to read a number, a date ("1 мая", "май 2026") or a formula
_NUMBERLIKE = re.compile(r"[-+(\s.,$€₽]*\d|[=+-]|[^\W\d]{3,9}\.?[\s-]+\d|true$|false$|истина$|ложь$", re.IGNORECASE)
_PLAIN = frozenset({str, int, bool, dt.datetime, dt.date, dt.timedelta})


class Kind(Enum):
    """What a written value asks of the number format of its cell."""

    DATE = "date"
    MOMENT = "moment"
    SPAN = "span"
    TRUTH = "truth"


Place = tuple[int, int]


class Block(NamedTuple):
    """Values for one setDataArray; every place is (row, column) inside the block, from zero.

    `numberlike` are texts that the office could take for numbers, `columns` those whose number formats matter.
    """

    data: list[list[float | str]]
    formulas: dict[Place, str]
    kinds: dict[Kind, list[Place]]
    numberlike: set[Place]
    columns: set[int]

    def without_formulas(self, texts: set[Place]) -> Block:
        """Formulas at the given places are text after all: Excel does not calculate in a cell of the format "@"."""
        formulas = {place: formula for place, formula in self.formulas.items() if place not in texts}
        for row, column in self.formulas.keys() & texts:
            self.data[row][column] = self.formulas[row, column]
        return self._replace(formulas=formulas)


def accepted(value: Any) -> Any:
    """A value of any usual library as one of the plain types; "" stands for an empty cell."""
    kind = type(value)
    if kind is float:
        return "" if math.isnan(value) else value
    if kind in _PLAIN:
        return value
    if value is None or kind.__name__ in {"NAType", "NaTType"}:
        return ""
    return _plain(value)


def _plain(value: Any) -> Any:
    """A scalar of numpy or pandas, a Decimal or a subclass of a plain type as that type."""
    if type(value).__name__ == "datetime64":
        return accepted(value.astype("datetime64[us]").item())
    if hasattr(value, "to_pydatetime"):
        return value.to_pydatetime()
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
        return accepted(value.item())
    if isinstance(value, (str, dt.date, dt.timedelta)) or not hasattr(value, "__float__"):
        return value
    return accepted(float(value))


def cleaned(
    data: Sequence[Sequence[Any]],
    date: Callable[..., Any] | None,
    empty: Any,
    number: Callable[[float], Any] | None,
) -> list[list[Any]]:
    """What a person of Python expects: `empty` for empty cells, dates and numbers through the given builders."""
    rows = [[empty if value == "" or value is None else value for value in row] for row in data]
    if number is not None:
        rows = [[number(value) if type(value) is float else value for value in row] for row in rows]
    if date is not None:
        rows = [[_dated(value, date) if type(value) is dt.datetime else value for value in row] for row in rows]
    return rows


def _dated(value: dt.datetime, build: Callable[..., Any]) -> Any:
    return build(
        year=value.year,
        month=value.month,
        day=value.day,
        hour=value.hour,
        minute=value.minute,
        second=value.second,
        microsecond=value.microsecond,
        tzinfo=None,
    )


def block(rows: Sequence[Sequence[Any]], zero: dt.datetime) -> Block:
    """The rows as the office takes them. "'text" is the text without its first apostrophe, "=…" is a formula."""
    numbers = {column for row in rows for column, value in enumerate(row) if type(value) is float}
    made = Block([], {}, {}, set(), numbers)
    for row, values in enumerate(rows):
        # most cells of a large block are floats, and a call for each would double the time of the whole write
        cells = [
            value if type(value) is float else _cell(value, (row, column), made, zero)
            for column, value in enumerate(values)
        ]
        made.data.append(cells)
    return made


def _cell(value: Any, place: Place, made: Block, zero: dt.datetime) -> float | str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _text(str(value), place, made)
    asked, number = _number(value, zero)
    made.columns.add(place[1])
    if asked is not None:
        made.kinds.setdefault(asked, []).append(place)
    return number


def _text(value: str, place: Place, made: Block) -> str:
    if value[0] == "=" and len(value) > 1:
        made.formulas[place] = value
        made.columns.add(place[1])
        return ""
    text = value[1:] if value[0] == "'" else value
    if _NUMBERLIKE.match(text):
        made.numberlike.add(place)
        made.columns.add(place[1])
    return text


def _number(value: Any, zero: dt.datetime) -> tuple[Kind | None, float]:
    if isinstance(value, bool):
        return Kind.TRUTH, float(value)
    if isinstance(value, (int, float)):
        return None, float(value)
    if isinstance(value, dt.datetime):
        return Kind.DATE if value.time() == dt.time() else Kind.MOMENT, days(value, zero)
    if isinstance(value, dt.date):
        return Kind.DATE, days(value, zero)
    if isinstance(value, dt.timedelta):
        return Kind.SPAN, value / dt.timedelta(days=1)
    raise TypeError(f"a cell cannot hold a value of the type {type(value).__name__}")
