"""Printed pages in a live book: the sheet of a small book of their own is copied in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .one_sheet import laid_open

if TYPE_CHECKING:
    from collections.abc import Collection

    import xlwings as xw

    from .steps import Steps
    from .suite import Suite

_LONGEST_TITLE = 31


class PageWriter:
    """Lays pages; a sheet that is replaced or taken out is only put aside until `finish`. titles: of the sheets."""

    def __init__(self, book: xw.Book, suite: Suite, steps: Steps, titles: Collection[str]) -> None:
        self._book, self._suite, self._steps, self._titles = book, suite, steps, titles
        self._aside: list[xw.Sheet] = []

    def lay(self, title: str, data: bytes) -> None:
        """Put the sheet of a small .xlsx at the place of the sheet of this title, or behind the last one."""
        if title not in self._titles:
            self._steps.do(lambda: self._copy_in(title, data, None), lambda: self._delete(title))
            return
        old = self._book.sheets[title]
        self._put_aside(old, title)
        self._steps.do(lambda: self._copy_in(title, data, old), lambda: self._delete(title))

    def take_out(self, title: str) -> None:
        """Take a sheet out."""
        if title in self._titles:
            self._put_aside(self._book.sheets[title], title)

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

    def _delete(self, title: str) -> None:
        if title in self._book.sheet_names:
            self._suite.delete(self._book.sheets[title])

    def _copy_in(self, title: str, data: bytes, before: xw.Sheet | None) -> None:
        with laid_open(self._suite, data) as drawing:
            made = self._suite.copy_in(drawing, self._book, before)
        if made.name != title:
            made.name = title
