"""Every control of the add-ins: its command, how it looks, and what a button reads and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import Setting

from .asking import LOADERS, QUESTIONS, SERVICES
from .model import Button, Control
from .pressed import BUTTONS

if TYPE_CHECKING:
    from mentoring_xl.core.table import Row

__all__ = ["ALWAYS_READ", "BUTTONS", "CONTROLS", "LOADERS", "QUESTIONS", "SERVICES", "Button", "Control", "button"]

_GROUPS = tuple(dict.fromkeys(pressed.group for pressed in (*BUTTONS, *SERVICES)))
CONTROLS: tuple[Control, ...] = tuple(
    sorted((*SERVICES, *LOADERS, *BUTTONS, *QUESTIONS), key=lambda pressed: _GROUPS.index(pressed.group))
)
"""All in the order in which they are shown: the groups of the buttons, what loads first, then the services."""


def button(name: str) -> Button:
    """Return the button of an action name or of a command; KeyError when there is none."""
    return {found.name: found for found in (*BUTTONS, *LOADERS, *QUESTIONS)}[name.replace("-", "_")]


ALWAYS_READ: tuple[type[Row], ...] = (Setting,)
