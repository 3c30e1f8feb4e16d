"""One sheet as an .xlsx of its own, out of a live book and into it."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.books import sheet_copy
from mentoring_xl.books.parts import Parts

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
    """Return a sheet as an .xlsx of its own, by way of the whole book: a copied sheet can crash LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="mentoring-page-", ignore_cleanup_errors=True) as folder:
        path = Path(folder).resolve() / "taken.xlsx"
        suite.save_copy(sheet.book, path)
        return sheet_copy.taken(Parts(path.read_bytes()), sheet.name)
