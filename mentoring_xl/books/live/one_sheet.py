"""One sheet as an .xlsx of its own, out of a live book and into it."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.books.print_sheet import draw
from mentoring_xl.core.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

    from .suite import Suite


@contextmanager
def laid_open(suite: Suite, data: bytes) -> Iterator[xw.Book]:
    """Open the bytes of a workbook out of sight."""
    with tempfile.TemporaryDirectory(prefix="mentoring-page-", ignore_cleanup_errors=True) as folder:
        path = Path(folder).resolve() / "page.xlsx"
        path.write_bytes(data)
        with suite.opened(path) as book:
            yield book


def taken(suite: Suite, sheet: xw.Sheet) -> bytes:
    """Return a sheet as an .xlsx of its own: its cells, formats and print settings."""
    with tempfile.TemporaryDirectory(prefix="mentoring-page-", ignore_cleanup_errors=True) as folder:
        path = Path(folder).resolve() / "taken.xlsx"
        with laid_open(suite, draw(Page((), ()), "~")) as book:
            sheet.copy(before=book.sheets[0])
            book.sheets["~"].delete()
            book.save(path)
        return path.read_bytes()
