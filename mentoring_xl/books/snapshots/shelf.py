"""A snapshot, and what keeps the snapshots of one book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.books.trace import Trace


@dataclass(frozen=True)
class Snapshot:
    """One press: the label of its button, its local time, and what it wrote."""

    button: str
    when: dt.datetime
    trace: Trace


class Shelf(Protocol):
    """The snapshots of one book, oldest first; every method raises BookError when the disk refuses."""

    def keep(self, snapshot: Snapshot) -> None:
        """Add a snapshot and drop those that are too many or too old."""

    def newest(self) -> Snapshot | None:
        """Return the last snapshot, None when there is none; BookError when it cannot be read."""

    def drop(self) -> None:
        """Remove the last snapshot."""


class MemoryShelf:
    """The snapshots of a book that lives only in memory."""

    def __init__(self) -> None:
        self.kept: list[Snapshot] = []

    def keep(self, snapshot: Snapshot) -> None:
        """Add a snapshot."""
        self.kept.append(snapshot)

    def newest(self) -> Snapshot | None:
        """Return the last snapshot, None when there is none."""
        return self.kept[-1] if self.kept else None

    def drop(self) -> None:
        """Remove the last snapshot."""
        self.kept.pop()
