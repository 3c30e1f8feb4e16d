"""A copy of a sheet in its own book or in another, with what it needs to be printed alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .finding import uno_module
from .telling import changed

# a scale undoes a fit to pages and the other way round, so only the one in force is set, and last
_FITS = ("ScaleToPagesX", "ScaleToPagesY", "ScaleToPages", "PageScale")
_FIRST = ("HeaderIsOn", "FooterIsOn", "HeaderOn", "FooterOn", "HeaderIsShared", "FooterIsShared")
_LEFT_OUT = frozenset({"DisplayName", "Hidden", "PrinterPaperTray", "UserDefinedAttributes", *_FITS, *_FIRST})


def copy(sheet: Any, book: Any, index: int) -> None:
    """Puts a copy of `sheet` into `book` at `index` (from zero)."""
    with changed("copying a sheet", book.document):
        if book is sheet.book:
            sheets = book.document.Sheets
            sheets.copyByName(sheet.uno.getName(), _free_name(sheet.uno.getName(), sheets), index)
            return
        again = _locking(book.document.getUndoManager())
        book.document.Sheets.importSheet(sheet.book.document, sheet.uno.getName(), index)
        again()
        _page(sheet.book.document, sheet.uno, book.document, book.document.Sheets.getByIndex(index), again)


def _locking(manager: Any) -> Callable[[], None]:
    """Locks the undo list again if it is locked now: each call that follows unlocks it, and the next would be noted."""
    if not manager.isLocked():
        return lambda: None

    def again() -> None:
        if not manager.isLocked():
            manager.unlock()
            manager.lock()

    return again


def _free_name(name: str, sheets: Any) -> str:
    """As Excel names a copy: "name (2)"."""
    number = 2
    while sheets.hasByName(f"{name} ({number})"):
        number += 1
    return f"{name} ({number})"


def _page(source: Any, sheet: Any, target: Any, made: Any, again: Callable[[], None]) -> None:
    made.setPrintAreas(_moved(sheet.getPrintAreas(), made))
    again()
    for rows_or_columns in ("Rows", "Columns"):
        if getattr(sheet, f"getPrintTitle{rows_or_columns}")():
            title = getattr(sheet, f"getTitle{rows_or_columns}")()
            getattr(made, f"setTitle{rows_or_columns}")(_moved((title,), made)[0])
            again()
            getattr(made, f"setPrintTitle{rows_or_columns}")(True)
            again()
    made.PageStyle = _style(source, sheet.PageStyle, target, f"PageStyle_{made.getName()}")
    again()


def _moved(areas: Any, made: Any) -> tuple[Any, ...]:
    number = made.getRangeAddress().Sheet
    for area in areas:
        area.Sheet = number
    return tuple(areas)


def _style(source: Any, name: str, target: Any, called: str) -> str:
    styles = target.StyleFamilies.getByName("PageStyles")
    if styles.hasByName(called):
        styles.removeByName(called)
    styles.insertByName(called, target.createInstance("com.sun.star.style.PageStyle"))
    old, new = source.StyleFamilies.getByName("PageStyles").getByName(name), styles.getByName(called)
    for part in _FIRST:
        new.setPropertyValue(part, old.getPropertyValue(part))
    for one in old.getPropertySetInfo().getProperties():
        if one.Name not in _LEFT_OUT and not one.Attributes & _read_only():
            new.setPropertyValue(one.Name, old.getPropertyValue(one.Name))
    _fit(old, new)
    return called


def _fit(old: Any, new: Any) -> None:
    x, y, pages, scale = (old.getPropertyValue(name) for name in _FITS)
    if x or y:
        new.ScaleToPagesX, new.ScaleToPagesY = x, y
    elif pages:
        new.ScaleToPages = pages
    else:
        new.PageScale = scale


def _read_only() -> int:
    return int(uno_module().getConstantByName("com.sun.star.beans.PropertyAttribute.READONLY"))
