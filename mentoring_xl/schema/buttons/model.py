"""What a control of the add-ins is, and what a button is besides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring_xl.core.table import Row


@dataclass(frozen=True)
class Control:
    """What ribbon, toolbar and menu show.

    name: the command (with «-»), the VBA Sub and the control id. group: shown around it. icon: an imageMso name.
    keytip: the key after Alt. large: a large button of the ribbon. dialog: asks first, in its own module of `dialogs`.
    typed: the command where it is another word.
    """

    name: str
    label: str
    group: str
    screentip: str
    supertip: str
    keytip: str
    icon: str
    large: bool = field(default=False, kw_only=True)
    dialog: bool = field(default=False, kw_only=True)
    typed: str = field(default="", kw_only=True)

    @property
    def command(self) -> str:
        """The command of the terminal."""
        return self.typed or self.name.replace("_", "-")


@dataclass(frozen=True)
class Button(Control):
    """A control with an action of the same name.

    reads: the tables handed to the action («Настройки» always are). writes: the tables it may change.
    finds: the first letters of the codes whose findings each press looks for anew; "" for one that only reports.
    """

    reads: tuple[type[Row], ...]
    writes: tuple[type[Row], ...]
    finds: str = ""
