"""Which wording a programme or another paper of this room takes: the school's own, else the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.documents.orders.texts import filled
from mentoring_xl.documents.orders.texts import texts_of as own_or_order
from mentoring_xl.documents.wording import fill
from mentoring_xl.schema.findings.programmes import W108
from mentoring_xl.schema.texts_programmes import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.wording import Overrides, Slots
    from mentoring_xl.schema.tables.papers import PaperText


def texts_of(kind: str, rows: Sequence[PaperText]) -> tuple[PaperText, ...]:
    """Return the texts of a kind by their numbers: the school's, or the defaults when it has none; () for neither."""
    return own_or_order(kind, rows) or own_or_order(kind, PROGRAMME_TEXTS)


def written(
    kind: str, rows: Sequence[PaperText], slots: Slots, overrides: Overrides | None = None
) -> tuple[FilledText, ...]:
    """Return the texts of a kind with their placeholders filled."""
    return filled(texts_of(kind, rows), slots, overrides)


def unknown_words(rows: Iterable[PaperText], known: Mapping[str, Slots]) -> Iterator[Finding]:
    """Find in «Тексты» the placeholders that mean nothing, in sheet order, each once a cell.

    known: placeholders by the kind of the paper, without what follows its colon; other kinds are left alone.
    """
    slots_of = {fold(kind): slots for kind, slots in known.items()}
    for row in rows:
        slots = slots_of.get(fold(row.kind.partition(":")[0]))
        if slots is not None:
            words = ", ".join(f"{{{name}}}" for name in slots)
            for name in dict.fromkeys(fill(tidy(row.text), slots).unknown):
                yield W108.at(row.cell("text"), name=f"{{{name}}}", known=words)
