"""Python values into whole blocks of cells: one call for the values, few more for formulas and formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Any

from .dates import null_date
from .finding import uno_module
from .formats import Shown
from .formulas import to_office
from .runs import runs
from .shown import Part, parts
from .telling import changed
from .values import Block, Kind, Place, block

Rows = Sequence[Sequence[Any]]

_FORMATS = {
    Kind.DATE: "DATE_SYS_DDMMYYYY",
    Kind.MOMENT: "DATETIME_SYS_DDMMYYYY_HHMMSS",
    Kind.SPAN: "TIME_HH_MMSS",
    Kind.TRUTH: "BOOLEAN",
}
_CHOSEN = frozenset({Shown.DATE, Shown.TIME, Shown.NUMBER})
_GENERAL = 0


def write(cells: Any, data: Any) -> None:
    """A scalar fills the block, the references of a formula moving with the cells; rows must have its shape.

    Number formats change only where Excel changes them too. OfficeError "protected" when a cell is.
    """
    if isinstance(data, str) and data[:1] == "=" and len(cells) > 1:
        _write_rows(cells(1, 1), [[data]])
        with changed("filling formulas", cells.sheet.book.document, cells.sheet.uno):
            _fill(cells)
    else:
        _write_rows(cells, _shaped(cells, data))


def _write_rows(cells: Any, rows: Rows) -> None:
    document = cells.sheet.book.document
    with changed("writing cells", document, cells.sheet.uno):
        made = block(rows, null_date(document))
        before = parts(cells, made.columns) if made.columns else []
        made = made.without_formulas(_among(made.formulas.keys(), before, {Shown.TEXT}))
        cells.uno.setDataArray(made.data)
        _put_formulas(cells.uno, made.formulas)
        _put_back(cells, made, before)
        _format(cells, made, before)


def _shaped(cells: Any, data: Any) -> Rows:
    height, width = cells.shape
    if not isinstance(data, (list, tuple)):
        return [[data] * width] * height
    rows = data if data and isinstance(data[0], (list, tuple)) else [data]
    if len(rows) != height or any(len(row) != width for row in rows):
        raise ValueError(f"the values do not have the shape of the range, {height} by {width}")
    return rows


def _among(places: Set[Place], found: Iterable[Part], ways: Set[Shown]) -> set[Place]:
    return set().union(*(part.among(places) for part in found if part.shown in ways))


def _put_formulas(uno: Any, formulas: dict[Place, str]) -> None:
    for top, left, bottom, right in runs(formulas):
        across = range(left, right + 1)
        texts = tuple(tuple(to_office(formulas[row, column]) for column in across) for row in range(top, bottom + 1))
        uno.getCellRangeByPosition(left, top, right, bottom).setFormulaArray(texts)


def _put_back(cells: Any, made: Block, before: Sequence[Part]) -> None:
    """The office marks text that looks like a number by the format "@"; Excel leaves the format as it was."""
    for part in before:
        if part.shown is not Shown.TEXT:
            _set_format(cells, part.among(made.numberlike), part.key)


def _format(cells: Any, made: Block, before: Sequence[Part]) -> None:
    """A date, a span and a bool bring their format along, but not into a cell that a person gave one."""
    formats = cells.sheet.book.formats
    for kind, written in made.kinds.items():
        places = set(written)
        own = set() if kind is Kind.TRUTH else _among(places, before, _CHOSEN)
        _set_format(cells, places - own, formats.usual(_FORMATS[kind]))
    bools = set(made.kinds.get(Kind.TRUTH, ()))
    for part in before:
        if part.shown is Shown.TRUTH:
            _set_format(cells, set(part.places()) - bools, _GENERAL)


def _set_format(cells: Any, places: Iterable[Place], key: int) -> None:
    for top, left, bottom, right in runs(places):
        cells.uno.getCellRangeByPosition(left, top, right, bottom).NumberFormat = key


def _fill(cells: Any) -> None:
    uno, (height, width) = uno_module(), cells.shape
    if width > 1:
        first = cells.uno.getCellRangeByPosition(0, 0, width - 1, 0)
        first.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_RIGHT"), 1)
    if height > 1:
        cells.uno.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)
