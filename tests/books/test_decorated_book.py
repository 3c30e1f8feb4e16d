"""A book that a deputy head has made her own goes through every command: nothing of hers is lost or changed."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Tree

import pytest
from python_calamine import CalamineWorkbook

from mentoring_xl import cli
from mentoring_xl.schema.buttons import BUTTONS, button
from mentoring_xl.schema.tables import Entry, Notice, Pair
from tests.books.decorated.reader import MAIN, Reader, Seen
from tests.books.decorated.school import MENTEES, PAIRS, ROADMAP
from tests.books.pressing import press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COMMANDS = tuple(button.command for button in BUTTONS)
BESIDE = {"table", "comments", "vmlDrawing", "threadedComment"}
PRINTED = {
    "fill-orders": ("Приказ ПР-2",),
    "plan-calendar": ("Календарь", "Сводка"),
    "recalculate-pairs": ("Итоги подбора",),
    "pairs-map": ("Карта подбора", "Итоги подбора"),
}
"""What an edit of a sheet may take along: the size of its table, and the notes of rows that move."""

GROWN = re.compile(r"(:\$?[A-Z]+\$?)6[45]\b")
"""Where the table of mentees ends: the row typed under it belongs to it as soon as the program writes there."""


@pytest.fixture(scope="module")
def states(decorated: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The book as decorated (under «до»), and after each command in turn."""
    folder = tmp_path_factory.mktemp("states")
    states = {"до": decorated}
    for number, command in enumerate(COMMANDS):
        state = folder / f"{number}-{command}.xlsx"
        state.write_bytes(list(states.values())[-1].read_bytes())
        assert press(command, state) in {cli.DONE, cli.FOUND}
        states[command] = state
    return states


@pytest.fixture(scope="module")
def readers(states: dict[str, Path]) -> dict[str, Reader]:
    return {name: Reader(path) for name, path in states.items()}


def steps(readers: dict[str, Reader]) -> Iterator[tuple[str, Reader, Reader]]:
    """Each command with the book before and after it."""
    names = list(readers)
    for before, after in pairwise(names):
        yield after, readers[before], readers[after]


def written(reader: Reader, command: str) -> set[str]:
    """The parts that the edits of a command name."""
    tables = {table.spec.name for table in (*button(command).writes, Notice, Entry)}
    titles = {reader.tables[name][0] for name in tables}
    beside = {part for title in titles for kind, part in reader.links(reader.sheets[title]).values() if kind in BESIDE}
    printed = (
        {reader.sheets[title] for title in PRINTED[command]} | {"xl/workbook.xml"} if command in PRINTED else set()
    )
    return {reader.sheets[title] for title in titles} | beside | printed | {"xl/styles.xml", "xl/calcChain.xml"}


def test_each_command_writes_only_the_parts_that_its_edits_name(readers):
    for command, before, after in steps(readers):
        changed = {
            name for name in before.parts.keys() | after.parts if before.parts.get(name) != after.parts.get(name)
        }
        assert not changed or after.sheets["Журнал"] in changed, command
        assert changed - written(before, command) == set(), command
        assert list(after.parts) == list(before.parts), command
    assert (
        readers["recalculate-pairs"].parts[readers["до"].sheets[PAIRS]]
        != readers["до"].parts[readers["до"].sheets[PAIRS]]
    )


def outside(reader: Reader, title: str) -> str:
    """A sheet's part without its cells, its size, and the links, which are looked at on their own."""
    text = reader.parts[reader.sheets[title]].decode()
    text = re.sub(r"<sheetData>.*</sheetData>|<dimension [^>]*/>", "", text, flags=re.DOTALL)
    text = re.sub(r"<hyperlinks>.*</hyperlinks>", "", text)
    return GROWN.sub(r"\1", text) if title == MENTEES else text


def test_around_the_cells_a_sheet_stays_to_the_byte(readers):
    for command, before, after in steps(readers):
        for title in before.sheets:
            if title not in PRINTED.get(command, ()):
                assert outside(after, title) == outside(before, title), (command, title)


def test_of_a_table_only_its_size_changes(readers):
    first, last = readers["до"], readers["status"]
    size = re.compile(rb' ref="[^"]*"')
    for name in first.parts:
        if name.startswith("xl/tables/"):
            assert size.sub(b"", last.parts[name]) == size.sub(b"", first.parts[name])


