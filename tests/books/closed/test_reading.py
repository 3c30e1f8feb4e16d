"""What a closed book gives of a table, however people rearranged it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from mentoring_xl.books.cells_in import block
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.locate import match_columns
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.schema.tables import Employee, Notice, Pair
from tests.books.closed.closed_books import Laid, build
from tests.books.closed.conftest import PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def names(path: Path) -> list[object]:
    """The mentees of «Пары» in sheet order."""
    return [row.mentee_name for row in typed(Pair, ClosedBook(path).grid(Pair)).rows]


def notices(path: Path, *rows: Sequence[object], title: str = "Замечания") -> Path:
    """A book with the heads of «Замечания» in row 4 and no Excel table."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet(title)
        date = book.add_format({"num_format": "dd.mm.yyyy"})
        time = book.add_format({"num_format": "hh:mm"})
        for number, row in enumerate(rows, 3):
            for column, value in enumerate(row):
                sheet.write(number, column, value, {"found": date, "time": time}.get(str(row[0])))
    return path


def test_a_table_is_found_on_a_renamed_sheet_with_moved_columns_and_a_foreign_one_among_them(school_book):
    grid = ClosedBook(school_book).grid(Pair)
    assert grid.sheet == "Пары 2026"
    assert grid.first_row == 7
    assert grid.columns["number"] == "C"
    assert grid.columns["comment"] == "B"
    assert grid.columns["locked"] == "P"
    first = dict(zip(grid.columns, grid.values[0], strict=True))
    assert first["mentee_name"] == "Петрова Анна"
    assert first["comment"] == "ждём родителей"
    assert first["starts"] == dt.datetime(2026, 9, 1)
    assert 12 not in grid.values[0]


def test_rows_typed_directly_under_the_table_belong_to_it(tmp_path):
    under = [{"number": 4, "mentee_name": "Яшина Ольга"}, {}, {"mentee_name": "запись ниже таблицы"}]
    path = build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, typed_under=under))
    assert names(path) == ["Петрова Анна", "Сидоров Пётр", "Орлов Иван", "Яшина Ольга"]


def test_a_row_under_a_blank_one_is_not_read_and_it_is_said_where_it_stands(tmp_path):
    whole = {column.field: "Н-7" for column in Pair.spec.columns if column.required}
    under = [{}, {"mentee_name": "запись ниже таблицы"}, whole]
    reading = typed(Pair, ClosedBook(build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, typed_under=under))).grid(Pair))
    assert len(reading.rows) == 3
    assert [(finding.code.code, finding.cell.row, finding.fix) for finding in reading.findings] == [
        ("V105", 10, "Перенесите её вплотную к таблице.")
    ]


def test_a_totals_row_is_not_a_row_of_data(tmp_path):
    path = build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, total=True))
    assert names(path) == ["Петрова Анна", "Сидоров Пётр", "Орлов Иван"]


def test_rows_hidden_by_a_filter_are_read(tmp_path):
    path = build(
        tmp_path / "к.xlsx",
        Laid(Pair, PAIRS, order=["mentee_code", *Pair.spec.fields[:1], *Pair.spec.fields[2:]], hidden="Н-2"),
    )
    assert names(path) == ["Петрова Анна", "Сидоров Пётр", "Орлов Иван"]


def test_without_its_excel_table_the_head_row_is_found_by_the_titles(tmp_path):
    path = build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, sheet="ПАРЫ ", top=9, left=2, excel_table=False))
    assert ClosedBook(path).grid(Pair).first_row == 11
    assert names(path) == ["Петрова Анна", "Сидоров Пётр", "Орлов Иван"]


def test_a_title_broken_into_lines_or_in_capitals_is_the_same_title(tmp_path):
    heads = ["№", "Важность", "Где", "ЧТО\nНЕ  ТАК", "Что сделать", "Код", "Кнопка", "Найдено", "Ключ ячейки"]
    grid = ClosedBook(notices(tmp_path / "к.xlsx", heads, [1, "ошибка", "Пары!C5", "нет даты"])).grid(Notice)
    assert grid.columns["message"] == "D"
    assert grid.values == ((1, "ошибка", "Пары!C5", "нет даты", None, None, None, None, None),)


def test_a_column_that_is_not_required_may_be_missing(tmp_path):
    fields = [name for name in Pair.spec.fields if name != "comment"]
    grid = ClosedBook(build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, order=fields))).grid(Pair)
    assert "comment" not in grid.columns


def test_a_missing_sheet_is_said_in_one_sentence(school_book):
    with pytest.raises(BookError) as told:
        ClosedBook(school_book).grid(Employee)
    assert str(told.value) == (
        "В книге нет листа «Персонал»: верните его из прежнего состояния книги (скрытая папка .mentoring рядом с ней) "
        "и повторите."
    )


