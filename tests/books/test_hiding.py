"""A workbook with some of its sheets hidden: what is hidden is not printed, all else stays."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import xlsxwriter

from mentoring_xl.books.hiding import without_sheets


def book() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        for title in ("Пары", "Ответы «до» & «после»", "Пары (2)"):
            sheet = made.add_worksheet(title)
            sheet.write(0, 0, title)
            sheet.print_area(0, 0, 9, 3)
    return file.getvalue()


def test_the_sheets_named_are_hidden_and_no_longer_have_a_print_area():
    hidden = openpyxl.load_workbook(io.BytesIO(without_sheets(book(), ["Ответы «до» & «после»", "Нет такого"])))
    assert [(sheet.title, sheet.sheet_state) for sheet in hidden] == [
        ("Пары", "visible"),
        ("Ответы «до» & «после»", "hidden"),
        ("Пары (2)", "visible"),
    ]
    assert [bool(sheet.print_area) for sheet in hidden] == [True, False, True]


def test_a_sheet_that_was_hidden_another_way_is_hidden_once():
    made = openpyxl.load_workbook(io.BytesIO(book()))
    made["Пары (2)"].sheet_state = "veryHidden"
    file = io.BytesIO()
    made.save(file)
    again = openpyxl.load_workbook(io.BytesIO(without_sheets(file.getvalue(), ["Пары", "Пары (2)"])))
    assert [sheet.sheet_state for sheet in again] == ["hidden", "visible", "hidden"]


def test_all_other_parts_stay_to_the_byte():
    before = zipfile.ZipFile(io.BytesIO(book()))
    after = zipfile.ZipFile(io.BytesIO(without_sheets(book(), ["Пары"])))
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert (changed, after.namelist()) == (["xl/workbook.xml"], before.namelist())
