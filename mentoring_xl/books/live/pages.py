"""Printed pages in a live book: the sheet of a small book of their own is copied in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .one_sheet import laid_open

if TYPE_CHECKING:
    import xlwings as xw

    from .steps import Steps
    from .suite import Suite

_LONGEST_TITLE = 31


class PageWriter:
    """Lays pages; a sheet that is replaced or taken out is only put aside until `finish`."""

    def __init__(self, book: xw.Book, suite: Suite, steps: Steps) -> None:
        self._book, self._suite, self._steps = book, suite, steps
        self._aside: list[xw.Sheet] = []

    def lay(self, title: str, data: bytes) -> None:
        """Put the sheet of a small .xlsx at the place of the sheet of this title, or behind the last one."""
        old = self._standing(title)
        if old is None:
            self._steps.do(lambda: self._copy_in(title, data, None), lambda: self._delete(title))
            return
        self._put_aside(old, title)
        self._steps.do(lambda: self._copy_in(title, data, old), lambda: self._delete(title))

    def take_out(self, title: str) -> None:
        """Take a sheet out."""
        old = self._standing(title)
        if old is not None:
            self._put_aside(old, title)

    def finish(self) -> None:
        """Take the sheets that were put aside away for good; only `undo` of the book brings them back."""
        while self._aside:
            self._suite.delete(self._aside.pop())

    def _put_aside(self, old: xw.Sheet, title: str) -> None:
        self._aside.append(old)

        def act() -> None:
            old.name = f"~{title}"[:_LONGEST_TITLE]

        def back() -> None:
            if old in self._aside:
                old.name = title

        self._steps.do(act, back)

    def _standing(self, title: str) -> xw.Sheet | None:
        return self._book.sheets[title] if title in self._book.sheet_names else None

    def _delete(self, title: str) -> None:
        found = self._standing(title)
        if found is not None:
            self._suite.delete(found)

    def _copy_in(self, title: str, data: bytes, before: xw.Sheet | None) -> None:
        with laid_open(self._suite, data) as drawing:
            if before is not None:
                place = before.index - 1
                drawing.sheets[0].copy(before=before)
            else:
                place = len(self._book.sheets)
                drawing.sheets[0].copy(after=self._book.sheets[place - 1])
            made = self._book.sheets[place]
            if made.name != title:
                made.name = title
