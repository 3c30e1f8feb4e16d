"""What a person would find in an open book: read past xlwings, so that nothing checks itself."""

from __future__ import annotations

import importlib
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    import xlwings as xw

_LOOKS = ("CellBackColor", "CharColor", "CharFontName", "CharHeight", "CharWeight", "IsTextWrapped", "NumberFormat")


@contextmanager
def closed_file(app: xw.App, path: Path) -> Iterator[xw.Book]:
    """A closed file as LibreOffice shows it."""
    book = app.books.open(path)
    try:
        yield book
    finally:
        book.close()


def undone(book: xw.Book) -> None:
    """Press Ctrl+Z and wait until all is done."""
    book.api.getUndoManager().undo()
    _wait_until_idle(book)


def redone(book: xw.Book) -> None:
    """Press Ctrl+Y and wait until all is done."""
    book.api.getUndoManager().redo()
    _wait_until_idle(book)


def _wait_until_idle(book: xw.Book) -> None:
    """The office begins what waits in turn: when a call of ours comes back, all before it has begun."""
    idle = threading.Event()

    class Last(unohelper().Base, uno_module().getClass("com.sun.star.awt.XCallback")):
        def notify(self, _: Any) -> None:
            idle.set()

    book.app.impl.service("com.sun.star.awt.AsyncCallback").addCallback(Last(), None)
    assert idle.wait(30), "the office does not come to rest"
    while book.api.hasControllersLocked():
        time.sleep(0.02)


def unohelper() -> Any:
    """The office's own helper module, found once `uno` is."""
    uno_module()
    return importlib.import_module("unohelper")


def values(book: xw.Book) -> dict[str, list[str]]:
    """The cells of every sheet that say something: address-less rows of texts, numbers as they are counted."""
    return {sheet.getName(): _used(sheet).getDataArray() for sheet in _sheets(book)}


def cells(book: xw.Book, sheet: str) -> dict[str, object]:
    """Address → what the cell says, formulas as they are written."""
    used = _used(book.api.Sheets.getByName(sheet))
    rows = zip(used.getDataArray(), used.getFormulaArray(), strict=True)
    return {
        f"{_letters(column)}{row}": formula if formula.startswith("=") and formula != value else value
        for row, line in enumerate(rows, 1)
        for column, (value, formula) in enumerate(zip(*line, strict=True))
        if value != "" or formula != ""
    }


def looks(book: xw.Book) -> dict[str, dict[str, tuple[object, ...]]]:
    """Sheet → the rectangles of one look → that look, number formats by their codes."""
    formats = book.api.getNumberFormats()
    codes: dict[int, str] = {}
    found: dict[str, dict[str, tuple[object, ...]]] = {}
    for sheet in _sheets(book):
        groups = _used(sheet).getUniqueCellFormatRanges()
        for part in (groups.getByIndex(index) for index in range(groups.getCount())):
            *plain, key = part.getPropertyValues(_LOOKS)
            if key not in codes:
                codes[key] = formats.getByKey(key).FormatString
            for edge in part.getRangeAddresses():
                for row in range(edge.StartRow, edge.EndRow + 1):
                    for column in range(edge.StartColumn, edge.EndColumn + 1):
                        place = f"{_letters(column)}{row + 1}"
                        found.setdefault(sheet.getName(), {})[place] = (*plain, codes[key])
    return found


def tables(book: xw.Book) -> dict[str, tuple[int, ...]]:
    """Table → sheet number and edges, from zero."""
    ranges = book.api.DatabaseRanges
    areas = {name: ranges.getByName(name).getDataArea() for name in ranges.getElementNames()}
    return {name: (a.Sheet, a.StartColumn, a.StartRow, a.EndColumn, a.EndRow) for name, a in areas.items()}


def filters(book: xw.Book, table: str) -> list[tuple[int, tuple[str, ...]]]:
    """The criteria of a table's filter: column and texts."""
    fields = book.api.DatabaseRanges.getByName(table).getFilterDescriptor().getFilterFields3()
    return [(field.Field, tuple(value.StringValue for value in field.Values)) for field in fields]


def notes(book: xw.Book) -> dict[tuple[str, int, int], str]:
    """The notes on cells by sheet, row and column."""
    found = {}
    for sheet in _sheets(book):
        annotations = sheet.getAnnotations()
        for note in (annotations.getByIndex(index) for index in range(annotations.getCount())):
            found[sheet.getName(), note.getPosition().Row + 1, note.getPosition().Column + 1] = note.getString()
    return found


def portions(book: xw.Book, sheet: str, place: str) -> list[tuple[str, float, int, str]]:
    """What a cell shows, piece by piece: text, weight, colour, and where a link leads; a new line is a piece."""
    cell = book.api.Sheets.getByName(sheet).getCellRangeByName(place)
    found: list[tuple[str, float, int, str]] = []
    for number, paragraph in enumerate(_each(cell)):
        found += [("\n", 0, 0, "")] if number else []
        for part in _each(paragraph):
            link = part.TextField.URL if part.TextPortionType == "TextField" else ""
            found.append((part.getString(), part.CharWeight, part.CharColor, link))
    return found


def _each(holder: Any) -> Iterator[Any]:
    enumeration = holder.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def named(name: str, value: object) -> Any:
    """An argument of a UNO call."""
    made = uno_module().createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def rules(book: xw.Book) -> dict[str, list[str]]:
    """Where the conditional formats of a sheet lie."""
    return {
        sheet.getName(): [
            rule.Range.getRangeAddressesAsString() for rule in sheet.ConditionalFormats.getConditionalFormats()
        ]
        for sheet in _sheets(book)
    }


def widths(book: xw.Book) -> dict[str, list[int]]:
    """The widths of the first forty columns of each sheet."""
    return {
        sheet.getName(): [sheet.getColumns().getByIndex(index).Width for index in range(40)] for sheet in _sheets(book)
    }


def cut(book: xw.Book, titles: Collection[str]) -> list[str]:
    """The rows of sheets that hide a line of their texts, of three hundred; heights that somebody chose are left out.

    Afterwards all are as high as the office fits them.
    """
    found = []
    for sheet in (one for one in _sheets(book) if one.getName() in titles):
        last = min(_used(sheet).getRangeAddress().EndRow, 299)
        rows = sheet.getCellRangeByPosition(0, 0, 0, last).getRows()
        heights = {at: row.Height for at in range(rows.getCount()) if (row := rows.getByIndex(at)).OptimalHeight}
        rows.OptimalHeight = True
        found += [
            f"{sheet.getName()}, строка {at + 1}"
            for at, height in heights.items()
            if height < rows.getByIndex(at).Height
        ]
    return found


def hidden(book: xw.Book, sheet: str) -> list[int]:
    """The hidden rows among the first hundred."""
    rows = book.api.Sheets.getByName(sheet).getRows()
    return [index + 1 for index in range(100) if not rows.getByIndex(index).IsVisible]


def _sheets(book: xw.Book) -> Iterator[Any]:
    sheets = book.api.Sheets
    return (sheets.getByIndex(index) for index in range(sheets.getCount()))


def _used(sheet: Any) -> Any:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    edge = cursor.getRangeAddress()
    return sheet.getCellRangeByPosition(0, 0, edge.EndColumn, edge.EndRow)


def _letters(column: int) -> str:
    return _letters(column // 26 - 1) + chr(65 + column % 26) if column > 25 else chr(65 + column)
