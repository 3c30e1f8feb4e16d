"""A new workbook drawn from the schema; it only writes, and never opens a book that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring_xl.core.content import Content


def build(path: Path, content: Content) -> None:
    """Write a new workbook, see `book.build`; a press of an open book needs nothing of that."""
    from .book import build as written

    written(path, content)
