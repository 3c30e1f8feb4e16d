"""Turns what UNO raises into an OfficeError with the reason that lies behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .errors import OfficeError
from .finding import uno_module


def _reason(failure: Any, document: Any, sheet: Any) -> str:
    kind = type(failure).__name__.rpartition(".")[2]
    if kind == "DisposedException":
        return "gone"
    try:
        if sheet is not None and sheet.isProtected():
            return "protected"
        if document is not None and document.isReadonly():
            return "read-only"
    except type(failure):
        return "gone"
    if kind in {"BusyException", "NotInitializedException", "CloseVetoException"}:
        return "busy"
    return "refused"


@contextmanager
def told(what: str, document: Callable[[], Any] | Any = None, sheet: Any = None) -> Iterator[None]:
    """Turns a UNO exception into an OfficeError: `what` says in English what was tried.

    The reason is "gone" (office or document closed), "protected" (`sheet` is), "read-only" (`document` is), "busy" or
    "refused".
    """
    uno = uno_module()
    try:
        yield
    except uno.getClass("com.sun.star.uno.Exception") as failure:
        detail = str(getattr(failure, "Message", "")).split("\n")[0]
        raise OfficeError(_reason(failure, document, sheet), f"{what}: {detail or type(failure).__name__}") from failure
