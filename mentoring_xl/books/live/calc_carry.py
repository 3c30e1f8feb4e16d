"""Formats and notes that go along with rows in LibreOffice: set as properties, because copied cells split its
conditional formats."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module
from mentoring_xl.books.sheets import Box

from .blocks import blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import xlwings as xw

    from .steps import Steps

_ANNOTATION = 8
_LOOKS = (
    "BottomBorder", "CellBackColor", "CellProtection", "CharColor", "CharFontName", "CharHeight", "CharPosture",
    "CharStrikeout", "CharUnderline", "CharWeight", "HoriJustify", "IsCellBackgroundTransparent", "IsTextWrapped",
    "LeftBorder", "NumberFormat", "ParaIndent", "RightBorder", "RotateAngle", "ShrinkToFit", "TopBorder", "VertJustify",
)  # fmt: skip
_NEW = (*_LOOKS, "Validation")

Places = dict[tuple[int, int], int]


def carry(steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None]) -> None:
    """Take formats and notes of rows along; see `suite.Suite.carry`."""
    _carry_looks(steps, sheet, box, {row: origin for row, origin in origins.items() if origin})
    _carry_notes(steps, sheet, box, origins)
    grown = max(origins, default=0)
    if grown > box.bottom:
        _stretch_rules(steps, sheet, box, grown)


def _carry_looks(steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int]) -> None:
    if not origins:
        return
    rows = {*origins, *origins.values()}
    whole = Box(min(rows), box.left, max(rows), box.right)
    groups = sheet.range((whole.top, whole.left), (whole.bottom, whole.right)).api.getUniqueCellFormatRanges()
    samples = [groups.getByIndex(index) for index in range(groups.getCount())]
    group = {
        place: index
        for index, sample in enumerate(samples)
        for edge in sample.getRangeAddresses()
        for place in _cells(edge)
    }
    wanted: dict[tuple[bool, int], list[tuple[int, int]]] = defaultdict(list)
    for row, origin in origins.items():
        for column in range(box.left, box.right + 1):
            look = group[origin, column]
            if look != group[row, column]:
                wanted[row > box.bottom, look].append((row, column))
    # a sample shows what its cells look like now: all are read before the first is dressed
    looks = {
        (new, at): samples[at].getPropertyValues(_NEW if new else _LOOKS)
        for at in range(len(samples))
        for new in {new for new, _ in wanted}
    }
    for (new, look), places in wanted.items():
        names = _NEW if new else _LOOKS
        before = defaultdict(list)
        for place in places:
            before[group[place]].append(place)
        old = [(found, looks[new, at]) for at, found in before.items()]
        values = looks[new, look]

        def act(places: Any = places, names: Any = names, values: Any = values) -> None:
            _dress(sheet, places, names, values)

        def back(old: Any = old, names: Any = names) -> None:
            for found, values in old:
                _dress(sheet, found, names, values)

        steps.do(act, back)


def _dress(sheet: xw.Sheet, places: Iterable[tuple[int, int]], names: Any, values: Any) -> None:
    ranges = sheet.book.api.createInstance("com.sun.star.sheet.SheetCellRanges")
    index = sheet.index - 1
    edges = (_address(index, found) for found in blocks(set(places), lambda row, column: False))
    ranges.addRangeAddresses(tuple(edges), False)
    ranges.setPropertyValues(names, values)


def _carry_notes(steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None]) -> None:
    cells = sheet.range((box.top, box.left), (box.bottom, box.right)).api
    left = {origin for row, origin in origins.items() if origin and row <= box.bottom}
    touched = {row for row in origins if row <= box.bottom} | left
    noted = [
        (row, column)
        for edge in cells.queryContentCells(_ANNOTATION).getRangeAddresses()
        for row, column in _cells(edge)
        if row in touched
    ]
    if not noted:
        return
    texts = {place: _cell(sheet, place).getAnnotation().getString() for place in noted}
    to = {origin: row for row, origin in origins.items() if origin and row <= box.bottom}
    moved = {(to[row], column): text for (row, column), text in texts.items() if row in to}
    steps.do(lambda: _renote(sheet, noted, moved), lambda: _renote(sheet, [*moved, *noted], texts))


@contextmanager
def notes_kept(cells: xw.Range) -> Iterator[None]:
    """Give the cells their notes back: a block that is set takes them away."""
    there = {
        place: _cell(cells.sheet, place).getAnnotation().getString()
        for edge in cells.api.queryContentCells(_ANNOTATION).getRangeAddresses()
        for place in _cells(edge)
    }
    yield
    if there:
        _renote(cells.sheet, (), there)


def _renote(sheet: xw.Sheet, old: Iterable[tuple[int, int]], new: Mapping[tuple[int, int], str]) -> None:
    for place in old:
        _cell(sheet, place).clearContents(_ANNOTATION)
    notes = sheet.api.getAnnotations()
    for place, text in new.items():
        notes.insertNew(_cell(sheet, place).getCellAddress(), text)


def _stretch_rules(steps: Steps, sheet: xw.Sheet, box: Box, grown: int) -> None:
    """Let conditional formats that end with the table grow with it."""
    for rule in sheet.api.ConditionalFormats.getConditionalFormats():
        edges = rule.Range.getRangeAddresses()
        inside = [
            edge
            for edge in edges
            if edge.EndRow == box.bottom - 1 and edge.StartColumn >= box.left - 1 and edge.EndColumn <= box.right - 1
        ]
        if inside:
            act = partial(_set_range, sheet, rule, edges, inside, grown)
            steps.do(act, partial(_set_range, sheet, rule, edges, (), grown))


def _set_range(sheet: xw.Sheet, rule: Any, edges: Any, inside: Any, grown: int) -> None:
    ranges = sheet.book.api.createInstance("com.sun.star.sheet.SheetCellRanges")
    new = []
    for edge in edges:
        copy = uno_module().createUnoStruct(
            "com.sun.star.table.CellRangeAddress",
            edge.Sheet, edge.StartColumn, edge.StartRow, edge.EndColumn, grown - 1 if edge in inside else edge.EndRow,
        )  # fmt: skip
        new.append(copy)
    ranges.addRangeAddresses(tuple(new), False)
    rule.Range = ranges


def _cell(sheet: xw.Sheet, place: tuple[int, int]) -> Any:
    return sheet.api.getCellByPosition(place[1] - 1, place[0] - 1)


def _cells(edge: Any) -> Iterable[tuple[int, int]]:
    for row in range(edge.StartRow + 1, edge.EndRow + 2):
        for column in range(edge.StartColumn + 1, edge.EndColumn + 2):
            yield row, column


def _address(index: int, box: Box) -> Any:
    return uno_module().createUnoStruct(
        "com.sun.star.table.CellRangeAddress", index, box.left - 1, box.top - 1, box.right - 1, box.bottom - 1
    )
