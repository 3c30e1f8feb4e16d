"""A press on a closed book is taken back: to the byte when nobody has touched the book since, else cell by cell."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mentoring_xl.schema.buttons import BUTTONS
from tests.books.decorated import remarks
from tests.books.decorated.package import Package
from tests.books.decorated.reader import Reader
from tests.books.decorated.school import MENTEES, PAIRS, ROADMAP
from tests.books.pressing import press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMMANDS = tuple(button.command for button in BUTTONS if button.name not in {"check", "settle_conflicts"})
HANGING = ("comments", "threadedComment", "vmlDrawing")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "моя школа.xlsx"


def put(path: Path, sheet: str, place: str, text: str) -> None:
    """Type a text into a cell that a table has, as another program would."""
    package = Package(path)
    xml = (
        f'<c r="{place}" s="{{s}}" t="inlineStr"><is><t>{text}</t></is></c>' if text else f'<c r="{place}" s="{{s}}"/>'
    )
    package.cell(package.sheet(sheet), place, xml)
    package.save(path)


def forget_old_states(path: Path) -> None:
    shutil.rmtree(path.parent / ".mentoring" / "backup")


def seen(path: Path) -> dict[str, object]:
    """Everything of a book that a person sees of its tables and sheets."""
    reader = Reader(path)
    kept = ("ht", "hidden", "customHeight", "outlineLevel")
    return {
        "листы": list(reader.sheets),
        "таблицы": {name: found[:4] for name, found in reader.tables.items()},
        "ячейки": {title: reader.cells(title) for title in reader.sheets},
        "строки": {
            title: {
                row: [found.get(name) for name in kept]
                for row, found in reader.rows(title).items()
                if any(name in found for name in kept)
            }
            for title in reader.sheets
        },
        "примечания": {
            part: reader.parts[part]
            for title in reader.sheets
            for kind, part in reader.links(reader.sheets[title]).values()
            if kind in HANGING
        },
        "имена": reader.parts["xl/workbook.xml"].count(b"<definedName "),
    }


def test_a_chain_of_undos_brings_back_every_state_to_the_byte(decorated: Path, book: Path):
    book.write_bytes(decorated.read_bytes())
    states = []
    for command in COMMANDS:
        states.append(book.read_bytes())
        press(command, book)
    assert len(set(states)) == 9
    for state in reversed(states):
        assert press("undo", book) == 0
        assert book.read_bytes() == state


@pytest.fixture(scope="module")
def on_the_way(decorated: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The decorated book as each command finds it after those before it."""
    book = tmp_path_factory.mktemp("way") / "моя школа.xlsx"
    book.write_bytes(decorated.read_bytes())
    found = {}
    for command in COMMANDS:
        found[command] = book.read_bytes()
        press(command, book)
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_without_the_old_file_everything_is_laid_back_from_the_snapshot(
    command: str, on_the_way: dict[str, bytes], book: Path
):
    """Values, formulas, notes, formats, heights, table sizes and printed sheets, on a book with foreign columns."""
    book.write_bytes(on_the_way[command])
    before = book.with_name("прежняя.xlsx")
    before.write_bytes(book.read_bytes())
    press(command, book)
    assert book.read_bytes() != before.read_bytes()
    forget_old_states(book)
    assert press("undo", book) == 0
    now, then = seen(book), seen(before)
    # a blank cell with the look of its column may have come to stand under a table
    assert _filled(now.pop("ячейки")) == _filled(then.pop("ячейки"))
    assert now == then


def _filled(sheets: object) -> dict[tuple[str, str], object]:
    assert isinstance(sheets, dict)
    return {
        (title, place): cell
        for title, cells in sheets.items()
        for place, cell in cells.items()
        if cell.value is not None
    }


@pytest.mark.parametrize("bare", [False, True], ids=["among others", "the only ones"])
def test_notes_on_rows_that_a_press_takes_out_come_back(
    bare: bool, decorated: Path, book: Path, open_xml_errors: Callable[[Path], list[object]]
):
    package = Package(decorated)
    for row in (*range(5, 26), 27, *range(29, 50)):
        remarks.note(package, PAIRS, f"D{row}", f"о паре {row} &amp; т. д.")
    package.save(book)
    before = _notes(book)
    press("recalculate-pairs", book)
    stayed = set(_notes(book).values())
    gone = {place: note for place, note in before.items() if note not in stayed}
    assert gone
    assert stayed
    if bare:
        _take_notes_away(book)
    forget_old_states(book)
    assert press("undo", book) == 0
    assert _notes(book) == (gone if bare else before)
    assert open_xml_errors(book) == []


def _notes(path: Path) -> dict[str, tuple[str, str]]:
    """Return the notes on the pairs: text and author."""
    cells = openpyxl.load_workbook(path)[PAIRS]._cells.values()
    return {cell.coordinate: (cell.comment.text, cell.comment.author) for cell in cells if cell.comment}


