"""Values in cells, written and read in blocks."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest
import xlwings as xw

FEBRUARY = dt.datetime(2026, 2, 1)


def test_a_block_comes_back_as_it_was_written(sheet: xw.Sheet) -> None:
    sheet["B2"].value = [["Имя", "Дата", "Часы"], ["Аня", FEBRUARY, 1.5], ["Лев", None, -7]]
    assert sheet["B2:D4"].value == [["Имя", "Дата", "Часы"], ["Аня", FEBRUARY, 1.5], ["Лев", None, -7.0]]


def test_one_cell_is_a_value_and_one_row_or_column_a_list(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, 2], [3, 4]]
    assert sheet["A1"].value == 1.0
    assert sheet["A1:B1"].value == [1.0, 2.0]
    assert sheet["A1:A2"].value == [1.0, 3.0]
    assert sheet["A1"].options(ndim=2).value == [[1.0]]


def test_a_single_value_fills_the_whole_range(sheet: xw.Sheet) -> None:
    sheet["A1:B2"].value = "да"
    assert sheet["A1:B2"].value == [["да", "да"], ["да", "да"]]


@pytest.mark.parametrize("text", ["007", "01.02.2026", "=1+1", "'x", "+7 900", "1 мая", "TRUE", "1e5", "май 2026"])
def test_text_after_an_apostrophe_stays_text(sheet: xw.Sheet, text: str) -> None:
    sheet["A1"].value = "'" + text
    assert sheet["A1"].value == text


def test_text_after_an_apostrophe_leaves_the_number_format_alone(sheet: xw.Sheet) -> None:
    sheet["A2"].number_format = "0.00"
    sheet["A1"].value = [["'007"], ["'=1+1"], ["'12"]]
    assert [sheet[cell].number_format for cell in ("A1", "A2", "A3")] == ["General", "0.00", "General"]


def test_a_formula_in_a_text_cell_stays_text(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "@"
    sheet["A1"].value = [["=1+1", "=1+1"]]
    assert sheet["A1:B1"].value == ["=1+1", 2.0]


def test_very_long_text_is_kept(sheet: xw.Sheet) -> None:
    text = "Наставничество. " * 2000
    sheet["A1"].value = text
    assert sheet["A1"].value == text


def test_text_of_several_lines_is_kept(sheet: xw.Sheet) -> None:
    sheet["A1"].value = "первая\nвторая"
    assert sheet["A1"].value == "первая\nвторая"


def test_nothing_and_not_a_number_leave_cells_empty(sheet: xw.Sheet) -> None:
    sheet["A1:E1"].value = "было"
    sheet["A1"].value = [None, math.nan, np.nan, pd.NaT, ""]
    assert sheet["A1:E1"].value == [None] * 5


def test_truth_values_stay_truth_values(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [True, False, 1, 0]
    read = sheet["A1:D1"].value
    assert read == [True, False, 1.0, 0.0]
    assert [type(value) for value in read] == [bool, bool, float, float]


def test_a_number_written_over_a_truth_value_is_a_number(sheet: xw.Sheet) -> None:
    sheet["A1"].value = True
    sheet["A1"].value = 5
    assert (sheet["A1"].value, type(sheet["A1"].value)) == (5.0, float)


def test_numbers_of_numpy_are_numbers(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [np.float64(1.5), np.int64(3), np.bool_(True)]
    assert sheet["A1:C1"].value == [1.5, 3.0, True]


def test_a_data_frame_is_written_with_its_headings(sheet: xw.Sheet) -> None:
    frame = pd.DataFrame({"ч": [1.5, None], "дата": pd.to_datetime(["2026-02-01", None])})
    sheet["A1"].options(index=False).value = frame
    assert sheet["A1:B3"].value == [["ч", "дата"], [1.5, FEBRUARY], [None, None]]


def test_whole_numbers_and_other_empties_can_be_asked_for(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [3, None]
    read = sheet["A1:B1"].options(numbers=int, empty="—").value
    assert (read, type(read[0])) == ([3, "—"], int)


def test_an_error_is_nothing_unless_its_text_is_asked_for(sheet: xw.Sheet) -> None:
    sheet["A1"].formula = [["=1/0", "=NA()", "=1+1"]]
    assert sheet["A1:C1"].value == [None, None, 2.0]
    assert sheet["A1:C1"].options(err_to_str=True).value == ["#DIV/0!", "#N/A", 2.0]


def test_a_range_grows_over_the_filled_cells(sheet: xw.Sheet) -> None:
    sheet["B2"].value = [["а", "б", "в"], [1, 2, 3], [4, 5, 6]]
    assert sheet["B2"].expand().address == "$B$2:$D$4"
    assert sheet["B2"].end("down").address == "$B$4"
    assert sheet["D4"].end("left").address == "$B$4"
    assert sheet["C3"].current_region.address == "$B$2:$D$4"
    assert sheet["A1"].end("right").address == ("$XFD$1")


def test_the_used_cells_are_known(sheet: xw.Sheet) -> None:
    sheet["B2"].value = [[1, 2], [3, 4]]
    assert sheet.used_range.last_cell.address == "$C$3"


def test_cells_are_reached_in_every_way_of_xlwings(sheet: xw.Sheet) -> None:
    assert sheet.range("A1:B2").address == "$A$1:$B$2"
    assert sheet.range((2, 3)).address == "$C$2"
    assert sheet.range((1, 1), (2, 3)).address == "$A$1:$C$2"
    assert sheet["C3"].offset(-1, 1).resize(2, 2).address == "$D$2:$E$3"
    assert sheet["A:B"].address == "$A:$B"
    assert sheet["2:3"].address == "$2:$3"
    assert sheet[1, 2].get_address(False, False) == "C2"
    assert sheet["A1:C3"][1:, 1].address == "$B$2:$B$3"
