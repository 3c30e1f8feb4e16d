"""Turns what UNO raises into an OfficeError with the reason that lies behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .errors import OfficeError
from .finding import uno_module

_BUSY = frozenset({"BusyException", "NotInitializedException", "CloseVetoException"})


@contextmanager
def told(what: str, document: Any = None) -> Iterator[None]:
    """`what` says in English what is tried. Reasons: "gone" (the office or `document` is closed), "busy", "refused"."""
    uno_exception = uno_module().getClass("com.sun.star.uno.Exception")
    try:
        yield
    except uno_exception as failure:
        raise _error(what, failure, document, uno_exception) from failure


@contextmanager
def changed(what: str, document: Any, sheet: Any = None) -> Iterator[None]:
    """As `told`, for a change: also "protected" when `sheet` is and "read-only" when `document` is."""
    try:
        with told(what, document):
            yield
    except OfficeError as refused:
        if refused.reason != "refused":
            raise
        if sheet is not None and sheet.isProtected():
            raise OfficeError("protected", f"{refused}; the sheet is protected") from refused
        if document.isReadonly():
            raise OfficeError("read-only", f"{refused}; the book is open for reading only") from refused
        raise


def _error(what: str, failure: Any, document: Any, uno_exception: type[BaseException]) -> OfficeError:
    kind = type(failure).__name__.rpartition(".")[2]
    reason = "gone" if kind == "DisposedException" else "busy" if kind in _BUSY else "refused"
    if document is not None:
        try:
            document.getURL()
        except uno_exception:
            reason = "gone"
    detail = str(getattr(failure, "Message", "")).split("\n")[0]
    return OfficeError(reason, f"{what}: {detail or kind}")
