"""Which files of the Excel add-in lie in macros/: the add-in itself and, to be read, all that is inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .borrowed import dictionary_class, xlwings_module
from .functions_module import functions_module
from .package import addin_package
from .ribbon_module import EVENTS, ribbon_module
from .ribbon_xml import custom_ui

if TYPE_CHECKING:
    from pathlib import Path


def write_all(folder: Path) -> tuple[Path, ...]:
    """Write the add-in and its sources into the folder, made when missing; return their paths.

    Raises ValueError when the installed xlwings is not the one whose words we change.
    """
    ribbon, functions, xlwings, dictionary = ribbon_module(), functions_module(), xlwings_module(), dictionary_class()
    modules = {"Ribbon": ribbon, "Functions": functions, "xlwings": xlwings, "Dictionary": dictionary}
    files = {
        "mentoring.xlam": addin_package(custom_ui(), modules, EVENTS),
        "customUI14.xml": custom_ui().encode(),
        "Ribbon.bas": ribbon.encode("ascii"),
        "Functions.bas": functions.encode("ascii"),
        "ThisWorkbook.cls": EVENTS.encode("ascii"),
        "xlwings.bas": xlwings.encode("ascii"),
        "Dictionary.cls": dictionary.encode("ascii"),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in files)