def test_the_book_opens_where_it_was_left(readers):
    views = re.compile(rb"<bookViews>.*</bookViews>")
    first, last = readers["до"].parts["xl/workbook.xml"], readers["status"].parts["xl/workbook.xml"]
    assert views.search(last)[0] == views.search(first)[0]
    assert b'firstSheet="2" activeTab="11"' in views.search(last)[0]
    pairs = readers["status"].parts[readers["status"].sheets[PAIRS]].decode()
    assert (
        '<sheetView tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane ySplit="4" ' in pairs
    )
    assert (
        'topLeftCell="A18" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C20"'
        in pairs
    )


def test_every_cell_that_a_person_filled_keeps_its_value_and_its_look(readers):
    for command, before, after in steps(readers):
        assert_persons_cells_are_kept(command, before, after)


def assert_persons_cells_are_kept(command: str, before: Reader, after: Reader) -> None:
    """Every filled cell of a person's column is there with its value and its look, unless its row was taken out."""
    first, last = before.persons, after.persons
    gone = {key for key in first if key not in last}
    taken_back = {key for key, row in before.table(Pair.spec).items() if _is_untouched_proposal(row)}
    assert {key for table, key, _ in gone if table == "Pairs"} <= taken_back, command
    assert {table for table, _, _ in gone} <= {"Notices", "Pairs", "Unpaired"}, command
    assert {key: first[key] for key in first.keys() & last} == {key: last[key] for key in first.keys() & last}, command


def _is_untouched_proposal(row: dict[str, Seen]) -> bool:
    """A proposal in which nobody wrote anything: the next recalculation may take it back."""
    return row["Состояние"].value == "предложена" and row["Комментарий"].value is None


def test_cells_outside_the_tables_stay_as_they_were(readers):
    for command, before, after in steps(readers):
        for title in before.sheets:
            if title not in {table[0] for table in before.tables.values()} | {*PRINTED.get(command, ())}:
                assert after.cells(title) == before.cells(title), (command, title)
    mine = readers["status"].cells("Мои расчёты")
    assert (mine["D2"].value, mine["D3"].value) == ("=SUM(B{row}:B4)", "=SUM(B2:B4*2)")


def pair_rows(reader: Reader) -> dict[str, int]:
    """Pair code → the row where it stands."""
    return {key: row[""].value for key, row in reader.table(Pair.spec).items()}


def hung_on(reader: Reader) -> dict[str, str]:
    """What a person hung on the rows of the pairs → the code of its row."""
    codes = {row: key for key, row in pair_rows(reader).items()}
    sheet = reader.parts[reader.sheets[PAIRS]].decode()
    notes = reader.parts[reader.linked(PAIRS, "comments")].decode()
    threads = reader.parts[reader.linked(PAIRS, "threadedComment")].decode()
    shapes = reader.parts[reader.linked(PAIRS, "vmlDrawing")].decode()
    shape = re.search(r"<x:Anchor>4, 15, (\d+), 10, 9, 31, (\d+), 9</x:Anchor>.*?<x:Row>(\d+)</x:Row>", shapes)
    rows = {
        "примечание": re.search(
            r'<comment ref="D(\d+)"[^>]*><text><r><rPr><b/>.*?<t>Завуч: </t></r><r><t>обсудить', notes
        ),
        "беседа": re.search(r'<threadedComment ref="D(\d+)"', threads),
        "её примечание": re.search(r'<comment ref="D(\d+)"[^>]* xr:uid=', notes),
        "ссылка": re.search(r'<hyperlink ref="A(\d+)" r:id="[^"]*" tooltip="Отзыв о паре > читать"/>', sheet),
    }
    assert int(shape[2]) - int(shape[1]) == 10
    return {what: codes[int(row[1])] for what, row in rows.items()} | {"рисунок": codes[int(shape[3]) + 1]}


def test_what_hangs_on_a_row_goes_with_it(readers):
    first, last = readers["до"], readers["status"]
    assert pair_rows(last)["Н-16/М-03"] < pair_rows(first)["Н-16/М-03"] == 26
    assert hung_on(first) == {
        "примечание": "Н-16/М-03",
        "беседа": "Н-18/М-10",
        "её примечание": "Н-18/М-10",
        "ссылка": "Н-16/М-03",
        "рисунок": "Н-16/М-03",
    }
    assert hung_on(last) == hung_on(first)
    assert b'ObjectType="Checkbox"' in last.parts[last.linked(PAIRS, "vmlDrawing")]


