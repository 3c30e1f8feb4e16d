"""What runs in the office's own process: presses, then Ctrl+Z and Ctrl+Y."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mentoring_xl import session
from mentoring_xl.books import libreoffice
from mentoring_xl.books.live import LiveBook
from mentoring_xl.schema.buttons import BUTTONS
from tests.live.books import looking

NOW = dt.datetime(2026, 11, 20, 14, 5)


def there_and_back(context: Any, path: str) -> dict[str, bool]:
    """Press all buttons, go back to the start, forth to the end and back: what was seen at each turn."""
    book = libreoffice.inside(context).books.open(path)
    seen = [looking.values(book)]
    for button in BUTTONS:
        if session.press(button, LiveBook(book), NOW).changes:
            seen.append(looking.values(book))
    titles = len(book.api.getUndoManager().getAllUndoActionTitles())
    found = {"one action for each press that wrote": titles == len(seen) - 1}
    for turn, (step, order) in enumerate(((looking.undone, -1), (looking.redone, 1), (looking.undone, -1))):
        for _ in range(titles):
            step(book)
        found[f"turn {turn} ends where it should"] = looking.values(book) == (seen[0] if order < 0 else seen[-1])
    book.close()
    return found
