"""The columns of a table, named by its headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from .partial import Partial

# mypy: allow-subclassing-any


class TableColumns(Partial, base_classes.TableColumns):
    def __init__(self, table: Any) -> None:
        self._table = table

    @property
    def parent(self) -> Any:
        return self._table

    def _names(self) -> list[str]:
        return [str(value) for value in self._table.header_row_range.raw_value[0]]

    def __len__(self) -> int:
        return int(self._table.range.shape[1])

    def __iter__(self) -> Iterator[TableColumn]:
        return (TableColumn(self._table, number, name) for number, name in enumerate(self._names(), 1))

    def __contains__(self, key: object) -> bool:
        return key in self._names()

    def __call__(self, key: int | str) -> TableColumn:
        """By number from one or by heading; KeyError when there is none."""
        names = self._names()
        number = key if isinstance(key, int) else (names.index(key) + 1 if key in names else 0)
        if not 1 <= number <= len(names):
            raise KeyError(key)
        return TableColumn(self._table, number, names[number - 1])


class TableColumn(Partial, base_classes.TableColumn):
    def __init__(self, table: Any, number: int, name: str) -> None:
        self._table = table
        self._number = number
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    @property
    def index(self) -> int:
        return self._number

    @property
    def range(self) -> Any:
        return self._in(self._table.range)

    @property
    def data_body_range(self) -> Any:
        body = self._table.data_body_range
        return None if body is None else self._in(body)

    def _in(self, cells: Any) -> Any:
        return self._table.parent.range((cells.row, cells.column + self._number - 1, cells.shape[0], 1))
