"""What edits do to a closed book: the named cells change, and nothing that a person filled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from mentoring_xl.books import saving
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.core.edit import Append, Print, Put, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.core.page import Line, Page, Piece
from mentoring_xl.schema.tables import Entry, Notice, Order, Pair
from tests.books.closed.closed_books import Laid, build, changed_parts, parts, put_prefixes
from tests.books.closed.conftest import PAIRS

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring_xl.core.edit import Edit

pytestmark = pytest.mark.filterwarnings("ignore:Sparkline Group")


def rows(path: Path) -> tuple[Pair, ...]:
    """The pairs of a book."""
    return typed(Pair, ClosedBook(path).grid(Pair)).rows


def carry_out(path: Path, *edits: Edit) -> dict[str, int]:
    """Open a book, carry out the edits, save it; give the numbers of changed cells."""
    book = ClosedBook(path)
    for table in {edit.table for edit in edits if isinstance(edit, Append | Rewrite)} | {Pair}:
        book.grid(table)
    changed = book.apply(edits)
    book.save()
    return dict(changed)


def sheet(path: Path, title: str = "Пары 2026") -> openpyxl.worksheet.worksheet.Worksheet:
    """A sheet as an independent reader sees it, formulas as formulas."""
    return openpyxl.load_workbook(path)[title]


def column(path: Path, letter: str, title: str = "Пары 2026") -> list[object]:
    """The cells of a column from the first row of the pairs down."""
    return [cell.value for cell in sheet(path, title)[letter][6:]]


def test_cells_that_a_person_merged_inside_a_table_are_named_before_anything_is_written(school_book):
    book = openpyxl.load_workbook(school_book)
    book["Пары 2026"].merge_cells("J7:K8")
    book.save(school_book)
    before = school_book.read_bytes()
    with pytest.raises(BookError) as refusal:
        carry_out(school_book, Put(rows(school_book)[1], {"points": 71.5}))
    assert str(refusal.value) == (
        "На листе «Пары 2026» в таблице объединены ячейки J7:K8: отмените объединение и повторите."
    )
    assert school_book.read_bytes() == before


def test_a_number_put_into_a_cell_that_shows_dates_is_read_as_a_number_again(school_book):
    book = openpyxl.load_workbook(school_book)
    book["Пары 2026"]["J8"].number_format = "dd.mm.yyyy"
    book.save(school_book)
    carry_out(school_book, Put(rows(school_book)[1], {"points": 28.1}))
    assert rows(school_book)[1].points == 28.1
    assert sheet(school_book)["J8"].value == 28.1


def test_a_put_changes_only_its_own_cells(school_book):
    before = {cell.coordinate: cell.value for row in sheet(school_book).rows for cell in row}
    assert carry_out(school_book, Put(rows(school_book)[1], {"points": 71.5, "reasons": "общий предмет"})) == {
        "Пары 2026": 2
    }
    after = {cell.coordinate: cell.value for row in sheet(school_book).rows for cell in row}
    assert {place: value for place, value in after.items() if before[place] != value} == {
        "J8": 71.5,
        "K8": "общий предмет",
    }


def test_the_same_put_again_does_not_touch_the_file(school_book):
    put = Put(rows(school_book)[0], {"points": 71.5, "reasons": "общий предмет", "number": 1})
    carry_out(school_book, put)
    stamp = school_book.stat().st_mtime_ns
    content = school_book.read_bytes()
    assert carry_out(school_book, put) == {}
    assert school_book.read_bytes() == content
    assert school_book.stat().st_mtime_ns == stamp


def test_the_grid_shows_edits_before_they_are_saved(school_book):
    book = ClosedBook(school_book)
    first = typed(Pair, book.grid(Pair)).rows[0]
    book.apply([Put(first, {"reasons": "общий предмет"})])
    assert typed(Pair, book.grid(Pair)).rows[0].reasons == "общий предмет"


def test_a_put_into_a_cell_that_a_person_fills_is_refused(school_book):
    book = ClosedBook(school_book)
    first = typed(Pair, book.grid(Pair)).rows[0]
    with pytest.raises(ValueError, match=r"Pairs\.comment is filled by a person"):
        book.apply([Put(first, {"comment": "новое"})])


def test_a_put_of_a_blank_empties_the_cell(school_book):
    carry_out(school_book, Put(rows(school_book)[0], {"mentee_name": ""}))
    assert sheet(school_book)["E7"].value is None


def test_a_date_keeps_the_format_of_its_cell_and_gets_one_where_there_is_none(tmp_path):
    path = build(tmp_path / "к.xlsx", Laid(Notice, [{"number": 1, "found": "завтра"}]), Laid(Pair, PAIRS))
    book = ClosedBook(path)
    book.apply([Put(typed(Notice, book.grid(Notice)).rows[0], {"found": dt.date(2026, 11, 20)})])
    book.save()
    cell = sheet(path, "Замечания")["H5"]
    assert (cell.value, cell.number_format) == (dt.datetime(2026, 11, 20), "dd.mm.yyyy")
    assert cell.border.left.style == "thin"
    plain = openpyxl.load_workbook(path)
    plain["Замечания"]["H5"].number_format = "General"
    plain.save(path)
    book = ClosedBook(path)
    book.apply([Put(typed(Notice, book.grid(Notice)).rows[0], {"found": dt.date(2026, 11, 23)})])
    book.save()
    cell = sheet(path, "Замечания")["H5"]
    assert (cell.value, cell.is_date) == (dt.datetime(2026, 11, 23), True)


def test_rows_are_appended_below_the_last_filled_one(school_book):
    carry_out(school_book, Append(Pair, (Pair(number=4, mentee_code="Н-4"), Pair(number=5, locked=True))))
    assert column(school_book, "C") == [1, 2, 3, 4, 5]
    assert column(school_book, "P") == [None, "да", None, None, "да"]


def test_a_table_that_grows_takes_its_filter_drop_downs_formats_and_formulas_along(school_book, open_xml_errors):
    carry_out(
        school_book, Append(Pair, tuple(Pair(number=number, starts=dt.date(2026, 10, 1)) for number in (4, 5, 6)))
    )
    grown = sheet(school_book)
    assert grown.tables["Pairs"].ref == "B6:V12"
    assert grown.tables["Pairs"].autoFilter.ref == "B6:V12"
    assert str(grown.data_validations.dataValidation[0].sqref) == "B7:B12"
    assert grown["M12"].value == "=L12*2"
    assert grown["R12"].number_format == "dd.mm.yyyy"
    assert [grown.cell(12, index).border.left.style for index in range(2, 23)] == ["thin"] * 21
    assert open_xml_errors(school_book) == []


def test_a_table_does_not_grow_over_what_stands_below_it(tmp_path):
    path = build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, typed_under=[{}, {"mentee_name": "подпись"}]))
    book = ClosedBook(path)
    book.grid(Pair)
    sentence = "^На листе «Пары» таблице не хватает места: под ней занята строка 9. Перенесите эти записи"
    with pytest.raises(BookError, match=sentence):
        book.apply([Append(Pair, (Pair(number=4), Pair(number=5)))])


def test_a_totals_row_that_stops_a_table_from_growing_is_named(tmp_path):
    book = ClosedBook(build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, total=True)))
    book.grid(Pair)
    with pytest.raises(BookError, match="не даёт вырасти её строка итогов .строка 8.. Отключите её"):
        book.apply([Append(Pair, (Pair(number=4), Pair(number=5)))])


def test_a_rewrite_takes_along_what_a_person_filled(school_book, open_xml_errors):
    first, _, third = rows(school_book)
    new = Pair(number=2, mentee_code="Н-9")
    carry_out(school_book, Rewrite(Pair, (third.but(number=1), new, first.but(number=3, reasons="скоро"))))
    assert column(school_book, "C") == [1, 2, 3, None]
    assert column(school_book, "D") == ["Н-3", "Н-9", "Н-1", None]
    assert column(school_book, "B") == ["по вторникам", None, "ждём родителей", None]
    assert column(school_book, "L") == [None, None, 12, None]
    assert column(school_book, "M") == ["=L7*2", "=L8*2", "=L9*2", "=L10*2"]
    assert column(school_book, "N") == [None, None, None, None]
    assert open_xml_errors(school_book) == []


def test_a_formula_that_moved_still_shows_its_last_result(school_book):
    first, second, third = rows(school_book)
    carry_out(school_book, Rewrite(Pair, (third, second, first)))
    assert openpyxl.load_workbook(school_book, data_only=True)["Пары 2026"]["M9"].value == 24


def test_a_rewrite_takes_notes_and_links_along_with_their_row(school_book):
    first, second, third = rows(school_book)
    carry_out(school_book, Rewrite(Pair, (second, first, third)))
    moved = sheet(school_book)
    assert moved["B7"].comment is None
    assert moved["B8"].comment.text == "Уточнить у завуча"
    assert moved["B8"].comment.author == "Завуч"


def test_a_rewrite_in_the_same_order_does_not_touch_the_file(school_book):
    content = school_book.read_bytes()
    assert carry_out(school_book, Rewrite(Pair, rows(school_book))) == {}
    assert school_book.read_bytes() == content


def test_notices_written_anew_each_time_change_no_byte_the_second_time(school_book):
    found = tuple(Notice(number=number, message="= срок", found=dt.date(2026, 11, 20)) for number in range(1, 9))
    carry_out(school_book, Rewrite(Notice, found))
    content = school_book.read_bytes()
    carry_out(school_book, Rewrite(Notice, found))
    assert school_book.read_bytes() == content


def test_fewer_notices_leave_none_of_the_old_ones(school_book):
    carry_out(school_book, Rewrite(Notice, tuple(Notice(number=number) for number in range(1, 9))))
    carry_out(school_book, Rewrite(Notice, (Notice(number=1),)))
    assert [row.number for row in typed(Notice, ClosedBook(school_book).grid(Notice)).rows] == [1]


def test_a_link_leads_to_its_sheet_and_cell(school_book):
    notices = (Notice(number=1, place="Пары 2026!C8"), Notice(number=2, place="Нет такого листа!A1"))
    carry_out(school_book, Rewrite(Notice, notices))
    found = sheet(school_book, "Замечания")
    assert (found["C5"].value, found["C5"].hyperlink.location) == ("Пары 2026!C8", "'Пары 2026'!C8")
    assert (found["C6"].value, found["C6"].hyperlink) == ("Нет такого листа!A1", None)
    carry_out(school_book, Rewrite(Notice, ()))
    found = sheet(school_book, "Замечания")
    assert (found["C5"].value, found["C5"].hyperlink) == (None, None)


def test_text_too_long_for_a_cell_is_cut_and_says_so(school_book):
    carry_out(school_book, Rewrite(Notice, (Notice(number=1, message="ж" * 40_000),)))
    text = sheet(school_book, "Замечания")["D5"].value
    assert len(text) == 32_767
    assert text.endswith("ж… [обрезано: в ячейку помещается 32 767 знаков]")


def test_cells_of_a_row_stay_in_order(tmp_path):
    path = build(tmp_path / "к.xlsx", Laid(Notice, excel_table=False), Laid(Pair, PAIRS))
    carry_out(path, Append(Notice, (Notice(fix="а"),)))
    carry_out(path, Rewrite(Notice, (Notice(number=1, message="б", code="в", fix="а"),)))
    part = parts(path)["xl/worksheets/sheet1.xml"].decode()
    places = [part.index(f'r="{letter}5"') for letter in "ADEF"]
    assert places == sorted(places)


def test_formulas_are_counted_anew_when_the_book_is_next_opened(school_book):
    book = openpyxl.load_workbook(school_book)
    book.calculation.fullCalcOnLoad = False
    book.save(school_book)
    carry_out(school_book, Put(rows(school_book)[0], {"points": 5.0}))
    assert openpyxl.load_workbook(school_book).calculation.fullCalcOnLoad is True


def test_a_book_with_prefixed_parts_is_edited_like_any_other(school_book, open_xml_errors):
    put_prefixes(school_book, "xl/styles.xml", "xl/worksheets/sheet2.xml")
    first, second, third = rows(school_book)
    page = Page(widths=(40,), lines=(Line((Piece("ПРИКАЗ"),)),))
    moved = (third, first.but(reasons="= сумма"), second)
    carry_out(school_book, Rewrite(Pair, moved), Append(Pair, (Pair(number=4), Pair(number=5))), Print("Приказ", page))
    assert column(school_book, "D") == ["Н-3", "Н-1", "Н-2", None, None]
    assert column(school_book, "C") == [3, 1, 2, 4, 5]
    assert openpyxl.load_workbook(school_book)["Приказ"]["A1"].font.name == "Times New Roman"
    assert sheet(school_book)["K8"].quotePrefix is True
    assert open_xml_errors(school_book) == []


def test_whatever_no_edit_names_stays_to_the_byte(school_book):
    before = parts(school_book)
    carry_out(school_book, Put(rows(school_book)[0], {"points": 5.0}), Append(Order, (Order(code="пр2"),)))
    changed = changed_parts(before, school_book) - {
        "xl/calcChain.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
    }
    assert changed == {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/tables/table2.xml"}


def test_a_row_that_moves_below_the_old_end_of_its_table_keeps_its_link(school_book):
    carry_out(school_book, Rewrite(Notice, (Notice(number=1, place="Пары 2026!C8", key="a"),)))
    (old,) = typed(Notice, ClosedBook(school_book).grid(Notice)).rows
    carry_out(school_book, Rewrite(Notice, (Notice(number=1, place="Приказы!A5", key="b"), old.but(number=2))))
    links = {row: sheet(school_book, "Замечания")[f"C{row}"].hyperlink.location for row in (5, 6)}
    assert links == {5: "'Приказы'!A5", 6: "'Пары 2026'!C8"}


def test_a_new_row_is_no_higher_than_its_own_text(school_book):
    long, short = Entry(changes="много слов " * 30), Entry(changes="кратко")
    path = build(school_book.with_name("журнал.xlsx"), Laid(Pair), Laid(Entry))
    carry_out(path, Append(Entry, (long,)))
    carry_out(path, Append(Entry, (short,)))
    heights = sheet(path, "Журнал").row_dimensions
    assert heights[5].height > 60
    assert heights[6].height == 15


def test_a_drop_down_that_ends_inside_the_table_does_not_grow_with_it(school_book):
    book = openpyxl.load_workbook(school_book)
    rule = DataValidation(type="list", formula1='"да,нет"', sqref="D7:D8")
    book["Пары 2026"].add_data_validation(rule)
    book.save(school_book)
    carry_out(school_book, Append(Pair, (Pair(number=4), Pair(number=5))))
    ranges = [str(found.sqref) for found in sheet(school_book).data_validations.dataValidation]
    assert sorted(ranges) == ["B7:B11", "D7:D8"]


def test_a_formula_that_goes_on_in_a_new_row_shows_no_result_of_another_row(school_book):
    carry_out(school_book, Append(Pair, (Pair(number=4), Pair(number=5))))
    shown = openpyxl.load_workbook(school_book, data_only=True)["Пары 2026"]
    assert sheet(school_book)["M11"].value == "=L11*2"
    assert [shown["M7"].value, shown["M11"].value] == [24, None]


@pytest.mark.parametrize("way", [Rewrite, Append])
def test_a_new_row_is_seen_where_a_filter_had_hidden_an_empty_one(tmp_path, way):
    path = build(tmp_path / "к.xlsx", Laid(Pair, PAIRS, blank=1))
    book = openpyxl.load_workbook(path)
    book["Пары"].row_dimensions[8].hidden = True
    book.save(path)
    carry_out(path, way(Pair, ((*rows(path), Pair(number=4)) if way is Rewrite else (Pair(number=4),))))
    assert sheet(path, "Пары")["A8"].value == 4
    assert sheet(path, "Пары").row_dimensions[8].hidden is False


def test_a_book_that_another_program_did_not_let_go_is_told_with_the_name_of_the_copy(school_book, monkeypatch):
    copy = school_book.with_name("школа (копия 20.11.2026 14-05).xlsx")
    monkeypatch.setattr(saving, "replace", lambda *_, **__: saving.Saved(copy, "", None, aside=True))
    with pytest.raises(BookError) as told:
        carry_out(school_book, Put(rows(school_book)[0], {"points": 5.0}))
    assert str(told.value) == (
        "Книгу «школа.xlsx» держит другая программа, поэтому она осталась прежней, а новая записана рядом: "
        "«школа (копия 20.11.2026 14-05).xlsx». Закройте книгу и замените её этой копией."
    )
