"""A copy of a sheet in its own book or in another, with what it needs to be printed alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .finding import uno_module
from .telling import changed

# a scale undoes a fit to pages and the other way round, so only the one in force is set, and last
_FITS = ("ScaleToPagesX", "ScaleToPagesY", "ScaleToPages", "PageScale")
_FIRST = ("HeaderIsOn", "FooterIsOn", "HeaderOn", "FooterOn", "HeaderIsShared", "FooterIsShared")
_LEFT_OUT = frozenset({"DisplayName", "Hidden", "PrinterPaperTray", "UserDefinedAttributes", *_FITS, *_FIRST})


def copy(sheet: Any, book: Any, place: int | None) -> Any:
    """Puts a copy of `sheet` into `book` at `place` (from zero; None: the last), and returns it as UNO has it."""
    with changed("copying a sheet", book.document):
        sheets, name = book.spreadsheets, sheet.uno.getName()
        index = sheets.getCount() if place is None else place
        if book is sheet.book:
            sheets.copyByName(name, _free_name(name, sheets), index)
            return sheets.getByIndex(index)
        again = _locking(book.document.getUndoManager())
        sheets.importSheet(sheet.book.document, name, index)
        made = sheets.getByIndex(index)
        # a page style of another scale makes the office measure all texts of a sheet without a print area
        _print(sheet.uno, made, index, again)
        again()
        made.PageStyle = _style(sheet, book, f"PageStyle_{made.getName()}")
        again()
        return made


def _locking(manager: Any) -> Callable[[], None]:
    """Locks the undo list again if it is locked now: each call here unlocks it, and the next would be noted."""
    if not manager.isLocked():
        return lambda: None

    def again() -> None:
        manager.unlock()
        manager.lock()

    return again


def _free_name(name: str, sheets: Any) -> str:
    """As Excel names a copy: "name (2)"."""
    number = 2
    while sheets.hasByName(f"{name} ({number})"):
        number += 1
    return f"{name} ({number})"


def _print(sheet: Any, made: Any, index: int, again: Callable[[], None]) -> None:
    again()
    made.setPrintAreas(tuple(_moved(area, index) for area in sheet.getPrintAreas()))
    for rows_or_columns in ("Rows", "Columns"):
        if getattr(sheet, f"getPrintTitle{rows_or_columns}")():
            title = getattr(sheet, f"getTitle{rows_or_columns}")()
            again()
            getattr(made, f"setTitle{rows_or_columns}")(_moved(title, index))


def _moved(area: Any, index: int) -> Any:
    area.Sheet = index
    return area


def _style(sheet: Any, book: Any, called: str) -> str:
    """Makes a page style in `book` like that of `sheet`."""
    styles = book.page_styles
    if styles.hasByName(called):
        styles.removeByName(called)
    new = book.document.createInstance("com.sun.star.style.PageStyle")
    styles.insertByName(called, new)
    old = sheet.book.page_styles.getByName(sheet.uno.PageStyle)
    book.app.page_properties = names = book.app.page_properties or _settable(old)
    found = dict(zip((*names, *_FITS), old.getPropertyValues((*names, *_FITS)), strict=True))
    names = (*names, *_fits_in_force(found))
    new.setPropertyValues(names, tuple(found[name] for name in names))
    return called


def _settable(style: Any) -> tuple[str, ...]:
    """The properties of a page style, in an order in which they can be set; those of every one in an office."""
    others = (
        one.Name
        for one in style.getPropertySetInfo().getProperties()
        if one.Name not in _LEFT_OUT and not one.Attributes & _read_only()
    )
    return (*_FIRST, *others)


def _fits_in_force(found: Mapping[str, Any]) -> tuple[str, ...]:
    x, y, pages, scale = _FITS
    if found[x] or found[y]:
        return x, y
    return (pages,) if found[pages] else (scale,)


def _read_only() -> int:
    return int(uno_module().getConstantByName("com.sun.star.beans.PropertyAttribute.READONLY"))