def _take_notes_away(path: Path) -> None:
    """Save the pairs as a program does that leaves notes out."""
    package = Package(path)
    sheet = package.sheet(PAIRS)
    for kind in HANGING:
        part = package.target(sheet, kind)
        del package.parts[part]
        types = re.sub(rf'<Override PartName="/{part}"[^>]*/>', "", package.text("[Content_Types].xml"))
        package.parts["[Content_Types].xml"] = types.encode()
        links = re.sub(rf"<Relationship [^>]*/{kind}\"[^>]*/>", "", package.text(package.links(sheet)))
        package.parts[package.links(sheet)] = links.encode()
    package.parts[sheet] = re.sub(r"<legacyDrawing [^>]*/>", "", package.text(sheet)).encode()
    package.save(path)


def test_an_undone_book_is_sound(example: Path, book: Path, open_xml_errors: Callable[[Path], list[object]]):
    book.write_bytes(example.read_bytes())
    for command in COMMANDS[:7]:
        press(command, book)
    assert list(Reader(book).sheets)[-5:] == [
        "Календарь", "Сводка", "Итоги подбора", "Карта подбора", "Приказ ПР-2",
    ]  # fmt: skip
    forget_old_states(book)
    press("undo", book)
    assert open_xml_errors(book) == []
    for _ in range(5):
        press("undo", book)
    assert list(Reader(book).sheets) == list(Reader(example).sheets)
    assert open_xml_errors(book) == []


def test_what_a_person_has_changed_since_stays(decorated: Path, book: Path, capsys: pytest.CaptureFixture[str]):
    book.write_bytes(decorated.read_bytes())
    before = Reader(book).cells(ROADMAP)
    press("check-deadlines", book)
    after = Reader(book).cells(ROADMAP)
    written = [place for place in after if before[place].value != after[place].value]
    put(book, ROADMAP, written[0], "сама решу")
    put(book, MENTEES, "C5", "Другая Анна")
    capsys.readouterr()
    assert press("undo", book) == 0
    now = Reader(book)
    cells = now.cells(ROADMAP)
    assert cells[written[0]].value == "сама решу"
    assert {place: cells[place].value for place in written[1:]} == {place: before[place].value for place in written[1:]}
    assert now.cells(MENTEES)["C5"].value == "Другая Анна"
    assert capsys.readouterr().out.endswith("1 ячейку вы изменили позже, она оставлена.\n")


def test_a_comment_goes_back_with_the_pair_that_moved(decorated: Path, book: Path):
    book.write_bytes(decorated.read_bytes())
    press("recalculate-pairs", book)
    reader = Reader(book)
    _, _, head, _, titles = reader.tables["Pairs"]
    first = next(
        row
        for row in range(head + 1, 60)
        if reader.cells(PAIRS)[f"A{row}"].value != Reader(decorated).cells(PAIRS)[f"A{row}"].value
    )
    code, comment = (chr(ord("A") + titles.index(title)) for title in ("Код наставляемого", "Комментарий"))
    mentee = reader.cells(PAIRS)[f"{code}{first}"].value
    put(book, PAIRS, f"{comment}{first}", "согласна")
    press("undo", book)
    cells = Reader(book).cells(PAIRS)
    commented = [place for place, cell in cells.items() if cell.value == "согласна"]
    assert [cells[f"{code}{place[1:]}"].value for place in commented] == [mentee]


def test_an_undo_after_the_book_was_sorted_is_refused_and_names_the_old_state(
    decorated: Path, book: Path, capsys: pytest.CaptureFixture[str]
):
    book.write_bytes(decorated.read_bytes())
    press("check-deadlines", book)
    package = Package(book)
    part = package.sheet(ROADMAP)
    text = package.text(part)
    swapped = text.replace('r="14"', 'r="#"').replace('r="15"', 'r="14"').replace('r="#"', 'r="15"')
    for column in map(chr, range(ord("A"), ord("Z") + 1)):
        swapped = swapped.replace(f'"{column}14"', f'"{column}#"').replace(f'"{column}15"', f'"{column}14"')
        swapped = swapped.replace(f'"{column}#"', f'"{column}15"')
    rows = swapped.split("<row ")
    at = next(index for index, row in enumerate(rows) if row.startswith('r="15"'))
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    package.parts[part] = "<row ".join(rows).encode()
    package.save(book)
    changed = book.read_bytes()
    capsys.readouterr()
    assert press("undo", book) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "Отменить по частям нельзя: на листе «Дорожная карта» строки с тех пор переставлены. "
        "Возьмите прежнее состояние книги: .mentoring/backup/моя школа "
    )
    assert book.read_bytes() == changed


def test_a_book_that_libreoffice_saved_since_is_set_back_too(
    example: Path, book: Path, office: Callable[..., Path], tmp_path: Path
):
    book.write_bytes(example.read_bytes())
    press("check-deadlines", book)
    press("recalculate-pairs", book)
    folder = tmp_path / "office"
    resaved = office(book, "xlsx", folder, example)
    book.write_bytes(resaved.read_bytes())
    assert press("undo", book) == 0
    assert press("undo", book) == 0
    now, then = Reader(book), Reader(folder / example.name)
    assert {name: found[:4] for name, found in now.tables.items()} == {
        name: found[:4] for name, found in then.tables.items()
    }
    for title in then.sheets:
        assert _values(now, title) == _values(then, title), title


def _values(reader: Reader, title: str) -> dict[str, object]:
    return {place: cell.value for place, cell in reader.cells(title).items() if cell.value not in (None, "")}
