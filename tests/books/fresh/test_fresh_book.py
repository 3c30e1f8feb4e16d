"""The file as a whole: sheets, tables, values, the same bytes each time."""

import datetime as dt

import pytest
from python_calamine import CalamineWorkbook

from mentoring_xl.books.fresh import build
from mentoring_xl.core.content import Content
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.tables import TABLES, Pair


def test_the_sheets_stand_in_the_declared_order_and_the_lists_come_last(fresh):
    assert fresh.sheetnames[:3] == ["Как пользоваться", "Настройки", "Дорожная карта"]
    assert fresh.sheetnames[-3:] == ["Данные диаграмм", "Журнал", "Справочники"]
    assert len(fresh.sheetnames) == len(TABLES) + 1


def test_a_table_covers_exactly_the_filled_rows(fresh):
    assert fresh["Дорожная карта"].tables["Roadmap"].ref == "A10:Q12"


def test_an_empty_table_has_one_blank_row_to_type_in(fresh):
    assert fresh["Журнал"].tables["Journal"].ref == "A4:D5"
    assert fresh["Журнал"]["A5"].value is None


def test_every_table_has_the_declared_heads_in_the_declared_row(fresh):
    for table in TABLES:
        head = fresh[table.spec.sheet][table.spec.head]
        assert tuple(cell.value for cell in head if cell.value) == tuple(c.title for c in table.spec.columns)


def test_values_keep_their_types(fresh):
    step, pair, mentee = fresh["Дорожная карта"], fresh["Пары"], fresh["Банк наставляемых"]
    assert step["H11"].value == dt.datetime(2026, 9, 1)
    assert step["H11"].number_format == "dd.mm.yyyy"
    assert (step["D11"].value, step["D11"].number_format) == ("01.09", "@")
    assert (step["G11"].value, step["G12"].value) == ("да", None)
    assert step["M12"].value == -3
    assert (pair["H5"].value, pair["H5"].number_format) == (72.5, "0.0")
    assert (mentee["D5"].value, mentee["D5"].number_format) == (2012, "0")


def test_text_that_looks_like_a_formula_is_text(fresh):
    row = fresh["Персонал"][5]
    assert [row[index].value for index in (1, 3, 4, 10)] == ["=Опасное имя", "@учитель", "-физика", "+7 900"]
    assert {row[index].data_type for index in (1, 3, 4, 10)} == {"s"}
    assert {row[index].number_format for index in (1, 3, 4, 10)} == {"@"}


def test_a_second_reader_sees_the_same_values(fresh_path):
    sheet = CalamineWorkbook.from_path(str(fresh_path)).get_sheet_by_name("Персонал")
    first, second = sheet.to_python()[4:6]
    assert first[:6] == ["С-01", "=Опасное имя", "", "@учитель", "-физика", ""]
    assert first[8] == 4.5
    assert second[1] == "буквально _x0041_"
    assert second[3:5] == ["строка 1\nстрока 2", "звонок \x07"]


def test_libreoffice_sees_the_same_values(fresh_path, office, tmp_path):
    again = CalamineWorkbook.from_path(str(office(fresh_path, "xlsx", tmp_path)))
    before = CalamineWorkbook.from_path(str(fresh_path))
    assert again.sheet_names == before.sheet_names
    for name in before.sheet_names:
        old, new = (_filled(book.get_sheet_by_name(name).to_python()) for book in (before, again))
        assert new == old, name


def _filled(rows):
    return {
        (r, c): value for r, row in enumerate(rows) for c, value in enumerate(row) if value not in ("", "звонок \x07")
    }


def test_the_open_xml_sdk_finds_no_errors(fresh_path, open_xml_errors):
    assert open_xml_errors(fresh_path) == []


def test_the_same_content_gives_the_same_bytes(fresh_path, sample, tmp_path):
    build(tmp_path / "again.xlsx", sample)
    assert (tmp_path / "again.xlsx").read_bytes() == fresh_path.read_bytes()


def test_a_text_that_no_cell_can_hold_is_refused_with_the_sheet_named(tmp_path):
    content = Content({Pair: (Pair(comment="я" * 32768),)}, dt.datetime(2026, 9, 1))
    with pytest.raises(BookError, match="Текст для листа «Пары» не помещается в ячейку"):
        build(tmp_path / "book.xlsx", content)
    assert not (tmp_path / "book.xlsx").exists()
