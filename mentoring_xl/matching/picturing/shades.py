"""The shades of the map: eight steps of one blue, as far apart in a black-and-white print as on a screen.

Most of them are colours of other sheets: a book that LibreOffice saves keeps no more than 56 as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

SHADES = ("#F1F6FB", "#D5E2EF", "#B0CBE6", "#8DB8E2", "#6198CC", "#3E7BB7", "#1F5A96", "#163F66")
_DARK, _WHITE = "#2B3440", "#FFFFFF"
_FIRST_WITH_WHITE = 5
_ROUND = 5


@dataclass(frozen=True)
class Scale:
    """Which points have which shade: `width` whole points to a step, the first from `low` on."""

    low: int
    width: int

    def step(self, points: int) -> int:
        """Return the step, 0…7, of whole points; what lies outside has the nearest."""
        return min(max((points - self.low) // self.width, 0), len(SHADES) - 1)

    def label(self, step: int) -> str:
        """Return the points of a step: «40–46»."""
        first = self.low + step * self.width
        last = first + self.width - 1
        return f"{first}–{last}" if last > first else str(first)


def scale_of(points: Collection[int]) -> Scale:
    """Return the scale on which these points, 0…100, spread over the steps: a school's pairs are seldom below 30."""
    low = min(points, default=0) // _ROUND * _ROUND
    return Scale(low, max(-(-(max(points, default=0) + 1 - low) // len(SHADES)), 1))


def ink(step: int) -> str:
    """Return the colour of a text that can be read on a step."""
    return _WHITE if step >= _FIRST_WITH_WHITE else _DARK
