"""What belongs to the view of a sheet: frozen panes, and the print area beside them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from xlwings import base_classes

from .addresses import address, box
from .partial import Partial
from .telling import changed, told

# mypy: allow-subclassing-any


@contextmanager
def shown(sheet: Any) -> Iterator[Any]:
    """The controller with `sheet` in front; the sheet that was there comes back."""
    controller = sheet.book.controller()
    before = controller.getActiveSheet()
    controller.setActiveSheet(sheet.uno)
    try:
        yield controller
    finally:
        controller.setActiveSheet(before)


class FreezePanes(Partial, base_classes.FreezePanes):
    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def freeze_at(self, frozen_range: str) -> None:
        """Rows and columns up to the end of the range stay in sight; "1:1" freezes rows only, "A:A" columns only."""
        whole = self._sheet.whole()
        place = box(frozen_range, lambda: whole)
        if place is None:
            raise ValueError(f"{frozen_range!r} is not an address")
        rows = 0 if place.rows == whole.rows else place.bottom
        columns = 0 if place.columns == whole.columns else place.right
        with told("freezing panes"), shown(self._sheet) as controller:
            controller.freezeAtPosition(columns, rows)

    def unfreeze(self) -> None:
        with told("unfreezing panes"), shown(self._sheet) as controller:
            controller.freezeAtPosition(0, 0)


class PageSetup(Partial, base_classes.PageSetup):
    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    @property
    def api(self) -> Any:
        """The page style of the sheet."""
        styles = self._sheet.book.document.StyleFamilies.getByName("PageStyles")
        return styles.getByName(self._sheet.uno.PageStyle)

    @property
    def print_area(self) -> str | None:
        """The A1 addresses, comma between; None when all is printed."""
        areas = self._sheet.uno.getPrintAreas()
        boxes = [
            self._sheet.between(area.StartRow, area.StartColumn, area.EndRow, area.EndColumn).box for area in areas
        ]
        return ",".join(address(one) for one in boxes) or None

    @print_area.setter
    def print_area(self, value: str | None) -> None:
        parts = value.split(",") if value else []
        with changed("setting the print area", self._sheet.book.document, self._sheet.uno):
            self._sheet.uno.setPrintAreas(tuple(self._sheet.range(part).uno.getRangeAddress() for part in parts))
