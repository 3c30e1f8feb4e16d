"""One Ctrl+Z in LibreOffice takes back a whole press, one Ctrl+Y carries it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from .steps import Steps


def offer_undo(document: Any, title: str, steps: Steps) -> None:
    """Put the steps on the undo list of a document under a title; they are kept as long as this interpreter runs."""
    uno_module()
    import unohelper
    from com.sun.star.document import XUndoAction

    class Press(unohelper.Base, XUndoAction):  # type: ignore[misc]
        """A press as UNO knows an action; the names are those of the interface."""

        Title = title

        def undo(self) -> None:
            _quietly(document, steps.back)

        def redo(self) -> None:
            _quietly(document, steps.again)

    document.getUndoManager().addUndoAction(Press())


def _quietly(document: Any, act: Any) -> None:
    document.lockControllers()
    try:
        act()
    finally:
        document.unlockControllers()
