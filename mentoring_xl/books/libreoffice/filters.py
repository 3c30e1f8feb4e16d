"""Filters of a table: xlwings' criteria against the fields of the office's filter descriptor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from xlwings import base_classes
from xlwings.base_classes import empty_autofilter_criteria

from .dates import days, null_date
from .finding import uno_module
from .partial import Partial
from .telling import changed

# mypy: allow-subclassing-any

# com.sun.star.sheet.FilterOperator2
_COMPARISONS = {
    "equal_to": 2,
    "not_equal_to": 3,
    "greater_than": 4,
    "greater_than_or_equal": 5,
    "less_than": 6,
    "less_than_or_equal": 7,
}
_BLANK, _FILLED = 0, 1
# com.sun.star.sheet.FilterFieldType
_NUMERIC, _TEXT = 0, 1
_COUNTED = {"top_items": 8, "top_percent": 9, "bottom_items": 10, "bottom_percent": 11}
_NAMES = {number: name for name, number in _COMPARISONS.items()}
_PAIRS = {(5, 7, "AND"): "between", (6, 4, "OR"): "not_between"}
_COUNTED_NAMES = {number: name for name, number in _COUNTED.items()}


class AutoFilter(Partial, base_classes.AutoFilter):
    """`fields` count from one, as in Excel; every change is applied to the rows at once."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def _fields(self) -> list[Any]:
        fields = list(self._table.api.getFilterDescriptor().getFilterFields3())
        for field in fields:
            # the office tells the kind of a value in one member and reads it back from another
            for value in (values := field.Values):
                value.FilterType = _NUMERIC if value.IsNumeric else _TEXT
            field.Values = values
        return fields

    def _apply(self, fields: Sequence[Any]) -> None:
        sheet = self._table.parent
        with changed("filtering a table", sheet.book.document, sheet.uno):
            cells = self._table.range.uno
            descriptor = cells.createFilterDescriptor(True)
            descriptor.ContainsHeader = True
            descriptor.setFilterFields3(tuple(fields))
            cells.filter(descriptor)

    @property
    def criteria(self) -> list[dict[str, Any]]:
        by_field: dict[int, list[Any]] = {}
        for field in self._fields():
            by_field.setdefault(field.Field + 1, []).append(field)
        width = self._table.range.shape[1]
        return [_told(number, by_field.get(number, [])) for number in range(1, width + 1)]

    def _put(self, number: int, made: Sequence[Any]) -> None:
        others = [field for field in self._fields() if field.Field != number - 1]
        self._apply([*others, *made])

    def apply_values(self, field: int, values: Sequence[str]) -> None:
        self._put(field, [_field(field, _COMPARISONS["equal_to"], [str(value) for value in values])])

    def apply_comparison(self, field: int, operator: str, value1: Any, value2: Any) -> None:
        if value1 is None:
            self._put(field, [_field(field, _BLANK if operator == "equal_to" else _FILLED, [])])
            return
        pairs = {
            "between": (("greater_than_or_equal", value1), ("less_than_or_equal", value2)),
            "not_between": (("less_than", value1), ("greater_than", value2)),
        }.get(operator, ((operator, value1),))
        made = [_field(field, _COMPARISONS[name], [self._value(value)]) for name, value in pairs]
        if operator == "not_between":
            made[1].Connection = uno_module().Enum("com.sun.star.sheet.FilterConnection", "OR")
        self._put(field, made)

    def _value(self, value: Any) -> float | str:
        """xlwings hands numbers over as text and dates as {"type", "value"}, as Excel's criteria need them."""
        if isinstance(value, dict):
            parsed = dt.datetime.fromisoformat(value["value"])
            return days(parsed, null_date(self._table.parent.book.document))
        try:
            return float(value)
        except ValueError:
            return str(value)

    def apply_top_items(self, field: int, count: int) -> None:
        self._put(field, [_field(field, _COUNTED["top_items"], [float(count)])])

    def apply_bottom_items(self, field: int, count: int) -> None:
        self._put(field, [_field(field, _COUNTED["bottom_items"], [float(count)])])

    def apply_top_percent(self, field: int, percent: float) -> None:
        self._put(field, [_field(field, _COUNTED["top_percent"], [float(percent)])])

    def apply_bottom_percent(self, field: int, percent: float) -> None:
        self._put(field, [_field(field, _COUNTED["bottom_percent"], [float(percent)])])

    def clear(self, field: int | None) -> None:
        self._apply([] if field is None else [other for other in self._fields() if other.Field != field - 1])


def _field(number: int, operator: int, values: Sequence[Any]) -> Any:
    uno = uno_module()
    made = uno.createUnoStruct("com.sun.star.sheet.TableFilterField3")
    made.Connection = uno.Enum("com.sun.star.sheet.FilterConnection", "AND")
    made.Field, made.Operator = number - 1, operator
    made.Values = tuple(_filter_value(value) for value in values)
    return made


def _filter_value(value: float | str) -> Any:
    """A text is compared with what a cell shows, a number with what it holds."""
    made = uno_module().createUnoStruct("com.sun.star.sheet.FilterFieldValue")
    if isinstance(value, float):
        made.IsNumeric, made.NumericValue, made.FilterType = True, value, _NUMERIC
    else:
        made.StringValue, made.FilterType = value, _TEXT
    return made


def _told(number: int, fields: Sequence[Any]) -> dict[str, Any]:
    return {**empty_autofilter_criteria(number), **(_criterion(fields) if fields else {})}


def _criterion(fields: Sequence[Any]) -> dict[str, Any]:
    operator, texts = fields[0].Operator, [_shown(value) for value in fields[0].Values]
    if len(fields) > 1:
        pair = _PAIRS.get((operator, fields[1].Operator, fields[1].Connection.value))
        if pair is None or len(fields) > 2:
            return {"type": "unknown"}
        return {"type": "comparison", "operator": pair, "value1": texts[0], "value2": _shown(fields[1].Values[0])}
    return _single(operator, texts, fields[0].Values)


def _single(operator: int, texts: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    if operator in _COUNTED_NAMES:
        counted, number = _COUNTED_NAMES[operator], values[0].NumericValue
        return {"type": counted, **({"percent": number} if "percent" in counted else {"count": int(number)})}
    if operator == _COMPARISONS["equal_to"]:
        return {"type": "values", "values": texts}
    if operator in _NAMES:
        return {"type": "comparison", "operator": _NAMES[operator], "value1": texts[0]}
    if operator in {_BLANK, _FILLED}:
        return {"type": "comparison", "operator": "equal_to" if operator == _BLANK else "not_equal_to"}
    return {"type": "unknown"}


def _shown(value: Any) -> str:
    return f"{value.NumericValue:g}" if value.IsNumeric and not value.StringValue else str(value.StringValue)
