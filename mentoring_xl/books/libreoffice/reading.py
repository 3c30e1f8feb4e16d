"""Whole blocks of cells as Python values, in a handful of UNO calls whatever their size."""

from __future__ import annotations

from typing import Any

from .dates import moment, null_date
from .formats import Shown
from .formulas import to_excel
from .shown import Part, parts
from .telling import told

# com.sun.star.sheet.FormulaResult
_ERROR = 4
# the office's error codes under the names that Excel shows
_ERRORS = {
    502: "#VALUE!",
    503: "#NUM!",
    504: "#REF!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}


def read(cells: Any) -> list[list[Any]]:
    """Values by row: numbers, datetimes where the format shows a date, bools, text and "" when empty.

    A cell with an error is None, or the text that Excel shows when the option `err_to_str` is set.
    """
    with told("reading cells", cells.sheet.book.document):
        rows = [list(row) for row in cells.uno.getDataArray()]
        numeric = {column for row in rows for column, value in enumerate(row) if type(value) is float}
        for part in parts(cells, numeric) if numeric else ():
            _show(rows, part, cells)
        if cells.options.get("err_to_str") and any(value is None for row in rows for value in row):
            _name_errors(rows, cells)
    return rows


def _show(rows: list[list[Any]], part: Part, cells: Any) -> None:
    if part.shown is Shown.TRUTH:
        change: Any = bool
    elif part.shown is Shown.DATE:
        zero = null_date(cells.sheet.book.document)

        def change(days: float) -> Any:
            return moment(days, zero)
    else:
        return
    across = range(part.left, part.right + 1)
    for line in rows[part.top : part.bottom + 1]:
        for column in across:
            if type(line[column]) is float:
                line[column] = change(line[column])


def _name_errors(rows: list[list[Any]], cells: Any) -> None:
    box, wrong = cells.box, cells.uno.queryFormulaCells(_ERROR).getCells().createEnumeration()
    while wrong.hasMoreElements():
        cell = wrong.nextElement()
        place = cell.getCellAddress()
        rows[place.Row - box.row + 1][place.Column - box.column + 1] = _ERRORS.get(cell.getError(), "#VALUE!")


def read_formulas(cells: Any) -> tuple[tuple[str, ...], ...]:
    """Formulas in Excel's grammar, and what was typed for the other cells, by row."""
    with told("reading formulas", cells.sheet.book.document):
        rows = cells.uno.getFormulaArray()
        with_formulas = any(text[:1] == "=" for row in rows for text in row)
        sheets = set(cells.sheet.book.document.Sheets.getElementNames()) if with_formulas else set()
    return tuple(tuple(_formula(text, sheets) for text in row) for row in rows)


def _formula(text: str, sheets: set[str]) -> str:
    if text[:1] == "=":
        return to_excel(text, sheets)
    return text[1:] if text[:1] == "'" else text
