"""Microsoft Excel through COM: where xlwings has no word for what a press needs."""

from __future__ import annotations

import importlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import xlwings as xw

from .excel_writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY = frozenset({-2147418111, -2146777998})
"""RPC_E_CALL_REJECTED and VBA_E_IGNORE: a cell is being edited or a dialog is open."""

_GONE = frozenset({-2147417848, -2147023174, -2146827864})
"""RPC_E_DISCONNECTED, RPC_S_SERVER_UNAVAILABLE and «Object required»: the book or Excel is closed."""


class Excel(Writing):
    """See `suite.Suite`."""

    title = "Excel"

    def __init__(self, app: xw.App) -> None:
        self._app = app
        with suppress(ImportError):
            # xlwings would try a call that Excel rejects for ever
            windows: Any = importlib.import_module("xlwings._xlwindows")
            windows.N_COM_ATTEMPTS = 1
        self.faults: tuple[type[BaseException], ...] = (xw.XlwingsError, *_com_errors())

    def is_busy(self, fault: BaseException) -> bool:
        """Tell whether the same call may succeed a little later."""
        return bool(_BUSY & _numbers(fault))

    def is_gone(self, fault: BaseException) -> bool:
        """Tell whether the book or Excel is closed."""
        return bool(_GONE & _numbers(fault))

    def save_copy(self, book: xw.Book, path: Path) -> None:
        """Write the book as it stands to another .xlsx."""
        book.api.SaveCopyAs(str(path))

    @contextmanager
    def opened(self, path: Path) -> Iterator[xw.Book]:
        """Open a file; drawing is paused, so that nobody sees it."""
        book = self._app.books.open(path, update_links=False)
        try:
            yield book
        finally:
            book.close()

    def copy_in(self, drawing: xw.Book, number: int, book: xw.Book, before: xw.Sheet | None) -> xw.Sheet:
        """Copy a sheet of another book in."""
        page = drawing.sheets[number]
        return page.copy(before=before) if before else page.copy(after=book.sheets[-1])


def _com_errors() -> tuple[type[BaseException], ...]:
    with suppress(ImportError):
        found: Any = importlib.import_module("pywintypes")
        return (found.com_error,)
    return ()


def _numbers(fault: BaseException) -> set[int]:
    """Return the error numbers that a COM error carries."""
    inner = next((arg for arg in fault.args if isinstance(arg, tuple)), ())
    given = (getattr(fault, "hresult", None), *fault.args, *inner)
    return {number for number in given if isinstance(number, int)}
