"""What leaves the school and comes back: the director's copy, the letter that carries it, its password, calendars."""

from .changes import changes, counts
from .copy import LeftOut, directors_copy, left_out
from .ics import Occasion, calendar_file
from .letter import Letter, as_draft, as_message, note
from .waiting import waiting

__all__ = [
    "LeftOut",
    "Letter",
    "Occasion",
    "as_draft",
    "as_message",
    "calendar_file",
    "changes",
    "counts",
    "directors_copy",
    "left_out",
    "note",
    "waiting",
]
