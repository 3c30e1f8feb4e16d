"""Printed pages in a live book: the sheets of a small book of their own are copied in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .one_sheet import laid_open

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import xlwings as xw

    from .steps import Steps
    from .suite import Suite

_LONGEST_TITLE = 31


class PageWriter:
    """Lays pages; a sheet that is replaced or taken out is only put aside until `finish`. titles: of the sheets."""

    def __init__(self, book: xw.Book, suite: Suite, steps: Steps, titles: Collection[str]) -> None:
        self._book, self._suite, self._steps, self._titles = book, suite, steps, titles
        self._aside: list[xw.Sheet] = []

    def lay(self, data: bytes, titles: Sequence[str]) -> None:
        """Put the first sheets of a small .xlsx at the places of the sheets of these titles, or behind the last one."""
        replaced = {title: self._book.sheets[title] for title in titles if title in self._titles}
        for title, old in replaced.items():
            self._put_aside(old, title)
        copied: set[str] = set()

        def back() -> None:
            copied.clear()
            self._delete(titles)

        self._steps.do(lambda: self._copy_in(data, titles, replaced, copied), back)

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

    def _delete(self, titles: Sequence[str]) -> None:
        for title in titles:
            if title in self._book.sheet_names:
                self._suite.delete(self._book.sheets[title])
                self._steps.between()

    def _copy_in(self, data: bytes, titles: Sequence[str], replaced: Mapping[str, xw.Sheet], copied: set[str]) -> None:
        """Copy the sheets that are not `copied` yet: a try that a busy suite broke off is taken up where it ended."""
        with laid_open(self._suite, data) as drawing:
            for number, title in enumerate(titles):
                if title not in copied:
                    made = self._suite.copy_in(drawing, number, self._book, replaced.get(title))
                    if made.name != title:
                        made.name = title
                        self._steps.between()
                    copied.add(title)
