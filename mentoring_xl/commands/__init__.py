"""The commands of the command line: a module for each, or for a family. It declares its arguments and runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    addin,
    calendar,
    deadline,
    demo,
    director_copy,
    erase,
    explain_pair,
    export,
    import_roadmap,
    network,
    new,
    press,
    reminders,
    survey_results,
    undo,
    what_if,
)

if TYPE_CHECKING:
    from .base import Commands

__all__ = ["declare"]

_IN_ORDER_OF_HELP = (
    new,
    import_roadmap,
    demo,
    director_copy,
    export,
    erase,
    undo,
    survey_results,
    explain_pair,
    what_if,
    network,
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
