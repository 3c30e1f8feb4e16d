"""A change of cells that the office would leave out in silence is told instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .errors import OfficeError
from .telling import told


@contextmanager
def changing(cells: Any, what: str) -> Iterator[None]:
    """OfficeError "protected" when the sheet of `cells` is: UNO ignores formats and moves there without a word."""
    sheet = cells._sheet
    with told(what, sheet.book.document, sheet.uno):
        if sheet.uno.isProtected():
            raise OfficeError("protected", f"{what}: the sheet is protected")
        yield
