"""Who could mentor whom: scores, bans, the best set of pairs, and the reasons a person reads."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .doors import bans, score, warnings

__all__ = ["assign", "bans", "explain", "score", "warnings"]

_HOMES = {"score": "doors", "bans": "doors", "warnings": "doors", "assign": "solving", "explain": "explaining"}
_NAMES = {"assign": "solve"}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: a press that matches nothing loads no arithmetic."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), _NAMES.get(name, name))
