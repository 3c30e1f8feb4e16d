"""How cells look: number format, colours, font, alignment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlwings import base_classes

from .colors import of_uno, to_uno
from .finding import uno_module
from .guard import changing
from .partial import MissingError, Partial
from .runs import runs

# mypy: allow-subclassing-any

_HORIZONTAL = {
    "general": "STANDARD",
    "left": "LEFT",
    "center": "CENTER",
    "right": "RIGHT",
    "justify": "BLOCK",
    "fill": "REPEAT",
}
# com.sun.star.table.CellVertJustify2; its STANDARD (0) is shown at the bottom
_VERTICAL = {"bottom": 3, "top": 1, "center": 2, "justify": 4}
_BOLD_FROM = 110.0


def common(uno: Any, name: str) -> Any:
    """The value of a property that all the cells share; None when they differ."""
    if uno.getPropertyState(name).value == "AMBIGUOUS_VALUE":
        return None
    return uno.getPropertyValue(name)


class Look:
    """The part of a Range that is about looks."""

    uno: Any
    _sheet: Any

    @property
    def number_format(self) -> str | None:
        """Excel's en-US code, None when the cells have several."""
        key = common(self.uno, "NumberFormat")
        return None if key is None else str(self._sheet.book.formats.code(key))

    @number_format.setter
    def number_format(self, value: str) -> None:
        self.put(NumberFormat=self._sheet.book.formats.key(value))

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The fill; None when there is none or the cells differ."""
        return of_uno(common(self.uno, "CellBackColor"))

    @color.setter
    def color(self, color_or_rgb: Any) -> None:
        self.put(CellBackColor=to_uno(color_or_rgb))

    def set_colors(self, colors: Sequence[Sequence[Any]]) -> None:
        """Fills by cell; `...` leaves a cell as it is. Cells of one colour are filled together."""
        places: dict[Any, list[tuple[int, int]]] = {}
        for row, line in enumerate(colors):
            for column, color in enumerate(line):
                if color is not ...:
                    places.setdefault(color, []).append((row, column))
        with changing(self, "colouring cells"):
            for color, where in places.items():
                for top, left, bottom, right in runs(where):
                    self.uno.getCellRangeByPosition(left, top, right, bottom).CellBackColor = to_uno(color)

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def wrap_text(self) -> bool | None:
        return None if (wrapped := common(self.uno, "IsTextWrapped")) is None else bool(wrapped)

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self.put(IsTextWrapped=bool(value))

    @property
    def horizontal_alignment(self) -> str | None:
        found = common(self.uno, "HoriJustify")
        return None if found is None else {uno: name for name, uno in _HORIZONTAL.items()}[found.value]

    @horizontal_alignment.setter
    def horizontal_alignment(self, value: str) -> None:
        if value not in _HORIZONTAL:
            raise MissingError(f"Range.horizontal_alignment = {value!r} is not implemented by the libreoffice engine")
        self.put(HoriJustify=uno_module().Enum("com.sun.star.table.CellHoriJustify", _HORIZONTAL[value]))

    @property
    def vertical_alignment(self) -> str | None:
        found = common(self.uno, "VertJustify")
        return None if found is None else {0: "bottom"}.get(found) or {v: n for n, v in _VERTICAL.items()}[found]

    @vertical_alignment.setter
    def vertical_alignment(self, value: str) -> None:
        if value not in _VERTICAL:
            raise MissingError(f"Range.vertical_alignment = {value!r} is not implemented by the libreoffice engine")
        self.put(VertJustify=_VERTICAL[value])

    def put(self, **properties: Any) -> None:
        """Sets properties of com.sun.star.table.CellProperties and CharacterProperties for all the cells."""
        with changing(self, "formatting cells"):
            for name, value in properties.items():
                self.uno.setPropertyValue(name, value)


class Font(Partial, base_classes.Font):
    """The font of the cells of a range; a value is None when the cells differ."""

    def __init__(self, cells: Any) -> None:
        self._cells = cells

    @property
    def api(self) -> Any:
        return self._cells.uno

    @property
    def bold(self) -> bool | None:
        weight = common(self.api, "CharWeight")
        return None if weight is None else bool(weight > _BOLD_FROM)

    @bold.setter
    def bold(self, value: bool) -> None:
        self._cells.put(CharWeight=150.0 if value else 100.0)

    @property
    def italic(self) -> bool | None:
        slant = common(self.api, "CharPosture")
        return None if slant is None else bool(slant.value != "NONE")

    @italic.setter
    def italic(self, value: bool) -> None:
        self._cells.put(CharPosture=uno_module().Enum("com.sun.star.awt.FontSlant", "ITALIC" if value else "NONE"))

    @property
    def size(self) -> float | None:
        height = common(self.api, "CharHeight")
        return None if height is None else float(height)

    @size.setter
    def size(self, value: float) -> None:
        self._cells.put(CharHeight=float(value))

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The automatic colour is told as black, as Excel does."""
        color = common(self.api, "CharColor")
        return None if color is None else of_uno(color) or (0, 0, 0)

    @color.setter
    def color(self, color_or_rgb: Any) -> None:
        self._cells.put(CharColor=to_uno(color_or_rgb))

    @property
    def name(self) -> str | None:
        return None if (name := common(self.api, "CharFontName")) is None else str(name)

    @name.setter
    def name(self, value: str) -> None:
        self._cells.put(CharFontName=value)
