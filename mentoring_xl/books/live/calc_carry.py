"""What goes along with rows in LibreOffice besides values: formats as properties, because copied cells split its
conditional formats."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module
from mentoring_xl.books.sheets import Box

from .blocks import blocks
from .calc_cells import address, inside
from .calc_fill import filled_down
from .calc_notes import notes_in, renote
from .calc_rich import lay, rich_texts
from .steps import nothing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    import xlwings as xw

    from .calc_cells import Place
    from .calc_rich import RichText
    from .steps import Steps

_LOOKS = (
    "BottomBorder", "CellBackColor", "CellProtection", "CharColor", "CharFontName", "CharHeight", "CharPosture",
    "CharStrikeout", "CharUnderline", "CharWeight", "HoriJustify", "IsCellBackgroundTransparent", "IsTextWrapped",
    "LeftBorder", "NumberFormat", "ParaIndent", "RightBorder", "RotateAngle", "ShrinkToFit", "TopBorder", "VertJustify",
)  # fmt: skip
_NEW = (*_LOOKS, "Validation")


@contextmanager
def carried(
    steps: Steps,
    sheet: xw.Sheet,
    box: Box,
    origins: Mapping[int, int | None],
    like: Mapping[int, int],
    *,
    noted: bool,
    rich: bool,
    filtered: bool,
) -> Iterator[None]:
    """Take formats, notes and what is inside texts along with rows; see `suite.Suite.carried`.

    noted: there are notes. rich: there may be texts with formats inside. filtered: rows may be hidden by a filter.
    """
    to = {origin: row for row, origin in origins.items() if origin}
    touched = {*origins, *to}
    texts = _rich_texts(sheet, box, touched) if rich else {}
    if texts:
        steps.do(nothing, partial(lay, sheet, texts))
    grown = max((*origins, *like), default=0)
    if grown > box.bottom:
        _stretch_rules(steps, sheet, box, grown)
    looks = {row: origin for origin, row in to.items()} | dict(like)
    # rows that move below the last one are dressed as new ones first: they mostly look alike
    below = {row: box.bottom for row in to.values() if row > box.bottom} | dict(like)
    if grown > box.bottom and not filtered and filled_down(steps, sheet, box, below):
        looks = {row: origin for row, origin in looks.items() if row not in like}
    _carry_looks(steps, sheet, box, looks)
    if noted:
        _carry_notes(steps, sheet, box, touched, to)
    yield
    moved = {(to[row], column): text for (row, column), text in texts.items() if row in to}
    if moved:
        steps.do(partial(lay, sheet, moved), nothing)


def _rich_texts(sheet: xw.Sheet, box: Box, rows: set[int]) -> dict[Place, RichText]:
    standing = [row for row in rows if row <= box.bottom]
    if not standing:
        return {}
    return rich_texts(sheet.range((min(standing), box.left), (max(standing), box.right)), rows)


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
        for place in inside(edge)
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
                steps.between()

        steps.do(act, back)


def _dress(sheet: xw.Sheet, places: Iterable[Place], names: Any, values: Any) -> None:
    ranges = sheet.book.api.createInstance("com.sun.star.sheet.SheetCellRanges")
    edges = (address(sheet, found) for found in blocks(set(places), lambda row, column: False))
    ranges.addRangeAddresses(tuple(edges), False)
    ranges.setPropertyValues(names, values)


def _carry_notes(steps: Steps, sheet: xw.Sheet, box: Box, touched: Collection[int], to: Mapping[int, int]) -> None:
    notes = notes_in(sheet.range((box.top, box.left), (box.bottom, box.right)))
    noted = {place: note for place, note in notes.items() if place[0] in touched}
    if noted:
        moved = {(to[row], column): note for (row, column), note in noted.items() if row in to}
        hush = steps.between
        steps.do(partial(renote, sheet, noted, moved, hush), partial(renote, sheet, [*moved, *noted], noted, hush))


def _stretch_rules(steps: Steps, sheet: xw.Sheet, box: Box, grown: int) -> None:
    """Let conditional formats that end with the table grow with it."""
    growing = []
    for rule in sheet.api.ConditionalFormats.getConditionalFormats():
        old = rule.Range.getRangeAddresses()
        new = tuple(_stretched(edge, grown) if _ends_with(edge, box) else edge for edge in old)
        if new != old:
            growing.append((rule, old, new))

    def set_ranges(which: int) -> None:
        for rule, *edges in growing:
            ranges = sheet.book.api.createInstance("com.sun.star.sheet.SheetCellRanges")
            ranges.addRangeAddresses(edges[which], False)
            rule.Range = ranges

    if growing:
        steps.do(partial(set_ranges, 1), partial(set_ranges, 0))


def _ends_with(edge: Any, box: Box) -> bool:
    is_below_heads = edge.StartColumn >= box.left - 1 and edge.EndColumn <= box.right - 1
    return bool(is_below_heads and edge.EndRow == box.bottom - 1)


def _stretched(edge: Any, bottom: int) -> Any:
    return uno_module().createUnoStruct(
        "com.sun.star.table.CellRangeAddress",
        edge.Sheet, edge.StartColumn, edge.StartRow, edge.EndColumn, bottom - 1,
    )  # fmt: skip
