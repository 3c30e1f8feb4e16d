"""One Ctrl+Z in LibreOffice takes back a whole press, one Ctrl+Y carries it out again."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from .steps import Steps


def offer_undo(document: Any, title: str, steps: Steps) -> None:
    """Put the steps on the undo list of a document under a title; they are kept as long as this interpreter runs."""
    interface: Any = uno_module().getClass("com.sun.star.document.XUndoAction")
    base: Any = importlib.import_module("unohelper").Base

    class Press(base, interface):  # type: ignore[misc]
        """A press as UNO knows an action; the names are those of the interface."""

        Title = title

        def undo(self) -> None:
            _quietly(document, steps.back)

        def redo(self) -> None:
            _quietly(document, steps.again)

    document.getUndoManager().addUndoAction(Press())


def _quietly(document: Any, act: Any) -> None:
    manager = document.getUndoManager()
    document.lockControllers()
    manager.lock()
    try:
        act()
    finally:
        manager.unlock()
        document.unlockControllers()
