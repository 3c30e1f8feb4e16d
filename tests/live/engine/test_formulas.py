"""Formulas in Excel's grammar, whatever the program's own is."""

from __future__ import annotations

import pytest
import xlwings as xw


def test_formulas_among_values_are_calculated(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[2, "=A1*3", "текст"], [4, "=A2*3", "=A1+A2"]]
    assert sheet["A1:C2"].value == [[2.0, 6.0, "текст"], [4.0, 12.0, 6.0]]


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ('=IF(TRUE,SUM(A1:A2),"a,b;c")', 5.0),
        ('="он сказал ""да, нет"""', 'он сказал "да, нет"'),
        ("=SUM({1,2;3,4})", 10.0),
        ("=SUM('Лист два'!A1:A2)", 30.0),
        ("=Второй!A1+$A$1", 42.0),
        ('=COUNTIF(A1:A2,">2")', 1.0),
        ("=STDEV.S(A1:A2)*0+1", 1.0),
        ('=IFERROR(1/0,"нет")', "нет"),
    ],
)
def test_a_formula_reads_back_as_it_was_written(book: xw.Book, formula: str, result: object) -> None:
    sheet = book.sheets[0]
    sheet["A1:A2"].options(transpose=True).value = [2, 3]
    book.sheets.add("Лист два", after=sheet)["A1"].options(transpose=True).value = [10, 20]
    book.sheets.add("Второй", after=sheet)["A1"].value = 40
    sheet["C1"].formula = formula
    assert (sheet["C1"].formula, sheet["C1"].value) == (formula, result)


def test_one_formula_fills_a_range_with_moving_references(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, 10], [2, 20], [3, 30]]
    sheet["D1:E3"].formula = "=A1*2"
    assert sheet["D1:E3"].value == [[2.0, 20.0], [4.0, 40.0], [6.0, 60.0]]
    assert sheet["E3"].formula == "=B3*2"
    sheet["G1:G3"].value = "=A1+1"
    assert sheet["G1:G3"].value == [2.0, 3.0, 4.0]


def test_a_block_of_formulas_is_rows_of_texts(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [["=1+1", "а"], [5, None]]
    assert [list(row) for row in sheet["A1:B2"].formula] == [["=1+1", "а"], ["5", ""]]


def test_a_manual_calculation_waits(app: xw.App, sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, "=A1*2"]]
    app.calculation = "manual"
    try:
        sheet["A1"].value = 5
        assert (app.calculation, sheet["B1"].value) == ("manual", 2.0)
        app.calculate()
        assert sheet["B1"].value == 10.0
    finally:
        app.calculation = "automatic"
    assert app.calculation == "automatic"
