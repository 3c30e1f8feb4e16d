"""Books, sheets and the program around them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.worksheet.properties import PageSetupProperties


def test_a_saved_book_opens_with_all_it_had(app: xw.App, book: xw.Book, tmp_path: Path) -> None:
    path = tmp_path / "Папка с пробелом" / "Наставничество 2026.xlsx"
    path.parent.mkdir()
    sheet = book.sheets[0]
    sheet.name = "Пары"
    sheet["A1"].value = [["ФИО", "Дата"], ["Аня", dt.datetime(2026, 2, 1)], ["'007", "=1+1"]]
    sheet["A2:B2"].color = (255, 255, 0)
    sheet["B2"].add_note("Примечание")
    sheet.tables.add(sheet["A1:B3"], name="Пары_2026")
    book.save(path)
    assert (book.name, Path(book.fullname)) == ("Наставничество 2026.xlsx", path)
    book.close()
    again = app.books.open(path)
    found = again.sheets["Пары"]
    assert found["A1:B3"].value == [["ФИО", "Дата"], ["Аня", dt.datetime(2026, 2, 1)], ["007", 2.0]]
    assert (found["B3"].formula, found["A2"].color, found["B2"].note.text) == ("=1+1", (255, 255, 0), "Примечание")
    assert found.tables["Пары_2026"].range.address == "$A$1:$B$3"
    found["A1"].value = "Имя"
    again.save()
    assert openpyxl.load_workbook(path)["Пары"]["A1"].value == "Имя"
    app.books.add()
    again.close()


@pytest.fixture
def book(app: xw.App) -> xw.Book:
    made = app.books.add()
    yield made
    for left in list(app.books):
        left.close()


def test_a_book_is_found_by_its_name(app: xw.App, book: xw.Book) -> None:
    assert app.books[book.name] == book
    assert app.books.active == book
    other = app.books.add()
    assert app.books.active == other
    book.activate()
    assert app.books.active == book
    assert len(app.books) == 2


def test_opening_an_open_book_gives_the_same_one(app: xw.App, book: xw.Book, tmp_path: Path) -> None:
    book.save(tmp_path / "Книга.xlsx")
    assert app.books.open(tmp_path / "Книга.xlsx") == book


def test_sheets_are_added_renamed_hidden_and_deleted(book: xw.Book) -> None:
    first = book.sheets[0]
    second = book.sheets.add("Второй", after=first)
    book.sheets.add("Нулевой", before=first)
    first.name = "Первый"
    assert book.sheet_names == ["Нулевой", "Первый", "Второй"]
    assert (second.index, book.sheets["второй"].name, "Второй" in book.sheets) == (3, "Второй", True)
    second.visible = False
    assert (bool(second.visible), bool(first.visible)) == (False, True)
    second.delete()
    assert book.sheet_names == ["Нулевой", "Первый"]
    first.activate()
    assert book.sheets.active == first


def test_the_tables_of_other_sheets_outlive_a_deleted_one(book: xw.Book) -> None:
    for title in ("Первый", "Второй", "Третий"):
        sheet = book.sheets.add(title, after=book.sheets[-1])
        sheet["A1"].value = [["Код"], ["Н-1"]]
        sheet.tables.add(sheet["A1:A2"], name=f"Таблица_{title}")
    book.sheets["Второй"].delete()
    tables = {sheet.name: [table.name for table in sheet.tables] for sheet in list(book.sheets)[1:]}
    assert tables == {"Первый": ["Таблица_Первый"], "Третий": ["Таблица_Третий"]}


def test_a_sheet_is_copied_within_its_book(book: xw.Book) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = [["=B1*2", 4]]
    copied = sheet.copy(name="Копия")
    assert (copied.index, copied["A1"].value, copied["A1"].formula) == (2, 8.0, "=B1*2")


def page(path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Приказ"
    sheet["A1"] = "ПРИКАЗ"
    sheet.merge_cells("A1:C2")
    sheet["D5"] = 3
    sheet["D5"].comment = Comment("Подпись", "школа")
    sheet.row_dimensions[3].height = 45
    sheet.column_dimensions["B"].width = 33
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_area = "A1:D9"
    sheet.print_title_rows = "1:2"
    made.save(path)


def test_a_printed_page_is_copied_into_another_book_as_it_is(app: xw.App, book: xw.Book, tmp_path: Path) -> None:
    page(tmp_path / "страница.xlsx")
    source = app.books.open(tmp_path / "страница.xlsx")
    copied = source.sheets["Приказ"].copy(after=book.sheets[0])
    width = source.sheets["Приказ"]["B1"].column_width
    source.close()
    assert (copied.name, copied.book, copied["A1"].value) == ("Приказ", book, "ПРИКАЗ")
    assert (copied["B2"].merge_area.address, copied["D5"].note.text) == ("$A$1:$C$2", "Подпись")
    assert copied["A3"].row_height == pytest.approx(45, abs=0.5)
    assert copied["B1"].column_width == width
    assert copied.page_setup.print_area == "$A$1:$D$9"
    book.save(tmp_path / "книга.xlsx")
    saved = openpyxl.load_workbook(tmp_path / "книга.xlsx")["Приказ"]
    assert saved.page_setup.orientation == "landscape"
    assert (saved.sheet_properties.pageSetUpPr.fitToPage, saved.page_setup.fitToHeight) == (True, 0)
    assert (saved.print_title_rows, saved.merged_cells.ranges.pop().coord) == ("$1:$2", "A1:C2")


def test_a_book_is_printed_to_pdf(book: xw.Book, tmp_path: Path) -> None:
    book.sheets[0]["A1"].value = "Печать"
    path = book.to_pdf(tmp_path / "Отчёт за год.pdf")
    assert Path(path).read_bytes()[:5] == b"%PDF-"


def test_the_selection_is_read_and_set(app: xw.App, book: xw.Book) -> None:
    second = book.sheets.add("Второй", after=book.sheets[0])
    second.activate()
    second["B2:C4"].select()
    assert (app.selection.address, app.selection.sheet.name) == ("$B$2:$C$4", "Второй")
    assert book.selection.address == "$B$2:$C$4"


def test_the_status_bar_is_given_back(app: xw.App, book: xw.Book) -> None:
    app.status_bar = "Подбор: 3 из 5 …"
    assert app.status_bar == "Подбор: 3 из 5 …"
    app.status_bar = False
    assert app.status_bar is False


def test_the_screen_stands_still_and_moves_again(app: xw.App, book: xw.Book) -> None:
    with app.properties(screen_updating=False, display_alerts=False):
        assert (app.screen_updating, app.display_alerts) == (False, False)
        book.sheets[0]["A1"].value = "тихо"
    assert (app.screen_updating, app.display_alerts) == (True, True)
    assert book.sheets[0]["A1"].value == "тихо"
