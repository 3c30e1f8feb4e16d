"""The cells of a printed page, as another reader sees them."""

from __future__ import annotations

import io

import openpyxl
import pytest

from mentoring_xl.books.print_sheet import draw
from mentoring_xl.core.page import Line, Look, Page, Piece


@pytest.fixture(scope="module")
def sheet():
    lines = (
        Line((Piece("Календарь", span=3, look=Look.TITLE),)),
        Line(height=6),
        Line((Piece("=1+1", column=2), Piece("  с краю ", look=Look.BOX, fill="#FFE699"))),
        Line((Piece("", column=1, look=Look.BOX),), height=40),
    )
    drawn = draw({"Календарь": Page((10, 10, 10), lines), "Пусто": Page((10,), ())})
    return openpyxl.load_workbook(io.BytesIO(drawn))["Календарь"]


def test_texts_stand_in_their_cells_with_their_spaces(sheet):
    assert [cell.value for cell in sheet[3]] == ["  с краю ", None, "=1+1"]


def test_a_text_that_looks_like_a_formula_is_marked_as_text(sheet):
    assert (sheet["C3"].data_type, sheet["C3"].quotePrefix) == ("s", True)
    assert sheet["A3"].quotePrefix is False


def test_a_piece_over_three_columns_is_joined_and_dressed_in_all_of_them(sheet):
    assert [str(joined) for joined in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet["A1"].font.bold


def test_a_cell_without_text_has_its_border_and_a_filled_one_its_colour(sheet):
    assert sheet["B4"].border.left.style == "thin"
    assert sheet["A3"].fill.start_color.rgb == "FFFFE699"


def test_a_line_without_cells_keeps_its_height(sheet):
    assert [sheet.row_dimensions[row].height for row in (2, 4)] == [6, 39.75]


def test_the_row_that_only_carries_formats_to_the_file_is_gone(sheet):
    assert sheet.dimensions == "A1:C4"
