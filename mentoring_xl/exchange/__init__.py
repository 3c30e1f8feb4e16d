"""What leaves the school: the director's copy without private columns, and the letter that carries it."""

from .copy import PRIVATE_TABLES, directors_copy, plan_caption, private_columns
from .ics import Occasion, calendar_file
from .letter import draft, note

__all__ = [
    "PRIVATE_TABLES",
    "Occasion",
    "calendar_file",
    "directors_copy",
    "draft",
    "note",
    "plan_caption",
    "private_columns",
]
