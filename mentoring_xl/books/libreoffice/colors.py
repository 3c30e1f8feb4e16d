"""Colours: Excel's ways of naming one against the office's 0xRRGGBB, where -1 is none."""

from __future__ import annotations

from typing import Any

from xlwings.utils import hex_to_rgb, int_to_rgb

_NONE = -1


def to_uno(color: Any) -> int:
    """From an RGB tuple, "#rrggbb", Excel's own number (0xBBGGRR) or None."""
    if color is None:
        return _NONE
    if isinstance(color, str):
        color = hex_to_rgb(color)
    elif isinstance(color, int):
        color = int_to_rgb(color)
    red, green, blue = color
    return int(red) << 16 | int(green) << 8 | int(blue)


def of_uno(color: int | None) -> tuple[int, int, int] | None:
    if color is None or color == _NONE:
        return None
    return color >> 16 & 255, color >> 8 & 255, color & 255
