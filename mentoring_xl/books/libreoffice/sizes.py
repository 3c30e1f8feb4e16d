"""Widths in characters and heights in points, as Excel counts them, against the office's hundredths of a millimetre."""

from __future__ import annotations

from typing import Any

from .addresses import Box
from .guard import changing

_MM100 = 2540
_POINTS = 72
_PIXELS = 96
# of the font that Excel measures columns with (Calibri 11): pixels of a digit and of the padding
_DIGIT, _PADDING = 7, 5


def characters(width: int) -> float:
    """A column's width (1/100 mm) in characters; narrower than one character it is a share of one, as in Excel."""
    pixels = round(width * _PIXELS / _MM100)
    return round((pixels - _PADDING) / _DIGIT if pixels >= _DIGIT + _PADDING else pixels / (_DIGIT + _PADDING), 2)


def width_of(count: float) -> int:
    """The width (1/100 mm) of a column of so many characters."""
    pixels = count * _DIGIT + _PADDING if count >= 1 else count * (_DIGIT + _PADDING)
    return round(round(pixels) * _MM100 / _PIXELS)


def _points(length: int) -> float:
    return round(length * _POINTS / _MM100 * 4) / 4


class Sizes:
    """The part of a Range that is about widths and heights."""

    uno: Any
    box: Box
    _sheet: Any

    @property
    def column_width(self) -> float | None:
        """Characters; None when the columns differ."""
        return self._shared(self.uno.getColumns(), "Width", self.box.columns, characters)

    @column_width.setter
    def column_width(self, value: float) -> None:
        with changing(self, "changing a width"):
            self.uno.getColumns().Width = width_of(value)

    @property
    def row_height(self) -> float | None:
        """Points; None when the rows differ."""
        return self._shared(self.uno.getRows(), "Height", self.box.rows, _points)

    @row_height.setter
    def row_height(self, value: float) -> None:
        with changing(self, "changing a height"):
            self.uno.getRows().Height = round(value * _MM100 / _POINTS)

    def _shared(self, lines: Any, name: str, count: int, counted: Any) -> float | None:
        """Lines outside of the used cells are taken to be like the first one."""
        first: float = counted(getattr(lines, name))
        used = self._sheet.used_range.box
        seen = min(count, max(used.bottom - self.box.row, used.right - self.box.column) + 1)
        for index in range(1, seen):
            if counted(getattr(lines.getByIndex(index), name)) != first:
                return None
        return first

    @property
    def width(self) -> float:
        return _points(self.uno.Size.Width)

    @property
    def height(self) -> float:
        return _points(self.uno.Size.Height)

    @property
    def left(self) -> float:
        return _points(self.uno.Position.X)

    @property
    def top(self) -> float:
        return _points(self.uno.Position.Y)

    def autofit(self, axis: str | None = None) -> None:
        with changing(self, "fitting widths and heights"):
            if axis in {None, "c", "columns"}:
                self.uno.getColumns().OptimalWidth = True
            if axis in {None, "r", "rows"}:
                self.uno.getRows().OptimalHeight = True

    @property
    def row_hidden(self) -> bool | None:
        return self._hidden(self.uno.getRows())

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        with changing(self, "hiding rows"):
            self.uno.getRows().IsVisible = not value

    @property
    def column_hidden(self) -> bool | None:
        return self._hidden(self.uno.getColumns())

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        with changing(self, "hiding columns"):
            self.uno.getColumns().IsVisible = not value

    @staticmethod
    def _hidden(lines: Any) -> bool | None:
        states = {bool(lines.getByIndex(index).IsVisible) for index in range(lines.getCount())}
        return not states.pop() if len(states) == 1 else None
