"""The functions of the extension in cells of Calc, and after saving and opening the book again."""

from __future__ import annotations

import shutil

import pytest

pytestmark = pytest.mark.libreoffice

APRIL_20 = 46132


@pytest.fixture
def book(person):
    made = person.app.books.add()
    sheet = made.sheets[0]
    sheet["A1"].value = "до 20 апреля"
    sheet["B1"].formula = "=DEADLINE_END(A1,2026)"
    sheet["B2"].formula = '=DEADLINE_START("с 10 по 12 марта 2026")'
    sheet["B3"].formula = '=DEADLINE_DAYS_LEFT(A1,DATE(2026,4,25),"2026")'
    sheet["B4"].formula = '=DEADLINE_START("в течение месяца после приказа")'
    yield made
    made.close()


def test_a_phrase_is_reckoned_while_it_is_typed(book):
    assert [cell.value for cell in book.sheets[0]["B1:B4"]] == [APRIL_20, 46091, -5, None]


def test_a_changed_phrase_is_reckoned_anew(book):
    book.sheets[0]["A1"].value = "до 21 апреля"
    assert [book.sheets[0]["B1"].value, book.sheets[0]["B3"].value] == [APRIL_20 + 1, -4]


def test_in_a_russian_office_the_functions_have_russian_names(book):
    cell = book.sheets[0]["B1"].api.getCellByPosition(0, 0)
    assert cell.FormulaLocal == "=СРОК_ОКОНЧАНИЕ(A1,2026)"


@pytest.fixture(params=["xlsx", "ods"])
def saved(book, tmp_path, request):
    """A file that no office has open."""
    path = tmp_path / f"open.{request.param}"
    book.save(path)
    return shutil.copy(path, tmp_path / f"saved.{request.param}")


def test_a_saved_book_keeps_its_functions(person, saved):
    again = person.app.books.open(saved)
    again.sheets[0]["A1"].value = "до 22 апреля"
    assert again.sheets[0]["B1"].value == APRIL_20 + 2
    again.close()


@pytest.mark.parametrize("saved", ["xlsx"], indirect=True)
def test_without_the_extension_a_workbook_keeps_the_last_values(app, saved):
    elsewhere = app.books.open(saved)
    assert elsewhere.sheets[0]["B1"].value == APRIL_20
    elsewhere.close()
