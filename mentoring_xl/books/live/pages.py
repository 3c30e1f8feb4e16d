"""Printed pages in a live book: drawn in a small book of their own, whose sheet is copied in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.books.print_sheet import draw

if TYPE_CHECKING:
    import xlwings as xw

    from mentoring_xl.core.page import Page

    from .steps import Steps
    from .suite import Suite

_ASIDE = "~{}"
_LONGEST_TITLE = 31


class PageWriter:
    """Lays pages; a sheet that is replaced is only put aside until `finish`."""

    def __init__(self, book: xw.Book, suite: Suite, steps: Steps) -> None:
        self._book, self._suite, self._steps = book, suite, steps
        self._aside: list[xw.Sheet] = []

    def lay(self, title: str, page: Page) -> None:
        """Put a page on the sheet of this title, at its place, or behind the last sheet when there is none."""
        old = next((sheet for sheet in self._book.sheets if sheet.name == title), None)
        if old is None:
            self._steps.do(lambda: self._copy_in(title, page, None), lambda: self._take_out(title))
        else:
            self._aside.append(old)
            self._steps.do(lambda: self._replace(old, title, page), lambda: self._put_back(old, title))

    def finish(self) -> None:
        """Take the replaced sheets away for good."""
        while self._aside:
            self._aside.pop().delete()

    def _replace(self, old: xw.Sheet, title: str, page: Page) -> None:
        old.name = _ASIDE.format(title)[:_LONGEST_TITLE]
        self._copy_in(title, page, old)

    def _put_back(self, old: xw.Sheet, title: str) -> None:
        """Nothing comes back once the press is finished: then `undo` of the book does it."""
        if old in self._aside:
            self._take_out(title, besides=old)
            old.name = title

    def _take_out(self, title: str, besides: xw.Sheet | None = None) -> None:
        for sheet in [sheet for sheet in self._book.sheets if sheet.name == title and sheet != besides]:
            sheet.delete()

    def _copy_in(self, title: str, page: Page, before: xw.Sheet | None) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.xlsx"
            path.write_bytes(draw(page, title))
            with self._suite.opened(path) as drawing:
                last = self._book.sheets[len(self._book.sheets) - 1]
                drawing.sheets[0].copy(before=before, after=None if before else last)
