"""A press in an open book is taken back: everything that LibreOffice would save is as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import xlwings as xw

from mentoring_xl import cli, session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books import libreoffice
from mentoring_xl.books.live import LiveBook
from mentoring_xl.books.new import create
from mentoring_xl.schema.buttons import BUTTONS, button
from mentoring_xl.undo import Undone, undo
from tests.books.decorated.package import Package
from tests.books.decorated.reader import Reader, Seen
from tests.books.decorated.school import PAIRS, ROADMAP, decorate, live_on
from tests.books.pressing import EARLIER, NOW, press
from tests.live.books import looking
from tests.live.lightened import lightened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.libreoffice
_CHARSET = re.compile(r"<n0:charset [^>]*></n0:charset>")
"""LibreOffice writes it for some fonts; it changes nothing that is seen."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create(tmp_path_factory.mktemp("school") / "школа.xlsx", example_book(EARLIER.date()))


@pytest.fixture(scope="module")
def decorated(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book that a deputy head has made her own, after a first round of presses."""
    book = tmp_path_factory.mktemp("decorated") / "украшенная.xlsx"
    book.write_bytes(example.read_bytes())
    for pressed in BUTTONS:
        press(pressed.command, book, EARLIER)
    package = Package(live_on(decorate(book)))
    for name in package.parts:
        if name.startswith("xl/worksheets/sheet"):
            # a live press refuses a protected sheet
            package.parts[name] = re.sub(r"<sheetProtection [^>]*/>", "", package.text(name)).encode()
    return package.save(book)


@pytest.fixture(scope="module")
def light(decorated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That book without its print titles: it opens in a third of the time."""
    return lightened(decorated, tmp_path_factory.mktemp("light") / "украшенная.xlsx")


@pytest.fixture
def opened(app: xw.App, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[xw.Book]:
    """A copy of the book that the test names, open."""
    path = tmp_path / "моя школа.xlsx"
    path.write_bytes(request.getfixturevalue(request.param).read_bytes())
    yield app.books.open(path)
    for book in [book for book in app.books if book.name == path.name]:
        book.close()


def seen(book: xw.Book, path: Path) -> dict[str, object]:
    """What LibreOffice would save of the open book, without saving it: cells with looks, tables, notes, selection."""
    book.api.storeToURL(path.resolve().as_uri(), (_property("FilterName", value="Calc MS Excel 2007 XML"),))
    reader = Reader(path)
    return {
        "листы": list(reader.sheets),
        "таблицы": {name: found[:4] for name, found in reader.tables.items()},
        "ячейки": {
            (title, place): Seen(_said(cell.value), tuple(_CHARSET.sub("", look) for look in cell.look))
            for title in reader.sheets
            for place, cell in reader.cells(title).items()
            if cell.value is not None
        },
        "примечания": {
            (title, place.split("ref=")[1].split()[0]): place.split("<text>")[1]
            for title in reader.sheets
            for kind, part in reader.links(reader.sheets[title]).values()
            if kind == "comments"
            for place in reader.parts[part].decode().split("<comment ")[1:]
        },
        "выбрано": (book.sheets.active.name, book.selection.address if book.selection else None),
    }


def shown(book: xw.Book) -> dict[tuple[str, int, int], object]:
    """What cells say, by sheet, row and column."""
    return {
        (title, row, column): value
        for title, rows in looking.values(book).items()
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 1)
        if value != ""
    }


def _property(name: str, *, value: object) -> object:
    made = libreoffice.uno_module().createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _said(value: object) -> object:
    """A link says its text, whether it is a formula or hangs on the cell; of rich text only the text is compared."""
    if isinstance(value, tuple):
        return "".join(text for _, text in value)
    link = re.fullmatch(r'=HYPERLINK\("[^"]*","([^"]*)"\)', str(value))
    return link[1] if link else value


def different(now: dict[str, object], then: dict[str, object]) -> dict[str, object]:
    """What differs, small enough to be read when a test fails."""
    found: dict[str, object] = {}
    for name, value in then.items():
        if now[name] != value:
            one, two = now[name], value
            if isinstance(one, dict) and isinstance(two, dict):
                keys = [key for key in one.keys() | two.keys() if one.get(key) != two.get(key)]
                found[name] = {key: (one.get(key), two.get(key)) for key in sorted(keys, key=str)[:5]}
            else:
                found[name] = (one, two)
    return found


@pytest.mark.parametrize("opened", ["decorated"], indirect=True)
def test_a_chain_of_undos_gives_back_every_state(opened: xw.Book, tmp_path: Path):
    """On the way back the values of each state, at the end everything that would be saved."""
    first = seen(opened, tmp_path / "копия.xlsx")
    states, labels = [], []
    for pressed in BUTTONS:
        state = looking.values(opened)
        if session.press(pressed, LiveBook(opened), NOW).saved:
            states.append(state)
            labels.append(pressed.label)
    assert len(states) == 10
    for state, label in zip(reversed(states), reversed(labels), strict=True):
        undone = undo(LiveBook(opened))
        assert undone.button == label
        assert undone.saved
        assert looking.values(opened) == state, label
    assert undo(LiveBook(opened)) == Undone()
    assert different(seen(opened, tmp_path / "копия.xlsx"), first) == {}


@pytest.mark.parametrize("opened", ["light"], indirect=True)
@pytest.mark.parametrize("closed", [False, True], ids=["live", "closed"])
def test_notes_on_rows_that_a_press_takes_out_come_back(
    closed: bool, opened: xw.Book, app: xw.App, monkeypatch: pytest.MonkeyPatch
):
    for row in range(5, 50):
        place = opened.sheets[PAIRS].range(f"C{row}")
        if place.note is None:
            place.add_note(f"о паре {row}")
    opened.save()
    before = looking.notes(opened)
    session.press(button("recalculate_pairs"), LiveBook(opened), NOW)
    assert len(looking.notes(opened)) < len(before)
    if closed:
        path = opened.fullname
        opened.save()
        opened.close()
        monkeypatch.setattr(cli, "_now", lambda: NOW)
        assert cli.main(["undo", path]) == cli.DONE
        opened = app.books.open(path)
    else:
        undo(LiveBook(opened))
    assert looking.notes(opened) == before


@pytest.mark.parametrize("opened", ["light"], indirect=True)
def test_an_undo_after_saving_closing_and_reopening(opened: xw.Book, app: xw.App, tmp_path: Path):
    before = seen(opened, tmp_path / "копия.xlsx")
    session.press(button("recalculate_pairs"), LiveBook(opened), NOW)
    path = opened.fullname
    opened.save()
    opened.close()
    again = app.books.open(path)
    try:
        assert undo(LiveBook(again)).saved
        now = seen(again, tmp_path / "копия.xlsx")
    finally:
        again.close()
    assert different({**now, "выбрано": before["выбрано"]}, before) == {}


@pytest.mark.parametrize("opened", ["light"], indirect=True)
def test_closed_without_saving_there_is_nothing_to_take_back(opened: xw.Book, app: xw.App):
    session.press(button("recalculate_pairs"), LiveBook(opened), NOW)
    path = opened.fullname
    opened.close()
    again = app.books.open(path)
    try:
        undone = undo(LiveBook(again))
        assert undone.stale
        assert undo(LiveBook(again)) == Undone()
    finally:
        again.close()


@pytest.mark.parametrize("opened", ["light"], indirect=True)
def test_what_a_person_types_after_the_press_stays(opened: xw.Book):
    sheet = opened.sheets[ROADMAP]
    before = sheet.used_range.value
    session.press(button("check_deadlines"), LiveBook(opened), NOW)
    after = sheet.used_range.value
    places = [
        (row, column)
        for row, (one, two) in enumerate(zip(before, after, strict=True))
        for column, (old, new) in enumerate(zip(one, two, strict=True))
        if old != new
    ]
    row, column = places[0]
    sheet.used_range[row, column].value = "сама решу"
    undone = undo(LiveBook(opened))
    assert undone.left == 1
    assert undone.sentences[-1] == "1 ячейку вы изменили позже, она оставлена."
    now = sheet.used_range.value
    assert now[row][column] == "сама решу"
    assert [now[row][column] for row, column in places[1:]] == [before[row][column] for row, column in places[1:]]


@pytest.mark.parametrize("opened", ["light"], indirect=True)
def test_a_live_press_is_taken_back_in_the_closed_book_and_the_other_way_round(
    opened: xw.Book, app: xw.App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    path = tmp_path / "моя школа.xlsx"
    opened.save()
    before, tables = shown(opened), looking.tables(opened)
    session.press(button("recalculate_pairs"), LiveBook(opened), NOW)
    opened.save()
    opened.close()
    assert cli.main(["undo", str(path)]) == cli.DONE
    again = app.books.open(path)
    try:
        assert shown(again) == before
        assert looking.tables(again) == tables
    finally:
        again.close()
    cli.main(["recalculate-pairs", str(path)])
    again = app.books.open(path)
    try:
        assert undo(LiveBook(again)).saved
        assert shown(again) == before
    finally:
        again.close()


def test_a_book_that_was_never_saved_can_be_undone(
    app: xw.App, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    document = app.api.loadComponentFromURL(example.as_uri(), "_blank", 0, (_property("AsTemplate", value=True),))
    fresh = xw.Book(impl=app.impl.book_of(document))
    try:
        before = seen(fresh, tmp_path / "копия.xlsx")
        session.press(button("check_deadlines"), LiveBook(fresh), NOW)
        assert len(list((tmp_path / "data" / "mentoring-xl" / "undo").iterdir())) == 1
        undone = undo(LiveBook(fresh))
        assert undone.when == NOW
        assert different(seen(fresh, tmp_path / "копия.xlsx"), before) == {}
    finally:
        fresh.close()


@pytest.mark.parametrize("opened", ["light"], indirect=True)
def test_the_journal_has_one_row_for_each_press_that_wrote(opened: xw.Book):
    sheet = opened.sheets["Журнал"]

    def entries() -> list[list[object]]:
        return [row[:2] for row in sheet.used_range.value if row[0] == "20.11.2026 14:05"]

    assert entries() == []
    for _ in range(2):
        session.press(button("recalculate_pairs"), LiveBook(opened), NOW)
        assert entries() == [["20.11.2026 14:05", "Пересчитать пары"]]
    assert opened.sheets[PAIRS].name == PAIRS


@pytest.mark.parametrize("opened", ["example"], indirect=True)
def test_rows_that_had_formats_below_a_table_keep_them(opened: xw.Book):
    below = opened.sheets["Замечания"].range("B6")
    assert below.number_format == "@"
    session.press(button("check_deadlines"), LiveBook(opened), NOW)
    assert below.value is not None
    undo(LiveBook(opened))
    assert (below.value, below.number_format) == (None, "@")
