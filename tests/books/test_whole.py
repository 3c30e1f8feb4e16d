"""A book read whole: its tables as they are, what stands outside them, and which copy it is."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from openpyxl.comments import Comment

from mentoring_xl.actions.create import new_book
from mentoring_xl.books.new import create
from mentoring_xl.books.whole import read_whole
from mentoring_xl.core.content import Content, Cover
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.tables import Mentee

NOW = dt.datetime(2026, 11, 20, 14, 5)
COPY_ID = "20261106-100000-0a1b2c"
CONVERSATION = (
    "[Цепочка комментариев]\n\nВаша версия Excel позволяет читать эту цепочку комментариев, однако правки пропадут.\n\n"
    "Комментарий:\n    Кто наставник?"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    content = new_book(NOW, roadmap_name="none", period="2026", school="Школа № 1")
    person = Mentee(code="Н-01", full_name="Серова Анна", request="математика", group="обучающийся")
    content = Content({**content.rows, Mentee: (person,)}, NOW, cover=Cover(COPY_ID))
    return create(tmp_path_factory.mktemp("copy") / "копия.xlsx", content)


def changed(copy, tmp_path, change):
    workbook = openpyxl.load_workbook(copy)
    change(workbook)
    workbook.save(tmp_path / "ответ.xlsx")
    return read_whole((tmp_path / "ответ.xlsx").read_bytes(), "ответ.xlsx")


def test_the_number_of_the_copy_is_known(copy):
    assert read_whole(copy.read_bytes(), "копия.xlsx").copy_id == COPY_ID


def test_a_book_that_is_no_copy_has_no_number(tmp_path):
    book = create(tmp_path / "школа.xlsx", new_book(NOW, roadmap_name="none", period="2026", school=""))
    assert read_whole(book.read_bytes(), book.name).copy_id == ""


def test_a_formula_saved_without_its_value_is_not_a_blank_cell(copy, tmp_path):
    def write(workbook):
        workbook["Банк наставляемых"]["E5"] = '=IF(1=1,"физика","")'

    (cells,) = changed(copy, tmp_path, write).side.grids[Mentee].values
    assert cells[list(Mentee.spec.fields).index("request")] == "#VALUE!"


def test_what_people_write_outside_the_tables_is_told_and_formulas_are_not(copy, tmp_path):
    def write(workbook):
        sheet = workbook["Банк наставляемых"]
        sheet["D2"] = "Согласовано"
        sheet["AZ4"], sheet["AZ5"] = "Вопросы", "  где живёт?  "
        sheet["BA5"] = "=1+1"
        sheet["E5"].comment = Comment("Уточнить", "Директор")
        sheet["F5"].comment = Comment(CONVERSATION, "tc={1}")

    before = {said.text for said in read_whole(copy.read_bytes(), "копия.xlsx").side.said}
    told = [said for said in changed(copy, tmp_path, write).side.said if said.text not in before]
    assert [(said.row, said.column, said.text, said.heading) for said in told if not said.is_note] == [
        (2, "D", "Согласовано", ""),
        (4, "AZ", "Вопросы", ""),
        (5, "AZ", "где живёт?", "Вопросы"),
    ]
    assert [(said.row, said.column, said.text, said.author) for said in told if said.is_note] == [
        (5, "E", "Уточнить", "Директор"),
        (5, "F", "Кто наставник?", ""),
    ]


def test_a_table_without_its_code_column_is_read_all_the_same(copy, tmp_path):
    def cut(workbook):
        sheet = workbook["Банк наставляемых"]
        del sheet.tables["Mentees"]
        sheet.delete_cols(next(head.column for head in sheet[4] if head.value == "Код"))
        del workbook["Пары"]

    side = changed(copy, tmp_path, cut).side
    assert "code" not in side.grids[Mentee].columns
    assert side.grids[Mentee].values[0][1] == "Серова Анна"
    assert "Pairs" not in {table.spec.name for table in side.grids}


def test_a_file_without_any_of_our_sheets_is_no_book(tmp_path):
    openpyxl.Workbook().save(tmp_path / "смета.xlsx")
    with pytest.raises(BookError, match="Это не книга программы наставничества"):
        read_whole((tmp_path / "смета.xlsx").read_bytes(), "смета.xlsx")
