"""What the engine leaves out says so by name, without a list of what is left out."""

from __future__ import annotations

from types import FunctionType
from typing import Any, NoReturn


class MissingError(NotImplementedError, AttributeError):
    """Also an AttributeError, so that `hasattr` and `getattr` with a default keep their meaning."""


def _refuses(what: str) -> Any:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise MissingError(f"{what} is not implemented by the libreoffice engine of xlwings")

    return refuse


def _is_abstract(member: Any) -> bool:
    return isinstance(member, FunctionType) and "NotImplementedError" in member.__code__.co_names


def _filled(name: str, own: property, base: property) -> property:
    getter = _refuses(name) if own.fget is base.fget and _is_abstract(own.fget) else own.fget
    needs_setter = base.fset is not None and own.fset in {None, base.fset}
    return property(getter, _refuses(f"{name} = …") if needs_setter else own.fset)


class Partial:
    """A class of the engine: members of its xlwings base class that it does not give raise NotImplementedError with
    their names, e.g. "Range.sort"; so do names that neither knows."""

    def __init_subclass__(cls) -> None:
        for base in cls.__mro__[1:]:
            if base.__module__ != "xlwings.base_classes":
                continue
            for name, member in vars(base).items():
                called = f"{cls.__name__}.{name}"
                own = getattr(cls, name)
                if isinstance(member, property) and isinstance(own, property):
                    setattr(cls, name, _filled(called, own, member))
                elif own is member and _is_abstract(own):
                    setattr(cls, name, _refuses(called))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _refuses(f"{type(self).__name__}.{name}")()
