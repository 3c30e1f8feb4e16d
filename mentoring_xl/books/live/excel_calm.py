"""Quiet while a press writes into Excel: no drawing, no counting, no events and no questions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

    from .steps import Steps


class Calm:
    """The part of `suite.Suite` around a press."""

    _app: xw.App

    @contextmanager
    def calm(self, book: xw.Book, title: str, steps: Steps, *, sheets: bool) -> Iterator[None]:
        """Pause drawing, counting, events and questions; give back sheet, selection and scroll.

        Excel forgets its own undo list at the first call; the add-in offers ours in its place.
        """
        app, api, window = self._app, self._app.api, book.api.Windows(1)
        before = app.screen_updating, app.calculation, api.EnableEvents, app.display_alerts
        seen = book.sheets.active, window.Selection if hasattr(window, "Selection") else None
        scroll = window.ScrollRow, window.ScrollColumn
        app.screen_updating, app.calculation, api.EnableEvents, app.display_alerts = False, "manual", False, False
        try:
            yield
        except BaseException:
            steps.back()
            raise
        finally:
            api.CutCopyMode = False
            seen[0].activate()
            if seen[1] is not None:
                seen[1].Select()
            window.ScrollRow, window.ScrollColumn = scroll
            app.display_alerts, api.EnableEvents = before[3], before[2]
            app.calculation, app.screen_updating = before[1], before[0]
