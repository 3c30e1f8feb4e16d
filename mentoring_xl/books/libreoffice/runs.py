"""Scattered cells as few rectangles, so that each costs one call."""

from __future__ import annotations

from collections.abc import Iterable


def runs(places: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Few rectangles (top, left, bottom, right) that hold exactly the given (row, column) places."""
    strips: dict[tuple[int, int], list[int]] = {}
    for column, row in sorted((column, row) for row, column in places):
        last = strips.setdefault((column, -1), [])
        if last and last[-1] == row - 1:
            last[-1] = row
        else:
            last += [row, row]
    merged: dict[tuple[int, int], list[list[int]]] = {}
    for (column, _), edges in strips.items():
        for top, bottom in zip(edges[::2], edges[1::2], strict=True):
            wide = merged.setdefault((top, bottom), [])
            if wide and wide[-1][1] == column - 1:
                wide[-1][1] = column
            else:
                wide.append([column, column])
    return [(top, left, bottom, right) for (top, bottom), wide in merged.items() for left, right in wide]
