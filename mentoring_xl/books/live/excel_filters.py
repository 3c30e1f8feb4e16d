"""The filter of an Excel table: lifted while its cells are written, and set again with the same criteria."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_AND, _OR, _NONE = 1, 2, 0


@contextmanager
def lifted(holder: Any) -> Iterator[None]:
    """holder: a COM ListObject, or a Worksheet when the table is gone."""
    filters = holder.AutoFilter
    if filters is None or not filters.FilterMode:
        yield
        return
    kept = [(number, *_criteria(found)) for number, found in _on(filters)]
    filters.ShowAllData()
    try:
        yield
    finally:
        cells = filters.Range if callable(holder.Range) else holder.Range
        for number, operator, first, second in kept:
            if operator == _NONE:
                cells.AutoFilter(number, first)
            elif operator in (_AND, _OR):
                cells.AutoFilter(number, first, operator, second)
            else:
                cells.AutoFilter(number, first, operator)


def _on(filters: Any) -> Iterator[tuple[int, Any]]:
    for number in range(1, filters.Filters.Count + 1):
        found = filters.Filters(number)
        if found.On:
            yield number, found


def _criteria(found: Any) -> tuple[int, Any, Any]:
    operator = found.Operator or _NONE
    return operator, found.Criteria1, found.Criteria2 if operator in (_AND, _OR) else None