def looks(reader: Reader, attribute: str) -> dict[str, str]:
    """Pair code → an attribute of its row, where it has one."""
    rows = reader.rows(PAIRS)
    return {key: rows[row][attribute] for key, row in pair_rows(reader).items() if attribute in rows[row]}


def test_hidden_rows_stay_hidden_and_heights_stay_with_their_rows(readers):
    first, last = readers["до"], readers["status"]
    assert looks(first, "hidden") == looks(last, "hidden") == {"Н-02/М-02": "1", "Н-06/М-09": "1", "Н-09/М-08": "1"}
    assert looks(first, "customHeight") == looks(last, "customHeight") == {"Н-05/М-05": "1"}
    assert looks(last, "ht")["Н-05/М-05"] == "77"
    groups = {row: found.get("outlineLevel") for row, found in last.rows(ROADMAP).items()}
    assert [groups[row] for row in range(14, 26)] == [None, *["1"] * 5, None, None, *["1"] * 3, None]


def test_the_list_of_formulas_names_formulas_only(readers):
    for name, reader in readers.items():
        titles = {
            sheet.get("sheetId"): sheet.get("name")
            for sheet in Tree.fromstring(reader.parts["xl/workbook.xml"]).iter(f"{MAIN}sheet")
        }
        listed: dict[str, set[str]] = {}
        for cell in Tree.fromstring(reader.parts["xl/calcChain.xml"]):
            listed.setdefault(titles[cell.get("i")], set()).add(cell.get("r"))
        assert set(listed) == {PAIRS, MENTEES, "Мои расчёты"}
        for title, places in listed.items():
            cells = reader.cells(title)
            assert {place for place in places if not str(cells[place].value).startswith("=")} == set(), (name, title)


def test_the_open_xml_validator_finds_no_error_after_any_command(states, open_xml_errors):
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(open_xml_errors, states.values())
    assert dict(zip(states, found, strict=True)) == {name: [] for name in states}


def values(path: Path) -> dict[str, list[list[object]]]:
    """The values of every sheet, trailing blanks cut off."""
    book = CalamineWorkbook.from_path(str(path))
    return {name: _cut(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names}


def _cut(rows: list[list[object]]) -> list[list[object]]:
    cut = [list(row) for row in rows]
    for row in cut:
        while row and row[-1] == "":
            row.pop()
    while cut and not cut[-1]:
        cut.pop()
    return cut


@pytest.fixture(scope="module")
def resaved(states: dict[str, Path], office: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the book as LibreOffice saves it: before the first command and after the last."""
    return office(states["до"], "xlsx", tmp_path_factory.mktemp("libreoffice"), states["status"]).parent


def test_libreoffice_sees_the_values_that_calamine_sees(states, resaved):
    for name in ("до", "status"):
        ours, theirs = values(states[name]), values(resaved / states[name].name)
        # beside these columns LibreOffice fills in the pivot table
        theirs["Мои расчёты"] = _cut([row[:4] for row in theirs["Мои расчёты"]])
        assert theirs == ours, name


def test_a_book_that_libreoffice_saved_goes_through_every_command(states, resaved, tmp_path):
    book = tmp_path / "книга.xlsx"
    book.write_bytes((resaved / states["до"].name).read_bytes())
    before = Reader(book)
    for command in COMMANDS:
        assert press(command, book) in {cli.DONE, cli.FOUND}
        after = Reader(book)
        assert_persons_cells_are_kept(command, before, after)
        before = after
    assert values(book)[PAIRS] == values(states["status"])[PAIRS]


def test_a_second_press_leaves_the_file_alone(states, tmp_path):
    for command in COMMANDS:
        book = tmp_path / "книга.xlsx"
        book.write_bytes(states[command].read_bytes())
        os.utime(book, (1_700_000_000, 1_700_000_000))
        press(command, book)
        assert book.read_bytes() == states[command].read_bytes(), command
        assert book.stat().st_mtime == 1_700_000_000, command
