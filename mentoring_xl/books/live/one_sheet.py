"""One sheet as an .xlsx of its own, out of a live book and into it."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

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


def saved(suite: Suite, book: xw.Book) -> Parts:
    """Return a live book as it stands; sheets are taken out of it, because a copied sheet can crash LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="mentoring-page-", ignore_cleanup_errors=True) as folder:
        path = Path(folder).resolve() / "taken.xlsx"
        suite.save_copy(book, path)
        return Parts(path.read_bytes())
