"""«Загрузить дорожную карту» on the tables: an empty plan, the same plan again, another plan."""

import datetime as dt

import pytest

from mentoring_xl import session
from mentoring_xl.actions.importing import ADD, REPLACE, import_roadmap, needs_choice
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.outcome import Tables
from mentoring_xl.roadmap.importing.plan import read_plan
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import Setting, Step

NOW = dt.datetime(2026, 11, 20, 14, 5)
FIRST = read_plan(
    "План на 2023 год\n№\tМероприятие\tСрок\n1\tПриказ\tмарт\n2\tАнкеты\tмай\nСтрока после\n".encode(), "a.txt"
)
OTHER = read_plan("План\n№\tМероприятие\tСрок\n1\tПриказ\tмарт\n2\tВстречи\tиюнь\n".encode(), "b.txt")


def press(book, plan, mode=""):
    return session.press(button("import_roadmap"), book, NOW, given={"plan": plan, "mode": mode})


@pytest.fixture
def book():
    made = MemoryBook({Step: (), Setting: ()})
    press(made, FIRST)
    return made


def plan_of(book):
    return [(row.code, row.title, row.deadline) for row in book.rows[Step]]


def test_an_empty_book_takes_the_plan_and_is_told_its_year(book):
    assert plan_of(book) == [("1", "Приказ", "март"), ("2", "Анкеты", "май")]
    assert press(MemoryBook({Step: (), Setting: ()}), FIRST).summary == (
        "Прочитано: 2 мероприятия.",
        "Сроков: 2, ответственных: 0, результатов: 0.",
        "Вне плана осталось строк: 1, они на листе «Загрузка плана».",
        "В файле план на 2023, в «Настройках» «Год плана» – пусто. Впишите туда 2023.",
        "Проверьте лист «Дорожная карта» и нажмите «Проверить сроки».",
    )


@pytest.mark.parametrize("mode", ["", ADD, REPLACE])
def test_the_same_plan_again_changes_nothing(book, mode):
    assert press(book, FIRST, mode).changes == {}
    assert len(book.rows[Step]) == 2


def test_another_plan_changes_nothing_until_it_is_said_what_becomes_of_the_first(book):
    report = press(book, OTHER)
    assert report.changes == {}
    assert report.summary == (
        "В книге уже есть план: 2 строки. Решите, заменить его или добавить новый в конец, и повторите.",
    )
    assert needs_choice(tuple(book.rows[Step]), OTHER)


def test_an_added_plan_stands_below_with_codes_that_go_on(book):
    press(book, OTHER, ADD)
    assert plan_of(book)[2:] == [("3", "Приказ", "март"), ("4", "Встречи", "июнь")]
    assert press(book, OTHER, ADD).changes == {}


def test_a_replaced_plan_keeps_the_marks_of_rows_that_are_the_same():
    rows = tuple(row.but(done=True, document="Приказ № 1") for row in FIRST.rows)
    book = MemoryBook({Step: rows, Setting: ()})
    press(book, OTHER, REPLACE)
    assert plan_of(book) == [("1", "Приказ", "март"), ("2", "Встречи", "июнь")]
    assert [row.document for row in book.rows[Step]] == ["Приказ № 1", ""]


def test_a_file_for_the_year_of_the_settings_is_not_spoken_of():
    tables = Tables({Step: (), Setting: (Setting(code="period", value="2023"),)})
    assert not [line for line in import_roadmap(tables, NOW.date(), plan=FIRST).summary if "Год плана" in line]


def test_without_a_file_nothing_happens():
    tables = Tables({Step: (), Setting: ()})
    assert import_roadmap(tables, NOW.date()).summary == (
        "Файл не выбран. Выберите файл с дорожной картой и повторите.",
    )
