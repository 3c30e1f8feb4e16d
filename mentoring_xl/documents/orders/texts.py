"""The texts of one kind of order, from «Тексты» or the defaults, with their placeholders filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.documents.paper import Item
from mentoring_xl.documents.wording import fill
from mentoring_xl.schema.findings.papers import D106, D115, D116
from mentoring_xl.schema.texts import APPENDIX, BASIS, CONTROL, ITEM, ORDER_TEXTS, PREAMBLE, SUB_ITEM

from .frame import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.documents.wording import Filled, Overrides, Slots
    from mentoring_xl.schema.tables import PaperText

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class FilledText:
    """One row of «Тексты» and what came of it."""

    row: PaperText
    filled: Filled

    @property
    def part(self) -> str:
        """The part of the paper, as it is folded."""
        return fold(self.row.part)


def texts_of(kind: str, rows: Iterable[PaperText]) -> tuple[PaperText, ...]:
    """Return the texts of a kind by their numbers: the school's, or the defaults when it has none; () for neither."""
    own = tuple(row for row in rows if fold(row.kind) == fold(kind) and tidy(row.text))
    chosen = own or tuple(row for row in ORDER_TEXTS if fold(row.kind) == fold(kind))
    return tuple(sorted(chosen, key=_place))


def filled(rows: Iterable[PaperText], slots: Slots, overrides: Overrides | None = None) -> tuple[FilledText, ...]:
    """Fill the texts; a sub-item is written once for each of the people or pairs that its placeholder stands for."""
    return tuple(
        FilledText(row, fill(tidy(row.text), slots, each=fold(row.part) == SUB_ITEM, overrides=overrides))
        for row in rows
    )


def said(texts: Iterable[FilledText], part: str) -> tuple[str, ...]:
    """Return the texts of one part in their order."""
    return tuple(text for found in texts if found.part == part for text in found.filled.texts)


def wording(texts: Iterable[FilledText]) -> Wording:
    """Return what stands in the paper; the control is its last item, a sub-item belongs to the item above it."""
    known = tuple(texts)
    return Wording(
        preamble=" ".join(said(known, PREAMBLE)),
        items=(*_items(known), *(Item(text) for text in said(known, CONTROL))),
        basis=said(known, BASIS),
        appendix=" ".join(said(known, APPENDIX)),
    )


def faults(texts: Iterable[FilledText], slots: Slots) -> Iterator[Finding]:
    """Find the placeholders that mean nothing or have no data, each once, and the forms to look at."""
    told: set[object] = set()
    every = tuple(texts)
    known = ", ".join(f"{{{name}}}" for name in slots)
    for found in every:
        cell = found.row.cell("text")
        for name in found.filled.unknown:
            yield D115.at(cell, name=f"{{{name}}}", known=known)
        for name, where in found.filled.empty:
            if (word := fold(name.partition(":")[0])) not in told:
                told.add(word)
                yield D116.at(cell, name=f"{{{name}}}", where=where)
    yield from doubtful(every)


def doubtful(texts: Iterable[FilledText]) -> Iterator[Finding]:
    """Find the forms to look at, each once where its nominative stands."""
    told: set[object] = set()
    for found in texts:
        for doubt in found.filled.doubts:
            if (doubt.cell, doubt.text) not in told:
                told.add((doubt.cell, doubt.text))
                yield D106.at(doubt.cell or found.row.cell("text"), text=doubt.text, doubt=doubt.doubt)


def _place(row: PaperText) -> tuple[bool, tuple[int, ...]]:
    """A row without a number stands after those that have one; otherwise the order of the sheet is kept."""
    numbers = tuple(int(digits) for digits in _DIGITS.findall(row.number))
    return not numbers, numbers


def _items(texts: Iterable[FilledText]) -> tuple[Item, ...]:
    items: list[Item] = []
    for found in texts:
        if found.part == ITEM:
            items += [Item(text) for text in found.filled.texts]
        elif found.part == SUB_ITEM:
            above = items.pop() if items else Item("")
            items.append(Item(above.text, (*above.items, *(Item(text) for text in found.filled.texts))))
    return tuple(_ended(item) for item in items)


def _ended(item: Item) -> Item:
    """End the last sub-item with a full stop, whatever its text was written for."""
    if not item.items or not item.items[-1].text.endswith(";"):
        return item
    return Item(item.text, (*item.items[:-1], Item(f"{item.items[-1].text[:-1]}.")))
