"""Printed pages in a closed book: made once, laid anew on the next press, nothing stale left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.core.edit import Print, Put
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.schema.tables import Order
from tests.books.closed.closed_books import PIXEL, changed_parts, parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:Sparkline Group")
ORDER = Page(
    widths=(6, 40, 40),
    lines=(
        Line((Piece("ПРИКАЗ", 0, 3, Look.TITLE),), 24),
        Line((Piece("О закреплении пар", 0, 2, Look.LEFT), Piece("№ 14-а", 2, 1, Look.RIGHT))),
        Line(
            (Piece("№", 0, 1, Look.HEAD), Piece("Наставляемый", 1, 1, Look.HEAD), Piece("Наставник", 2, 1, Look.HEAD))
        ),
        Line((Piece("1", 0, 1, Look.NUMBER), Piece("Петрова А.", 1, 1, Look.BOX), Piece("", 2, 1, Look.BOX))),
        Line((Piece("Приложение", 0, 3),), new_page=True),
    ),
    repeat=2,
)


def put_on(path: Path, page: Page, sheet: str = "Приказ 14-а") -> Mapping[str, int]:
    """Print a page into a book and save it."""
    book = ClosedBook(path)
    changed = book.apply([Print(sheet, page)])
    book.save()
    return changed


def test_a_page_is_set_up_for_the_office_standard(school_book, open_xml_errors):
    assert put_on(school_book, ORDER) == {"Приказ 14-а": 9}
    sheet = openpyxl.load_workbook(school_book)["Приказ 14-а"]
    margins = sheet.page_margins
    assert [round(inches * 25.4) for inches in (margins.left, margins.right, margins.top, margins.bottom)] == [
        30,
        10,
        20,
        20,
    ]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.page_setup.useFirstPageNumber is True
    assert sheet.HeaderFooter.differentFirst is True
    assert sheet.HeaderFooter.oddHeader.center.text == "&P"
    assert sheet.HeaderFooter.firstHeader.center.text is None
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'Приказ 14-а'!$A$1:$C$5"
    assert [line.id for line in sheet.row_breaks.brk] == [4]
    assert sorted(str(cells) for cells in sheet.merged_cells.ranges) == ["A1:C1", "A2:B2", "A5:C5"]
    assert [(cells.min, cells.max, round(cells.width)) for cells in sheet.column_dimensions.values()] == [
        (1, 1, 7),
        (2, 3, 41),
    ]
    assert open_xml_errors(school_book) == []


def test_the_text_is_times_new_roman_and_a_table_is_ruled(school_book):
    put_on(school_book, ORDER)
    sheet = openpyxl.load_workbook(school_book)["Приказ 14-а"]
    assert (sheet["A1"].font.name, sheet["A1"].font.sz, sheet["A1"].font.b) == ("Times New Roman", 14, True)
    assert (sheet["A5"].font.sz, sheet["A5"].alignment.horizontal, sheet["A5"].alignment.wrap_text) == (
        14,
        "justify",
        True,
    )
    assert (sheet["B4"].font.sz, sheet["B4"].border.top.style, sheet["C4"].border.top.style) == (12, "thin", "thin")
    assert sheet["A5"].border.top.style is None


def test_the_chosen_sheet_of_the_book_stays_the_only_one_chosen(school_book):
    put_on(school_book, ORDER)
    book = openpyxl.load_workbook(school_book)
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == ["Мои заметки"]


def test_the_formats_of_the_book_stay_as_they_were(school_book):
    before = openpyxl.load_workbook(school_book)["Пары 2026"]["B7"]
    put_on(school_book, ORDER)
    after = openpyxl.load_workbook(school_book)["Пары 2026"]["B7"]
    assert repr((after.font, after.border, after.number_format)) == repr(
        (before.font, before.border, before.number_format)
    )


def test_the_same_page_again_does_not_touch_the_file(school_book):
    put_on(school_book, ORDER)
    content = school_book.read_bytes()
    assert put_on(school_book, ORDER) == {}
    assert school_book.read_bytes() == content


def test_a_shorter_page_leaves_nothing_of_the_longer_one(school_book):
    put_on(school_book, ORDER)
    put_on(school_book, replace(ORDER, lines=ORDER.lines[:2], repeat=None), sheet="ПРИКАЗ 14-А")
    book = openpyxl.load_workbook(school_book)
    sheet = book["Приказ 14-а"]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("ПРИКАЗ", None, None),
        ("О закреплении пар", None, "№ 14-а"),
    ]
    assert sheet.print_title_rows is None
    assert sheet.print_area == "'Приказ 14-а'!$A$1:$C$2"


def test_going_back_to_the_first_page_gives_the_same_bytes(school_book):
    put_on(school_book, ORDER)
    first = parts(school_book)
    put_on(school_book, replace(ORDER, lines=ORDER.lines[:2]))
    put_on(school_book, ORDER)
    assert changed_parts(first, school_book) == set()


def test_a_crest_put_on_the_page_stays_when_it_is_laid_anew(school_book, open_xml_errors, tmp_path):
    put_on(school_book, ORDER)
    crest = tmp_path / "герб.png"
    crest.write_bytes(PIXEL)
    import wolfxl
    from wolfxl.drawing.image import Image

    book = wolfxl.load_workbook(str(school_book), modify=True)
    book["Приказ 14-а"].add_image(Image(str(crest)), "A1")
    book.save(str(school_book))
    put_on(school_book, replace(ORDER, lines=ORDER.lines[:3]))
    assert b"<drawing " in parts(school_book)["xl/worksheets/sheet5.xml"]
    assert open_xml_errors(school_book) == []


def test_a_sheet_with_entries_of_a_person_is_never_drawn_over(school_book):
    book = openpyxl.load_workbook(school_book)
    book.create_sheet("Приказ 14-а")["B3"] = "черновик завуча"
    book.save(school_book)
    before = school_book.read_bytes()
    with pytest.raises(BookError, match="^Лист «Приказ 14-а» занят вашими записями"):
        put_on(school_book, ORDER)
    assert school_book.read_bytes() == before


def test_an_empty_sheet_of_that_name_is_taken(school_book):
    book = openpyxl.load_workbook(school_book)
    book.create_sheet("Приказ 14-а")
    book.save(school_book)
    put_on(school_book, ORDER)
    assert openpyxl.load_workbook(school_book)["Приказ 14-а"]["A1"].value == "ПРИКАЗ"


def test_a_sheet_with_a_table_is_never_drawn_over(school_book):
    sentence = "^Лист «Приказы» занят вашими записями, печатать на него нельзя: переименуйте его и повторите.$"
    with pytest.raises(BookError, match=sentence):
        put_on(school_book, ORDER, sheet="приказы")


def test_a_link_to_a_page_made_by_the_same_press_leads_there(school_book):
    book = ClosedBook(school_book)
    order = typed(Order, book.grid(Order)).rows[0]
    book.apply([Put(order, {"sheet": "Приказ 14-а"}), Print("Приказ 14-а", ORDER)])
    book.save()
    assert openpyxl.load_workbook(school_book)["Приказы"]["I5"].hyperlink.location == "'Приказ 14-а'!A1"


MAP = Page(
    widths=(6, 20, *[5] * 40),
    lines=(
        Line((Piece("Карта", 0),)),
        Line((Piece("", 0, 2, Look.UPRIGHT), Piece("Жукова А. П.", 2, 1, Look.UPRIGHT)), 70),
        Line(
            (
                Piece("Н-1", 0, 1, Look.COUNT),
                Piece("42", 2, 1, Look.POINTS, "#ACCAE7", "#10243A"),
                Piece("●71", 3, 1, Look.DASHED),
                Piece("■80", 4, 1, Look.FRAMED),
            )
        ),
    ),
    repeat=1,
    wide=True,
    across=2,
    still=2,
)


def test_a_map_keeps_its_heads_and_names_in_sight_and_on_every_page(school_book, open_xml_errors):
    put_on(school_book, MAP, "Карта")
    sheet = openpyxl.load_workbook(school_book)["Карта"]
    assert sheet.freeze_panes == "C3"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$2:$2", "$A:$B")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        2,
        0,
    )
    assert open_xml_errors(school_book) == []


def test_names_read_upwards_and_pairs_are_framed_in_two_ways(school_book):
    put_on(school_book, MAP, "Карта")
    sheet = openpyxl.load_workbook(school_book)["Карта"]
    assert sheet["C2"].alignment.textRotation == 90
    assert [sheet[cell].border.left.style for cell in ("C3", "D3", "E3")] == [None, "mediumDashed", "medium"]
    assert [sheet[cell].font.b for cell in ("C3", "D3", "E3")] == [False, True, True]
    assert (sheet["C3"].fill.start_color.rgb, sheet["C3"].alignment.shrink_to_fit) == ("FFACCAE7", True)


def test_the_same_map_again_does_not_touch_the_file(school_book):
    put_on(school_book, MAP, "Карта")
    assert put_on(school_book, MAP, "Карта") == {}
