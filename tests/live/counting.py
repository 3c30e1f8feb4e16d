"""Counts the UNO calls of an xlwings App: every object that comes out of the office is wrapped."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from mentoring_xl.books import libreoffice
from mentoring_xl.books.libreoffice.engine import ENGINE

if TYPE_CHECKING:
    import xlwings as xw

_PLAIN = (str, bytes, int, float, bool, type(None))


class Counted:
    """Stands for a UNO object; a method that is called, a property that is read or set counts as one call."""

    def __init__(self, inner: Any, calls: Counter[str]) -> None:
        self.__dict__["_inner"], self.__dict__["_calls"] = inner, calls

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(self._inner, name)
        if type(found).__name__ == "PyUNO_callable":
            return lambda *given: self._call(name, found, given)
        self._calls[name] += 1
        return _wrapped(found, self._calls)

    def __setattr__(self, name: str, value: object) -> None:
        self._calls[f"{name} ="] += 1
        setattr(self._inner, name, bare(value))

    def __eq__(self, other: object) -> bool:
        return bool(self._inner == bare(other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(id(self._inner))

    def _call(self, name: str, method: Any, given: tuple[object, ...]) -> Any:
        self._calls[name] += 1
        return _wrapped(method(*map(bare, given)), self._calls)


def bare(value: Any) -> Any:
    """Take the wrapping off an argument."""
    if isinstance(value, Counted):
        return value._inner
    return tuple(map(bare, value)) if type(value) is tuple else value


def counted(context: Any) -> tuple[xw.App, Counter[str]]:
    """Return an App over a component context, and its calls by name as they are made."""
    calls: Counter[str] = Counter()
    ENGINE.apps.forget(os.getpid())
    return libreoffice.inside(Counted(context, calls)), calls


def _wrapped(value: Any, calls: Counter[str]) -> Any:
    if isinstance(value, _PLAIN):
        return value
    if type(value) is tuple:
        return (
            value if not value or isinstance(value[0], (*_PLAIN, tuple)) else tuple(_wrapped(v, calls) for v in value)
        )
    return Counted(value, calls) if type(value).__name__ == "pyuno" else value
