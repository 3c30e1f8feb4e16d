"""One Ctrl+Z in LibreOffice takes back a whole press, one Ctrl+Y carries it out again."""

from __future__ import annotations

import importlib
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import xlwings as xw

    from .steps import Act, Steps


def offer_undo(app: xw.App, document: Any, manager: Any, title: str, steps: Steps) -> None:
    """Put the steps on the undo list of a document under a title; they are kept as long as this interpreter runs.

    They are carried out a moment after the undo list has done its part: a change that the list notes while it is still
    at work would take the action away from under it, and LibreOffice would break down.
    """

    class Press(_made_of("com.sun.star.document.XUndoAction")):  # type: ignore[misc]
        """A press as UNO knows an action; the names are those of the interface."""

        Title = title

        def undo(self) -> None:
            _later(app, partial(quietly, document, steps.back))

        def redo(self) -> None:
            _later(app, partial(quietly, document, steps.again))

    manager.addUndoAction(Press())


def _later(app: xw.App, act: Callable[[], None]) -> None:
    class Later(_made_of("com.sun.star.awt.XCallback")):  # type: ignore[misc]
        """What the office calls when it is idle."""

        def notify(self, _: Any) -> None:
            act()

    app.impl.service("com.sun.star.awt.AsyncCallback").addCallback(Later(), None)


def _made_of(interface: str) -> Any:
    base: Any = importlib.import_module("unohelper").Base
    return type("Made", (base, uno_module().getClass(interface)), {})


def quietly(document: Any, act: Act) -> None:
    """Carry something out that neither the screen nor the undo list shows."""
    manager = document.getUndoManager()
    document.lockControllers()
    manager.lock()
    try:
        with unfitted(document):
            act()
    finally:
        manager.unlock()
        document.unlockControllers()


@contextmanager
def unfitted(document: Any) -> Iterator[None]:
    """Keep the office from fitting the heights of rows to what is written."""
    fits = document.IsAdjustHeightEnabled
    document.IsAdjustHeightEnabled = False
    try:
        yield
    finally:
        document.IsAdjustHeightEnabled = fits


@contextmanager
def fitted(document: Any) -> Iterator[None]:
    """Let the office fit the heights of rows for a while, inside of `unfitted`."""
    document.IsAdjustHeightEnabled = True
    try:
        yield
    finally:
        document.IsAdjustHeightEnabled = False
