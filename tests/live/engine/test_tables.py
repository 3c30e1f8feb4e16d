"""Tables, their filters, and defined names."""

from __future__ import annotations

import pandas as pd
import pytest
import xlwings as xw


@pytest.fixture
def table(sheet: xw.Sheet) -> xw.main.Table:
    sheet["B3"].value = [["ФИО", "Класс", "Часы"], ["Аня", "5А", 1], ["Лев", "7Б", 5], ["Яна", "5А", 9]]
    return sheet.tables.add(sheet["B3:D6"], name="Банк_наставляемых")


def test_a_table_is_found_by_its_name(sheet: xw.Sheet, table: xw.main.Table) -> None:
    found = sheet.tables["Банк_наставляемых"]
    assert (found.name, found.range.address) == ("Банк_наставляемых", "$B$3:$D$6")
    assert (found.header_row_range.address, found.data_body_range.address) == ("$B$3:$D$3", "$B$4:$D$6")
    assert ("Банк_наставляемых" in sheet.tables, "Нет" in sheet.tables, len(sheet.tables)) == (True, False, 1)
    with pytest.raises(KeyError):
        sheet.tables["Нет"]


def test_a_table_belongs_to_its_sheet_alone(book: xw.Book, table: xw.main.Table) -> None:
    other = book.sheets.add(after=book.sheets[0])
    assert [found.name for found in other.tables] == []
    assert table.parent == book.sheets[0]


def test_a_cell_knows_its_table(sheet: xw.Sheet, table: xw.main.Table) -> None:
    assert sheet["C5"].table == table
    assert sheet["A1"].table is None


def test_columns_have_the_names_of_the_headings(table: xw.main.Table) -> None:
    assert [column.name for column in table.columns] == ["ФИО", "Класс", "Часы"]
    assert table.columns["Часы"].data_body_range.address == "$D$4:$D$6"
    assert table.columns["Класс"].index == 2


def test_a_table_grows_and_shrinks_in_place(sheet: xw.Sheet, table: xw.main.Table) -> None:
    table.resize(sheet["B3:D9"])
    assert table.data_body_range.address == "$B$4:$D$9"
    table.resize(sheet["B3:D4"])
    assert table.data_body_range.address == "$B$4:$D$4"
    assert sheet["B6"].value == "Яна"


def test_a_table_moves_with_the_rows_above_it(sheet: xw.Sheet, table: xw.main.Table) -> None:
    sheet["1:2"].insert("down")
    assert table.range.address == "$B$5:$D$8"
    sheet["6:6"].delete()
    assert table.range.address == "$B$5:$D$7"
    assert sheet["B6"].value == "Лев"


def test_a_data_frame_updates_a_table(sheet: xw.Sheet, table: xw.main.Table) -> None:
    table.update(pd.DataFrame({"ФИО": ["Ира"], "Класс": ["9В"], "Часы": [2]}), index=False)
    assert table.range.address == "$B$3:$D$4"
    assert sheet["B3:D5"].value == [["ФИО", "Класс", "Часы"], ["Ира", "9В", 2.0], [None, None, None]]


def test_a_row_of_totals_is_not_data(table: xw.main.Table) -> None:
    assert (table.show_totals, table.totals_row_range) == (False, None)
    table.show_totals = True
    assert (table.totals_row_range.address, table.data_body_range.address) == ("$B$7:$D$7", "$B$4:$D$6")
    table.show_totals = False
    assert table.range.address == "$B$3:$D$6"


def test_formulas_speak_of_columns_by_name(sheet: xw.Sheet, table: xw.main.Table) -> None:
    sheet["F4"].formula = "=Банк_наставляемых[[#This Row],[Часы]]*2"
    sheet["F5"].formula = "=SUM(Банк_наставляемых[Часы])"
    assert (sheet["F4"].value, sheet["F5"].value) == (2.0, 15.0)
    assert sheet["F5"].formula == "=SUM(Банк_наставляемых[Часы])"


def hidden(sheet: xw.Sheet) -> list[bool]:
    return [sheet[f"B{row}"].rows.hidden for row in (4, 5, 6)]


def test_a_filter_is_told_cleared_and_put_back(sheet: xw.Sheet, table: xw.main.Table) -> None:
    table.autofilter.apply_values(2, ["5А"])
    assert hidden(sheet) == [False, True, False]
    told = table.autofilter.criteria[1]
    assert (told.type, list(told.values)) == ("values", ["5А"])
    table.autofilter.clear()
    assert (hidden(sheet), table.autofilter.criteria[1].type) == ([False] * 3, "none")
    table.autofilter.apply_values(2, told.values)
    assert hidden(sheet) == [False, True, False]


def test_two_filters_work_together(sheet: xw.Sheet, table: xw.main.Table) -> None:
    table.autofilter.apply_values(2, ["5А"])
    table.autofilter.apply_comparison(3, "greater_than", 4)
    assert hidden(sheet) == [True, True, False]
    told = table.autofilter.criteria[2]
    assert (told.type, told.operator, told.value1) == ("comparison", "greater_than", "4")
    table.autofilter.clear(2)
    assert hidden(sheet) == [True, False, False]


def test_a_filter_between_two_numbers_is_told_as_one(sheet: xw.Sheet, table: xw.main.Table) -> None:
    table.autofilter.apply_comparison(3, "between", 2, 6)
    told = table.autofilter.criteria[2]
    assert hidden(sheet) == [True, False, True]
    assert (told.operator, told.value1, told.value2) == ("between", "2", "6")


def test_filter_buttons_are_shown_and_taken_away(table: xw.main.Table) -> None:
    assert table.show_autofilter is True
    table.show_autofilter = False
    assert table.show_autofilter is False


def test_names_stand_for_cells(book: xw.Book, sheet: xw.Sheet) -> None:
    sheet.name = "Мой лист"
    sheet["B2:B3"].name = "Дата_приказа"
    assert book.names["Дата_приказа"].refers_to == "='Мой лист'!$B$2:$B$3"
    assert book.names["Дата_приказа"].refers_to_range.address == "$B$2:$B$3"
    assert sheet["Дата_приказа"].address == "$B$2:$B$3"
    assert sheet["B2:B3"].name.name == "Дата_приказа"
    assert sheet["A1"].name is None
    book.names["Дата_приказа"].refers_to = "='Мой лист'!$C$1"
    assert sheet["Дата_приказа"].address == "$C$1"
    book.names["Дата_приказа"].delete()
    assert "Дата_приказа" not in book.names


def test_a_name_can_stand_for_a_number(book: xw.Book, sheet: xw.Sheet) -> None:
    book.names.add("Ставка", "=0.5")
    sheet["A1"].formula = "=Ставка*4"
    assert (sheet["A1"].value, book.names["Ставка"].refers_to, len(book.names)) == (2.0, "=0.5", 1)
