"""A change of cells that the office would leave out in silence is told instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .errors import OfficeError
from .telling import changed


@contextmanager
def changing(cells: Any, what: str, *, contents_only: bool = False) -> Iterator[None]:
    """OfficeError "protected" when the sheet of `cells` is: UNO ignores formats and moves there without a word.

    The contents of unlocked cells may be changed all the same.
    """
    sheet = cells.sheet
    with changed(what, sheet.book.document, sheet.uno):
        if sheet.uno.isProtected() and not (contents_only and _unlocked(cells.uno)):
            raise OfficeError("protected", f"{what}: the sheet is protected")
        yield


def _unlocked(uno: Any) -> bool:
    if uno.getPropertyState("CellProtection").value == "AMBIGUOUS_VALUE":
        return False
    return not uno.CellProtection.IsLocked
