"""The commands of the command line: a module for each, or for a family. It declares its arguments and runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    addin,
    calendar,
    deadline,
    demo,
    director_copy,
    import_roadmap,
    new,
    press,
    reminders,
    survey_results,
    undo,
)

if TYPE_CHECKING:
    from .base import Commands

__all__ = ["declare"]

_IN_ORDER_OF_HELP = (
    new,
    import_roadmap,
    demo,
    director_copy,
    undo,
    survey_results,
    deadline,
    calendar,
    reminders,
    addin,
    press,
)


def declare(commands: Commands) -> None:
    """Add all commands to a parser, in the order in which the help lists them."""
    for family in _IN_ORDER_OF_HELP:
        family.declare(commands)
