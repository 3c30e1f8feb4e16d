"""The three-way merge of a book with a copy of it that other people worked on; pure, on whole books as data."""

from .conflicts import (
    ADDED,
    INFORMING,
    LEFT_OURS,
    READ,
    REMOVED,
    TAKEN,
    TOOK_THEIRS,
    WAITING,
    Target,
    cells_in,
    sign_of,
)
from .lines import lines_in_book
from .merge import Merged, merge
from .questions import about_taken
from .strangers import is_stranger
from .table import Taken, new_row
from .telling import as_data, described, first_taken
from .values import MERGED, meaning, value_of

__all__ = [
    "ADDED",
    "INFORMING",
    "LEFT_OURS",
    "MERGED",
    "READ",
    "REMOVED",
    "TAKEN",
    "TOOK_THEIRS",
    "WAITING",
    "Merged",
    "Taken",
    "Target",
    "about_taken",
    "as_data",
    "cells_in",
    "described",
    "first_taken",
    "is_stranger",
    "lines_in_book",
    "meaning",
    "merge",
    "new_row",
    "sign_of",
    "value_of",
]
