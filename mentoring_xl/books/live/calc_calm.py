"""Quiet while a press writes into LibreOffice Calc: no drawing, no counting, and an undo of one step."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from .calc_undo import offer_undo, quietly, unfitted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import xlwings as xw

    from .steps import Steps


class Calm:
    """The part of `suite.Suite` around a press."""

    _app: xw.App
    hush: Callable[[], None] = staticmethod(lambda: None)
    """Lock the office's own undo again: most calls that write unlock it behind our back."""

    @contextmanager
    def calm(self, book: xw.Book, title: str, steps: Steps, *, sheets: bool) -> Iterator[None]:
        """Pause drawing and counting, and the office's own undo: it cannot empty a cell that a block has filled."""
        document = book.api
        automatic = document.isAutomaticCalculationEnabled()
        document.lockControllers()
        document.enableAutomaticCalculation(False)
        try:
            with (
                _same_view(document) if sheets else nullcontext(),
                unfitted(document),
                self._one_undo(document, title, steps),
            ):
                yield
        finally:
            document.enableAutomaticCalculation(automatic)
            document.unlockControllers()

    @contextmanager
    def _one_undo(self, document: Any, title: str, steps: Steps) -> Iterator[None]:
        """Offer to undo the steps at once; what the office notes all the same hides behind that."""
        manager = document.getUndoManager()
        offer_undo(self._app, document, manager, title, steps)
        manager.enterHiddenUndoContext()
        manager.lock()
        self.hush = steps.between = lambda: _hush(manager)
        failed: Steps | None = None
        try:
            yield
        except BaseException:
            failed = steps.taken()
            raise
        finally:
            manager.unlock()
            manager.leaveUndoContext()
            if not steps:
                # first what the office has noted after our steps, then the steps
                manager.undo()
                manager.clearRedo()
            if failed:
                quietly(document, failed.back)


def _hush(manager: Any) -> None:
    manager.unlock()
    manager.lock()


@contextmanager
def _same_view(document: Any) -> Iterator[None]:
    """Come back to the sheet and the cells that a person has chosen."""
    controller = document.getCurrentController()
    seen = (controller.getActiveSheet(), document.getCurrentSelection()) if controller else None
    try:
        yield
    finally:
        if seen and controller.getActiveSheet() != seen[0]:
            controller.setActiveSheet(seen[0])
            controller.select(seen[1])
