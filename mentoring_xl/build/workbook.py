"""Which files workbook/ holds and from what day they are drawn, so that each build gives the same bytes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from mentoring_xl.actions import create
from mentoring_xl.books import fresh

from .tables_page import tables_page

FOLDER = Path(__file__).resolve().parents[2] / "workbook"
EXAMPLE_DAY = dt.date(2026, 10, 12)


def write_all(folder: Path) -> tuple[Path, ...]:
    """Write mentoring.xlsx, example.xlsx and TABLES.md into the folder, made when missing; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    empty, example, page = (folder / name for name in ("mentoring.xlsx", "example.xlsx", "TABLES.md"))
    fresh.build(empty, create.new_book(dt.datetime.combine(EXAMPLE_DAY, dt.time())))
    fresh.build(example, create.example_book(EXAMPLE_DAY))
    page.write_text(tables_page(), encoding="utf-8", newline="\n")
    return empty, example, page