def test_a_workbook_of_another_kind_is_not_taken_for_a_book_that_lost_a_sheet(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "смета.xlsx") as other:
        other.add_worksheet("Смета").write("A1", "Статья")
    with pytest.raises(BookError) as told:
        ClosedBook(tmp_path / "смета.xlsx").grid(Employee)
    assert str(told.value) == (
        "Это не книга программы наставничества: в ней нет ни одного её листа. Укажите другую книгу или создайте новую "
        "командой «mentoring-xl new»."
    )


def test_a_missing_required_column_is_said_in_one_sentence(tmp_path):
    fields = [name for name in Pair.spec.fields if name != "mentor_code"]
    book = ClosedBook(build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, order=fields)))
    sentence = "^На листе «Пары» нет столбца «Код наставника»: впишите этот заголовок в строку 4 и повторите.$"
    with pytest.raises(BookError, match=sentence):
        book.grid(Pair)


def test_a_sheet_without_its_head_row_is_said_in_one_sentence(tmp_path):
    book = ClosedBook(notices(tmp_path / "к.xlsx", ["Код", "что-то другое"]))
    sentence = "^На листе «Замечания» нет строки заголовков таблицы: верните её в строку 4 и повторите.$"
    with pytest.raises(BookError, match=sentence):
        book.grid(Notice)


def test_a_date_beyond_the_calendar_reads_as_what_excel_shows_and_spoils_nothing_else(tmp_path):
    heads = [column.title for column in Notice.spec.columns]
    row = ["found", None, None, "текст", None, None, None, 20_260_901, "к1"]
    grid = ClosedBook(notices(tmp_path / "к.xlsx", heads, row, ["x", "второй"])).grid(Notice)
    assert grid.values[0] == ("found", None, None, "текст", None, None, None, "########", "к1")
    assert grid.values[1][1] == "второй"


@pytest.mark.parametrize("number", [89_261_234_567, -1e9, 1e300])
def test_a_number_of_any_size_in_a_cell_of_a_date_is_no_date_and_says_nothing_on_the_terminal(tmp_path, capfd, number):
    heads = [column.title for column in Notice.spec.columns]
    grid = ClosedBook(notices(tmp_path / "к.xlsx", heads, ["found"] + [None] * 6 + [number])).grid(Notice)
    assert grid.values[0][7] == "########"
    assert capfd.readouterr().err == ""


def test_the_result_of_a_formula_that_no_calendar_holds_leaves_the_other_cells_readable(tmp_path, capfd):
    path = tmp_path / "к.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Замечания")
        sheet.write_row(3, 0, [column.title for column in Notice.spec.columns])
        sheet.write_row(4, 0, ["found", None, None, "текст"])
        sheet.write_formula("H5", "=10^300", book.add_format({"num_format": "dd.mm.yyyy"}), 1e300)
    grid = ClosedBook(path).grid(Notice)
    assert (grid.values[0][3], grid.values[0][7]) == ("текст", "########")
    assert capfd.readouterr().err == ""


def test_a_time_of_day_reads_as_text(tmp_path):
    heads = [column.title for column in Notice.spec.columns]
    grid = ClosedBook(notices(tmp_path / "к.xlsx", heads, ["time", 0.5625])).grid(Notice)
    assert grid.values[0][1] == "13:30"


def test_formulas_read_as_their_results_and_ticks_as_truth(tmp_path):
    heads = [column.title for column in Notice.spec.columns]
    path = tmp_path / "к.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Замечания")
        sheet.write_row(3, 0, heads)
        sheet.write_formula(4, 0, "=1+1", None, 2)
        sheet.write_boolean(4, 1, boolean=True)
        sheet.write_formula(4, 2, "=1/0", None, "#DIV/0!")
        sheet.write_rich_string(4, 3, book.add_format({"bold": True}), "жирный", " и нет")
    assert ClosedBook(path).grid(Notice).values[0][:4] == (2, True, "#DIV/0!", "жирный и нет")


def test_hours_and_line_breaks_read_as_excel_shows_them():
    class Sheet:
        def iter_rows(self, **_):
            return [(dt.timedelta(hours=25, minutes=5), dt.time(9, 5), "раз\r\nдва", 7)]

    assert block(Sheet(), 1, 1, 1, 4) == [("25:05", "09:05", "раз\nдва", 7)]


def test_of_two_columns_with_one_title_the_left_one_counts():
    assert match_columns(Pair.spec, ["Баллы", "Код пары", "баллы "]) == {"points": 0, "code": 1}


def test_the_column_by_which_rows_are_known_may_not_be_missing(tmp_path):
    order = [name for name in Pair.spec.fields if name != "code"]
    path = build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, order=order))
    with pytest.raises(BookError, match="^На листе «Пары» нет столбца «Код пары»"):
        ClosedBook(path).grid(Pair)
