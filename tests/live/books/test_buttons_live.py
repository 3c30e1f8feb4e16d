"""Every button in an open book comes to the same cells as in the closed file, and changes nothing the second time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import session
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.live import LiveBook
from mentoring_xl.core.table import PERSON
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import TABLES
from tests.live.books import looking
from tests.live.books.conftest import NOW
from tests.live.lightened import lightened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    import xlwings as xw

pytestmark = pytest.mark.libreoffice
_STANDING = ("values", "looks", "notes", "rules", "widths")
_CHOSEN = "$C$12:$D$14"
_TITLES = {table.spec.sheet for table in TABLES}


class Pressed:
    """One button after the other on an open book and on a closed one; what both look like after each."""

    def __init__(self, app: xw.App, built: Path, folder: Path) -> None:
        self.cells: dict[str, tuple[Any, Any]] = {}
        self.tables: dict[str, tuple[Any, Any]] = {}
        self.again: dict[str, object] = {}
        live, closed = folder / "живая.xlsx", folder / "закрытая.xlsx"
        shutil.copy(built, live)
        shutil.copy(built, closed)
        self.book = app.books.open(live)
        self.before = {name: getattr(looking, name)(self.book) for name in _STANDING}
        self.book.sheets["Персонал"].activate()
        self.book.sheets["Персонал"].range(_CHOSEN).select()
        for button in BUTTONS:
            session.press(button, LiveBook(self.book), NOW)
            with ClosedBook.open(closed) as book:
                session.press(button, book, NOW)
            with looking.closed_file(app, lightened(closed, folder / "лёгкая.xlsx")) as file:
                self.cells[button.name] = looking.values(self.book), looking.values(file)
                self.tables[button.name] = looking.tables(self.book), looking.tables(file)
                if button is BUTTONS[-1]:
                    self.closed_looks = looking.looks(file)
                    self.closed_cut = looking.cut(file, _TITLES)
            self.again[button.name] = dict(session.press(button, LiveBook(self.book), NOW).changes)
        self.after = {name: getattr(looking, name)(self.book) for name in _STANDING}
        self.cut = looking.cut(self.book, _TITLES)


@pytest.fixture(scope="module")
def pressed(app: xw.App, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pressed]:
    done = Pressed(app, built, tmp_path_factory.mktemp("pressed"))
    yield done
    done.book.close()


each_button = pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)


@each_button
def test_every_cell_is_that_of_the_closed_run(button, pressed):
    live, closed = pressed.cells[button.name]
    assert live == closed


@each_button
def test_every_table_reaches_as_far_as_in_the_closed_run(button, pressed):
    live, closed = pressed.tables[button.name]
    assert live == closed


@each_button
def test_a_second_press_changes_nothing(button, pressed):
    assert pressed.again[button.name] == {}


def test_every_cell_looks_as_in_the_closed_run(pressed):
    after = pressed.after["looks"]
    assert {title: _differing(after[title], looks) for title, looks in pressed.closed_looks.items()} == {
        title: {} for title in after
    }


def test_notes_stay_where_they_were(pressed):
    assert pressed.after["notes"] == pressed.before["notes"]


def test_conditional_formats_stay_whole(pressed):
    after = pressed.after["rules"]
    assert {title: after[title] for title in pressed.before["rules"]} == pressed.before["rules"]


def test_columns_are_as_wide_as_before(pressed):
    after = pressed.after["widths"]
    assert {title: after[title] for title in pressed.before["widths"]} == pressed.before["widths"]


def test_cells_that_a_person_filled_are_as_they_were(pressed):
    changed = [
        f"{table.spec.sheet}, строка {row}, {column.title}"
        for table in TABLES
        if table.spec.name not in {"Pairs", "Unpaired", "Swot"}
        for at, column in enumerate(table.spec.columns)
        if column.filled_by is PERSON
        for row, line in enumerate(pressed.before["values"][table.spec.sheet], 1)
        if pressed.after["values"][table.spec.sheet][row - 1][at] != line[at]
    ]
    assert changed == []


def test_no_row_hides_a_line_of_its_texts(pressed):
    assert (pressed.cut, pressed.closed_cut) == ([], [])


def _differing(live: dict[str, Any], closed: dict[str, Any]) -> dict[str, Any]:
    return {place: (look, closed[place]) for place, look in live.items() if place in closed and closed[place] != look}


def test_sheet_and_selection_are_those_of_before(pressed, app):
    assert pressed.book.sheets.active.name == "Персонал"
    assert app.selection.address == _CHOSEN


def test_the_file_itself_is_left_to_the_person(pressed):
    assert pressed.book.api.isModified()
