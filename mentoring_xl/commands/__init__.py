"""The commands of the command line: a module for each, or for a family. It declares its arguments and runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    accept_reply,
    addin,
    calendar,
    deadline,
    demo,
    erase,
    explain_pair,
    export,
    import_answers,
    import_roadmap,
    merge,
    network,
    new,
    press,
    questionnaires,
    reminders,
    report,
    send,
    undo,
    what_if,
)

if TYPE_CHECKING:
    from .base import Commands

__all__ = ["declare"]

_IN_ORDER_OF_HELP = (
    new,
    import_roadmap,
    import_answers,
    demo,
    send,
    accept_reply,
    merge,
    export,
    questionnaires,
    report,
    erase,
    undo,
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
