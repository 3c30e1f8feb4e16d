"""Dates and times in cells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlwings as xw
from openpyxl.utils.datetime import CALENDAR_MAC_1904


@pytest.mark.parametrize(
    "when",
    [
        dt.datetime(2026, 2, 1),
        dt.datetime(2026, 2, 1, 10, 30, 15),
        dt.datetime(1900, 3, 1),
        dt.datetime(9999, 12, 31),
    ],
)
def test_a_date_comes_back_to_the_second(sheet: xw.Sheet, when: dt.datetime) -> None:
    sheet["A1"].value = when
    assert sheet["A1"].value == when


@pytest.mark.libreoffice
@pytest.mark.parametrize("when", [dt.datetime(1900, 1, 1), dt.datetime(1900, 2, 28), dt.datetime(1850, 6, 1)])
def test_a_date_before_march_1900_comes_back(sheet: xw.Sheet, when: dt.datetime) -> None:
    sheet["A1"].value = when
    assert sheet["A1"].value == when


def test_a_plain_date_is_a_date_at_midnight(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [dt.date(2026, 2, 1), pd.Timestamp("2026-02-02")]
    assert sheet["A1:B1"].value == [dt.datetime(2026, 2, 1), dt.datetime(2026, 2, 2)]
    assert sheet["A1"].options(dates=dt.date).value == dt.date(2026, 2, 1)


def test_a_date_keeps_the_format_that_the_cell_had(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "dd.mm.yyyy"
    sheet["A1"].value = [dt.datetime(2026, 2, 1), dt.datetime(2026, 2, 2)]
    assert sheet["A1"].number_format == "dd.mm.yyyy"
    assert sheet["B1"].number_format != "General"


def test_dates_among_numbers_of_other_formats_are_told_apart(sheet: xw.Sheet) -> None:
    sheet["A1:D3"].value = 46054
    sheet["B1:B3"].number_format = "dd.mm.yyyy"
    sheet["C2"].number_format = "0.00"
    sheet["D3"].number_format = "dd.mm.yyyy hh:mm"
    day = dt.datetime(2026, 2, 1)
    number = 46054.0
    assert sheet["A1:D3"].value == [
        [number, day, number, number],
        [number, day, number, number],
        [number, day, number, day],
    ]


def test_a_span_of_time_is_a_share_of_a_day(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "[h]:mm"
    sheet["A1"].value = 1.5
    assert sheet["A1"].value == 1.5


@pytest.mark.libreoffice
def test_a_timedelta_is_written_as_hours(sheet: xw.Sheet) -> None:
    sheet["A1"].value = dt.timedelta(hours=36)
    assert (sheet["A1"].value, sheet["A1"].number_format) == (1.5, "[hh]:mm:ss")


def test_a_book_that_counts_from_1904_shows_the_right_days(app: xw.App, tmp_path: Path) -> None:
    path = tmp_path / "Mac 1904.xlsx"
    made = openpyxl.Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.active["A1"] = dt.datetime(2026, 2, 1)
    made.save(path)
    book = app.books.open(path)
    try:
        sheet = book.sheets[0]
        sheet["A2"].value = dt.datetime(2026, 2, 2)
        assert sheet["A1:A2"].value == [dt.datetime(2026, 2, 1), dt.datetime(2026, 2, 2)]
        assert sheet["A2"].options(numbers=float).raw_value is not None
        sheet["A1:A2"].number_format = "0"
        assert sheet["A1:A2"].value == [44592.0, 44593.0]
    finally:
        book.close()
