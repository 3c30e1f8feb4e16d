"""How many lines a text takes in a cell of a given width."""

from __future__ import annotations

import math


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in `width` characters, words kept whole."""
    return sum(_wrapped(part, max(width, 1.0)) for part in text.split("\n"))


def _wrapped(text: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        length = len(word)
        if used and used + 1 + length > width:
            lines, used = lines + 1, 0.0
        used += length + (1 if used else 0)
        if used > width:
            lines, used = lines + math.ceil(used / width) - 1, used % width
    return lines
