"""The file dialog of Excel and of LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import xlwings as xw

_CHOSEN = 1


def choose_file(app: xw.App, title: str, kind: str, endings: Sequence[str]) -> Path | None:
    """Ask for one file; None when the person thinks better of it, or when nobody can see a dialog.

    kind: what the files are called in the list of types. endings: with their dots.
    """
    patterns = ";".join(f"*{ending}" for ending in endings)
    if app.engine.name == "libreoffice":
        return _in_libreoffice(app.impl, title, kind, patterns)
    chosen = app.api.GetOpenFilename(f"{kind} ({patterns}),{patterns}", 1, title)
    return Path(chosen) if isinstance(chosen, str) else None


def _in_libreoffice(app: Any, title: str, kind: str, patterns: str) -> Path | None:
    from mentoring_xl.books.libreoffice.finding import uno_module
    from mentoring_xl.books.libreoffice.telling import told

    if not app.visible:
        return None
    with told("choosing a file"):
        picker = app.service("com.sun.star.ui.dialogs.FilePicker")
        picker.setTitle(title)
        picker.appendFilter(kind, patterns)
        picker.setCurrentFilter(kind)
        chosen = picker.getSelectedFiles() if picker.execute() == _CHOSEN else ()
        picker.dispose()
    return Path(uno_module().fileUrlToSystemPath(chosen[0])) if chosen else None
