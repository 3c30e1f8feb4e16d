"""An open book through a person's day: rows put in above tables, scrolling, links followed, saved, opened again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import session
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.live import LiveBook
from mentoring_xl.schema.buttons import BUTTONS, button
from mentoring_xl.schema.tables import Notice, Pair, Step, Unpaired
from tests.live.books import looking
from tests.live.books.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw

    Opened = Callable[[Path], xw.Book]

pytestmark = pytest.mark.libreoffice
_LINK = re.compile(r'=HYPERLINK\("#(.+)";"(.+)"\)')


def press(book: xw.Book, name: str) -> session.Report:
    """Press a button on an open book."""
    return session.press(button(name), LiveBook(book), NOW)


def _saved(book: xw.Book) -> Path:
    """Save the open book; return a copy of its file, which nobody has open."""
    book.save()
    path = Path(book.fullname)
    return Path(shutil.copy(path, path.with_name("потом.xlsx")))


def test_rows_put_in_above_the_tables_change_nothing_but_the_places(example: Path, opened: Opened):
    plain, shifted = opened(example), opened(example)
    for table in (Step, Pair, Unpaired):
        sheet = shifted.sheets[table.spec.sheet]
        sheet.range("2:4").insert("down")
        sheet.range("B3").value = "вписала завуч"
    for name in ("check_deadlines", "recalculate_pairs"):
        press(plain, name)
        press(shifted, name)
    for table in (Step, Pair, Unpaired):
        one, two = LiveBook(plain).grid(table), LiveBook(shifted).grid(table)
        assert two.values == one.values
        assert two.first_row == one.first_row + 3
        assert shifted.sheets[table.spec.sheet].range("B3").value == "вписала завуч"
    assert len(LiveBook(plain).grid(Pair).values) > 5


def test_a_book_that_lost_a_row_in_libreoffice_is_read_by_every_command(example: Path, opened: Opened):
    """LibreOffice then ends the sheet with an empty row 1048576."""
    book = opened(example)
    before = _rows_of_pairs(_saved(book))
    first = before[0].at.row
    book.sheets[Pair.spec.sheet].api.Rows.removeByIndex(first - 1, 1)
    path = _saved(book)
    with ClosedBook.open(path) as closed:
        assert session.press(button("check"), closed, NOW).saved
    assert [pair.mentee_code for pair in _rows_of_pairs(path)] == [pair.mentee_code for pair in before[1:]]


def _rows_of_pairs(path: Path) -> tuple[Pair, ...]:
    with ClosedBook.open(path) as closed:
        return session.read(closed, {Pair})[Pair]


def test_scroll_and_frozen_panes_stay(example: Path, opened: Opened):
    book = opened(example)
    view = book.api.getCurrentController()
    book.sheets["Дорожная карта"].activate()
    view.getByIndex(view.getCount() - 1).setFirstVisibleRow(17)
    book.sheets["Пары"].activate()
    view.freezeAtPosition(2, 4)
    view.getByIndex(view.getCount() - 1).setFirstVisibleRow(9)
    before = _seen(book)
    assert 17 in before["Дорожная карта"]
    assert before["Пары"] == (True, 2, 4, 0, 9, 0, 9)
    book.sheets["Пары"].activate()
    for pressed in BUTTONS:
        press(book, pressed.name)
    assert book.sheets.active.name == "Пары"
    after = _seen(book)
    assert {title: after[title] for title in before} == before


def _seen(book: xw.Book) -> dict[str, tuple[object, ...]]:
    """Return for each sheet whether panes are frozen, how many columns and rows, and the first row in each pane."""
    view = book.api.getCurrentController()
    found = {}
    for sheet in book.sheets:
        sheet.activate()
        frozen = view.hasFrozenPanes(), view.getSplitColumn(), view.getSplitRow()
        rows = (view.getByIndex(index).getFirstVisibleRow() for index in range(view.getCount()))
        found[sheet.name] = (*frozen, *rows)
    return found


def test_the_links_of_a_press_lead_to_their_cells_also_when_libreoffice_has_saved_them(
    example: Path, opened: Opened, app: xw.App
):
    book = opened(example)
    press(book, "check")
    before = _links(book)
    assert len(before) > 5
    assert [shown for _, shown in before] == [shown for shown in _places(book) if shown]
    for target, shown in before:
        sheet, _, place = shown.partition("!")
        assert _followed(app, book, target) == (sheet, place)
    with looking.closed_file(app, _saved(book)) as again:
        assert _links(again) == before
        assert _followed(app, again, before[0][0]) == tuple(before[0][1].split("!"))


def _links(book: xw.Book) -> list[tuple[str, str]]:
    """Return where the links on «Замечания» lead and what they show."""
    cells = looking.cells(book, Notice.spec.sheet).values()
    return [found.groups() for cell in cells if (found := _LINK.fullmatch(str(cell)))]  # type: ignore[misc]


def _places(book: xw.Book) -> list[object]:
    grid = LiveBook(book).grid(Notice)
    at = list(grid.columns).index("place")
    return [row[at] for row in grid.values]


def _followed(app: xw.App, book: xw.Book, target: str) -> tuple[str, str]:
    """Jump as LibreOffice does when a link is clicked; return the sheet and the cell where that leads."""
    context, frame = app.impl.context, book.api.getCurrentController().getFrame()
    book.sheets[0].activate()
    mark = looking.named("Bookmark", target)
    helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    helper.executeDispatch(frame, ".uno:JumpToMark", "", 0, (mark,))
    place = book.api.getCurrentSelection().AbsoluteName.replace("$", "").replace("'", "")
    sheet, _, cell = place.rpartition(".")
    return sheet, cell


def test_a_book_that_was_saved_and_opened_again_is_already_right(example: Path, opened: Opened, app: xw.App):
    book = opened(example)
    for pressed in BUTTONS:
        press(book, pressed.name)
    with looking.closed_file(app, _saved(book)) as again:
        for pressed in BUTTONS:
            assert dict(press(again, pressed.name).changes) == {}, pressed.name


def test_a_closed_check_after_a_live_press_and_a_save_changes_nothing(example: Path, opened: Opened):
    book = opened(example)
    press(book, "recalculate_pairs")
    live = press(book, "check")
    copy = _saved(book)
    content = copy.read_bytes()
    with ClosedBook.open(copy) as closed:
        report = session.press(button("check"), closed, NOW)
    assert report.changes == {}
    assert report.verdict == live.verdict
    assert copy.read_bytes() == content
