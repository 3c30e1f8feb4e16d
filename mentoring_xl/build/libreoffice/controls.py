"""Where LibreOffice shows the controls: the menu, two toolbars and the notebook bar of Calc, each with its icons."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mentoring_xl.schema.buttons import CONTROLS

from .settings_file import entry, group, prop, settings, text_of
from .titles import ADD_IN, ENGLISH, ENGLISH_LABELS, RUSSIAN, TOOLBARS

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring_xl.schema.buttons import Control

IDENTIFIER = "ru.mentoring_xl"
SERVICE = f"{IDENTIFIER}.Press"
_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_SEPARATOR = "private:separator"
_BELOW_STANDARD_ROWS = 5
_TEXT_BESIDE_ICON = 2
_TOP = 0


_SECOND_ROW = next(place for place, control in enumerate(CONTROLS) if control.group == "Документы")
_TOOLBARS: Mapping[str, tuple[Control, ...]] = {"toolbar": CONTROLS[:_SECOND_ROW], "papers": CONTROLS[_SECOND_ROW:]}
"""All controls in one row would not fit on a screen of 1,920 points."""


def command(control: Control) -> str:
    """Return the URL that LibreOffice dispatches for a control."""
    return f"service:{SERVICE}?{control.name}"


def addons() -> str:
    """Addons.xcu: a menu, a toolbar, a notebook-bar entry and the icons."""
    root = settings("org.openoffice.Office", "Addons")
    ui = group(root, "AddonUI")
    menu = entry(group(ui, "OfficeMenuBar"), f"{IDENTIFIER}.menu")
    prop(menu, "Title", {language: f"~{name}" for language, name in ADD_IN.items()})
    prop(menu, "Context", _CALC)
    _fill(group(menu, "Submenu"), CONTROLS)
    bars = group(ui, "OfficeToolBar")
    for name, controls in _TOOLBARS.items():
        _fill(entry(bars, f"{IDENTIFIER}.{name}"), controls)
    _fill(entry(group(ui, "OfficeNotebookBar"), f"{IDENTIFIER}.notebook"), CONTROLS)
    images = group(ui, "Images")
    for control in CONTROLS:
        image = entry(images, f"{IDENTIFIER}.{control.name}")
        prop(image, "URL", command(control))
        drawing = group(image, "UserDefinedImages")
        prop(drawing, "ImageSmallURL", f"%origin%/icons/{control.name}_16.svg")
        prop(drawing, "ImageBigURL", f"%origin%/icons/{control.name}_26.svg")
    return text_of(root)


def window_state() -> str:
    """CalcWindowState.xcu: the toolbars' names and that they are docked below the standard ones, text beside icons."""
    root = settings("org.openoffice.Office.UI", "CalcWindowState")
    states = group(root, "UIElements", "States")
    for row, name in enumerate(_TOOLBARS, _BELOW_STANDARD_ROWS):
        bar = entry(states, f"private:resource/toolbar/addon_{IDENTIFIER}.{name}")
        prop(bar, "UIName", TOOLBARS[name])
        prop(bar, "DockPos", f"0,{row}")
        prop(bar, "DockingArea", _TOP)
        prop(bar, "Docked", True)
        prop(bar, "Visible", True)
        prop(bar, "Style", _TEXT_BESIDE_ICON)
    return text_of(root)


def _fill(parent: ET.Element, controls: Sequence[Control]) -> None:
    for place, control in enumerate(_with_separators(controls)):
        item = entry(parent, f"m{place:02}")
        if control is None:
            prop(item, "URL", _SEPARATOR)
            continue
        prop(item, "URL", command(control))
        prop(item, "Title", _label(control))
        prop(item, "Target", "_self")
        prop(item, "Context", _CALC)


def _with_separators(controls: Sequence[Control]) -> Iterator[Control | None]:
    for place, (_, members) in enumerate(groupby(controls, key=lambda control: control.group)):
        if place:
            yield None
        yield from members


def _label(control: Control) -> dict[str, str]:
    return {RUSSIAN: control.label, ENGLISH: ENGLISH_LABELS[control.name]}
