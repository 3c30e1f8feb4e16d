"""What a state of the plan looks like on a chart: a colour, and a sign that a black-and-white print keeps."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring_xl.schema.states.steps import AHEAD, ALWAYS, DONE, GOING_ON, NO_DEADLINE, ON_EVENT, OVERDUE, SOON, UNREAD


@dataclass(frozen=True)
class Mark:
    """A sign that the common fonts of every system have, the colour of its cell and its own, as «#RRGGBB»."""

    sign: str
    fill: str
    ink: str

    @property
    def tint(self) -> str:
        """The colour of the cell, three quarters of it white."""
        parts = (int(self.fill[at : at + 2], 16) for at in (1, 3, 5))
        return "#" + "".join(f"{255 - (255 - part) // 4:02X}" for part in parts)


MARKS = {
    DONE: Mark("√", "#BFE0C4", "#2C6632"),
    OVERDUE: Mark("!", "#C8372D", "#FFFFFF"),
    SOON: Mark("►", "#F2B33D", "#2B3440"),
    GOING_ON: Mark("●", "#8DB8E2", "#163F66"),
    AHEAD: Mark("○", "#DCE3EA", "#4C5763"),
    ALWAYS: Mark("↔", "#D9CCEB", "#4B3272"),
    ON_EVENT: Mark("◊", "#F3EAD3", "#765200"),
    NO_DEADLINE: Mark("?", "#ECEEF0", "#66717D"),
    UNREAD: Mark("‼", "#F8DFDB", "#96291F"),
}
STAGE = Mark("▬", "#5B6B7A", "#FFFFFF")
STAGE_ROW = "#E9EEE8"
HEAD = "#DCE7DD"
DOTS = "#66717D"
SHADE = "#F4F6F8"
TODAY = "#FBE9E7"
