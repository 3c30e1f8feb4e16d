"""Taking back the last press: the book as it was before, with what a person has changed since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted
from mentoring_xl.schema.tables import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.books.port import Book
    from mentoring_xl.books.snapshots import Snapshot

_NOTHING = "Отменять нечего: записанное кнопками уже отменено или сделано больше 14 дней назад."


@dataclass(frozen=True)
class Undone:
    """What an undo did. press: «Кнопка» and when, "" when there was none. changes: cells by sheet, without «Журнал».

    left: cells that a person changed later and that stay. stale: the book no longer shows the press. saved: the book
    is the new one.
    """

    press: str = ""
    changes: Mapping[str, int] = field(default_factory=dict)
    left: int = 0
    stale: bool = False
    saved: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person reads."""
        if not self.press:
            return (_NOTHING,)
        if self.stale:
            return (f"Отменять нечего: того, что записала кнопка {self.press}, в книге уже нет.",)
        undone, returned = ("Отменено", "Возвращено") if self.saved else ("Отменилось бы", "Вернулось бы")
        cells = "; ".join(
            f"«{sheet}» – {counted(count, 'ячейка', 'ячейки', 'ячеек')}" for sheet, count in self.changes.items()
        )
        return (
            f"{undone}: {self.press}.",
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
    changes = {sheet: count for sheet, count in restored.changes.items() if sheet not in journal}
    return Undone(_press(snapshot), changes, restored.left, restored.stale, saved=not dry_run and not restored.stale)


def _press(snapshot: Snapshot) -> str:
    return f"«{snapshot.button}» от {snapshot.when:%d.%m.%Y %H:%M}"


def _left(count: int) -> str:
    stay = "она оставлена" if count % 10 == 1 and count % 100 != 11 else "они оставлены"
    return f"{counted(count, 'ячейку', 'ячейки', 'ячеек')} вы изменили позже, {stay}."
