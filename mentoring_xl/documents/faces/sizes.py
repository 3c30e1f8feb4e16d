"""The sizes of ГОСТ Р 7.0.97-2025 that both faces keep: A4, margins, type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Paper

A4_MM = (210, 297)
INDENT_MM = 12.5
BODY_PT, TABLE_PT = 14.0, 12.0
POINTS = 72 / 25.4
"""Points in a millimetre."""
_LEFT, _LEFT_LONG_KEPT, _RIGHT, _TOP, _BOTTOM = 20, 30, 10, 20, 20


def margins(paper: Paper) -> tuple[int, int, int, int]:
    """Return the margins at the left, right, top and bottom in millimetres."""
    return (_LEFT_LONG_KEPT if paper.long_kept else _LEFT, _RIGHT, _TOP, _BOTTOM)


def page_mm(paper: Paper) -> tuple[int, int]:
    """Return the width and the height of the page in millimetres."""
    return (A4_MM[1], A4_MM[0]) if paper.wide else A4_MM


def room_pt(paper: Paper) -> tuple[float, float]:
    """Return the width and the height between the margins in points."""
    (width, height), (left, right, top, bottom) = page_mm(paper), margins(paper)
    return (width - left - right) * POINTS, (height - top - bottom) * POINTS
