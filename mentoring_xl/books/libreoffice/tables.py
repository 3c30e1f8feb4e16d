"""Tables of a sheet: Excel's ListObjects are the office's database ranges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from .addresses import Box
from .columns import TableColumns
from .filters import AutoFilter
from .finding import uno_module
from .partial import MissingError, Partial
from .telling import changed, told

# mypy: allow-subclassing-any


def _edges(sheet: Any, box: Box) -> Any:
    return uno_module().createUnoStruct(
        "com.sun.star.table.CellRangeAddress",
        sheet.uno.getRangeAddress().Sheet,
        box.column - 1,
        box.row - 1,
        box.right - 1,
        box.bottom - 1,
    )


class Tables(Partial, base_classes.Tables):
    """The named database ranges that lie on one sheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.uno = sheet.book.document.DatabaseRanges

    @property
    def api(self) -> Any:
        return self.uno

    @property
    def parent(self) -> Any:
        return self._sheet

    def _all(self) -> list[Table]:
        number = self._sheet.uno.getRangeAddress().Sheet
        found = []
        for name in self.uno.getElementNames():
            if self.uno.getByName(name).getDataArea().Sheet == number:
                found.append(Table(self._sheet, name))
        return found

    def __iter__(self) -> Iterator[Table]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __contains__(self, key: object) -> bool:
        return any(table.name == key for table in self._all())

    def __call__(self, key: int | str) -> Table:
        if isinstance(key, int):
            return self._all()[key - 1]
        with told("finding a table", self._sheet.book.document):
            if self.uno.hasByName(key):
                area = self.uno.getByName(key).getDataArea()
                if area.Sheet == self._sheet.uno.getRangeAddress().Sheet:
                    return Table(self._sheet, key)
        raise KeyError(key)

    def add(
        self,
        *,
        source_type: Any = None,
        source: Any = None,
        link_source: Any = None,
        has_headers: bool = True,
        destination: Any = None,
        table_style_name: Any = None,
        name: str | None = None,
    ) -> Table:
        """A table over cells whose first row holds the headings; the office has no table styles."""
        if not has_headers:
            raise MissingError("Tables.add(has_headers=False) is not implemented by the libreoffice engine")
        taken = set(self.uno.getElementNames())
        called = name or next(free for free in (f"Table{n}" for n in range(1, len(taken) + 2)) if free not in taken)
        with changed("adding a table", self._sheet.book.document, self._sheet.uno):
            self.uno.addNewByName(called, _edges(self._sheet, source.impl.box))
            self.uno.getByName(called).AutoFilter = True
        return Table(self._sheet, called)


class Table(Partial, base_classes.Table):
    def __init__(self, sheet: Any, name: str) -> None:
        self._sheet = sheet
        self._name = name

    @property
    def api(self) -> Any:
        with told("reaching a table", self._sheet.book.document):
            return self._sheet.book.document.DatabaseRanges.getByName(self._name)

    @property
    def parent(self) -> Any:
        return self._sheet

    @property
    def name(self) -> str:
        return self._name

    @name.setter
    def name(self, value: str) -> None:
        with changed("renaming a table", self._sheet.book.document):
            self.api.setName(value)
        self._name = value

    display_name = name

    @property
    def range(self) -> Any:
        edge = self.api.getDataArea()
        return self._sheet.between(edge.StartRow, edge.StartColumn, edge.EndRow, edge.EndColumn)

    @property
    def header_row_range(self) -> Any:
        box = self.range.box
        return self._sheet.range((box.row, box.column, 1, box.columns))

    @property
    def data_body_range(self) -> Any:
        """The rows below the headings, without a row of totals; None when there are none."""
        api = self.api
        edge = api.getDataArea()
        last = edge.EndRow - (1 if api.TotalsRow else 0)
        if last <= edge.StartRow:
            return None
        return self._sheet.between(edge.StartRow + 1, edge.StartColumn, last, edge.EndColumn)

    @property
    def totals_row_range(self) -> Any:
        box = self.range.box
        return self._sheet.range((box.bottom, box.column, 1, box.columns)) if self.show_totals else None

    @property
    def show_totals(self) -> bool:
        return bool(self.api.TotalsRow)

    @show_totals.setter
    def show_totals(self, value: bool) -> None:
        """The row below the table becomes its row of totals, or the table ends above it."""
        if value is self.show_totals:
            return
        box = self.range.box
        with changed("changing a table", self._sheet.book.document, self._sheet.uno):
            self.api.TotalsRow = bool(value)
            self.api.setDataArea(_edges(self._sheet, box._replace(rows=box.rows + (1 if value else -1))))

    @property
    def autofilter(self) -> AutoFilter:
        return AutoFilter(self)

    @property
    def columns(self) -> TableColumns:
        return TableColumns(self)

    @property
    def show_headers(self) -> bool:
        return bool(self.api.ContainsHeader)

    @property
    def show_autofilter(self) -> bool:
        return bool(self.api.AutoFilter)

    @show_autofilter.setter
    def show_autofilter(self, value: bool) -> None:
        with changed("changing a table", self._sheet.book.document, self._sheet.uno):
            self.api.AutoFilter = bool(value)

    def resize(self, range: Any) -> None:
        """Moves the edges of the table; the cells stay as they are."""
        box = range.impl.box if hasattr(range, "impl") else range.box
        with changed("resizing a table", self._sheet.book.document, self._sheet.uno):
            self.api.setDataArea(_edges(self._sheet, box))
