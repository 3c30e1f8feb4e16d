"""Ctrl+Z and Ctrl+Y where they are pressed: inside LibreOffice, which a change at the wrong moment brings down."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from mentoring_xl.actions.create import example_book
from mentoring_xl.books import libreoffice
from mentoring_xl.books.new import create
from tests.live.inside import call_inside

pytestmark = pytest.mark.libreoffice


def test_all_presses_are_undone_and_redone_inside_libreoffice(tmp_path: Path):
    path = create(tmp_path / "школа.xlsx", example_book(dt.date(2026, 11, 20)))
    with libreoffice.launch() as app:
        found = call_inside(app, "tests.live.undo.pressing_inside:there_and_back", str(path))
    assert {what for what, is_so in found.items() if not is_so} == set()
