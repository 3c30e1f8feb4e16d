"""Taking back the last press: the book as it was before, with what a person has changed since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted
from mentoring_xl.schema.tables import TABLES, Entry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from mentoring_xl.books.port import Book
    from mentoring_xl.books.snapshots import Snapshot

_NOTHING = "Отменять нечего: записанное кнопками уже отменено или сделано больше 14 дней назад."
_MOMENT = "%d.%m.%Y %H:%M"


@dataclass(frozen=True)
class Undone:
    """What an undo did. button: its label, "" when there was no press; when: it was pressed.

    changes: cells by sheet, without «Журнал». left: cells that a person changed later and that stay. stale: the book no
    longer shows the press. saved: the book is the new one.
    """

    button: str = ""
    when: dt.datetime | None = None
    changes: Mapping[str, int] = field(default_factory=dict)
    left: int = 0
    stale: bool = False
    saved: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person reads."""
        if self.when is None:
            return (_NOTHING,)
        if self.stale:
            return (
                f"Отменять нечего: того, что записала кнопка «{self.button}» {self.when:{_MOMENT}}, в книге уже нет.",
            )
        undone, returned = ("Отменено", "Возвращено") if self.saved else ("Отменилось бы", "Вернулось бы")
        cells = "; ".join(
            f"«{sheet}» – {counted(count, 'ячейка', 'ячейки', 'ячеек')}" for sheet, count in self.changes.items()
        )
        return (
            f"{undone}: «{self.button}» от {self.when:{_MOMENT}}.",
            *([f"{returned}: {cells}."] if cells else []),
            *([_left(self.left)] if self.left else []),
            *([] if self.saved else ["Книга не записана."]),
        )


def undo(book: Book, *, dry_run: bool = False) -> Undone:
    """Take back the last press that wrote; the next undo takes back the one before it.

    dry_run: nothing is written. Raises BookError when the book or the snapshot cannot be read, when rows or columns
    were moved since, or when the book cannot be saved; the book and the snapshot are then as they were.
    """
    snapshot = book.shelf.newest()
    if snapshot is None:
        return Undone()
    restored = book.restore(snapshot.trace)
    if not dry_run:
        if not restored.stale:
            book.save()
        book.shelf.drop()
    journal = {table.sheet for table in snapshot.trace.tables if table.name == Entry.spec.name} | {Entry.spec.sheet}
    changes = {
        sheet: restored.changes[sheet] for sheet in _in_order(snapshot, restored.changes) if sheet not in journal
    }
    saved = not dry_run and not restored.stale
    return Undone(snapshot.button, snapshot.when, changes, restored.left, restored.stale, saved)


def _in_order(snapshot: Snapshot, sheets: Iterable[str]) -> list[str]:
    """Order sheets as those of a new book stand; printed pages come last."""
    names = [table.spec.name for table in TABLES]
    known = {table.sheet: names.index(table.name) for table in snapshot.trace.tables}
    known |= {table.spec.sheet: known.get(table.spec.sheet, at) for at, table in enumerate(TABLES)}
    return sorted(sheets, key=lambda sheet: (known.get(sheet, len(names)), sheet))


def _left(count: int) -> str:
    stay = "она оставлена" if count % 10 == 1 and count % 100 != 11 else "они оставлены"
    return f"{counted(count, 'ячейку', 'ячейки', 'ячеек')} вы изменили позже, {stay}."
