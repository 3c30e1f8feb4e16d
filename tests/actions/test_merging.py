"""«Принять ответ» and «Решить расхождения»: what a returned file brings, what a person chooses, and doing it again."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl import session
from mentoring_xl.actions.merging import accept_reply, settle_conflicts
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.side import Said
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.findings.exchange import X201, X202
from mentoring_xl.schema.tables import Conflict, Entry, Meeting, Mentee, Notice
from mentoring_xl.undo import undo
from tests.exchange.merging.sides import book_of, side

NOW = dt.datetime(2026, 11, 20, 14, 5)
ANNA = Mentee(number=1, code="Н-01", full_name="Серова Анна", request="математика", group="обучающийся")
BORIS = Mentee(number=2, code="Н-02", full_name="Котов Борис", request="химия", group="обучающийся")
VERA = Mentee(number=3, code="Н-03", full_name="Лунина Вера", request="речь", group="педагог")
PEOPLE = (ANNA, BORIS, VERA)
ENTERED = dt.date(2026, 9, 1)


def accept(book, base, theirs):
    return session.press(button("accept_reply"), book, NOW, given={"base": base, "theirs": theirs})


def settle(book):
    return session.press(button("settle_conflicts"), book, NOW)


def choose(book, *choices):
    """Choose on the rows in their order, those left alone that only say what was taken."""
    given = iter(choices)
    book.rows[Conflict] = [
        row if row.state == "принято" else row.but(choice=next(given)) for row in book.rows[Conflict]
    ]
    assert next(given, None) is None


def states(book):
    return [row.state for row in book.rows[Conflict] if row.state != "принято"]


def conflicts(book):
    return [
        (row.number, row.place, row.title, row.ours, row.theirs, row.choice, row.state) for row in book.rows[Conflict]
    ]


@pytest.fixture
def both():
    """A request changed on both sides, a date in the file alone, a row that the file lost, a comment."""
    book = book_of((ANNA.but(request="алгебра"), BORIS, VERA))
    note = Said("Банк наставляемых", 5, "E", "Уточните", is_note=True)
    theirs = side(ANNA.but(request="геометрия"), BORIS.but(entered=ENTERED), said=[note])
    return book, side(*PEOPLE), theirs


def test_a_file_is_taken_in_and_what_is_disputed_is_put_side_by_side(both):
    book, *sides = both
    report = accept(book, *sides)
    assert report.summary == (
        "Взято из файла: 1 ячейка.",
        "Взятое отмечается на листе «Расхождения» словом «принято».",
        "Ждёт вашего решения: 2 расхождения. Выберите, что оставить, на листе «Расхождения» и нажмите «Решить "
        "расхождения».",
        "Комментарии и записи вне таблиц: 1. Они на листе «Расхождения».",
    )
    assert book.rows[Mentee][1].entered == ENTERED
    assert conflicts(book) == [
        (1, "Банк наставляемых!E5", "Основной запрос", "алгебра", "геометрия", "", "ждёт выбора"),
        (2, "Банк наставляемых!A7", "вся строка", "строка есть", "строка удалена", "", "ждёт выбора"),
        (3, "Банк наставляемых!E5", "комментарий", "", "Уточните", "", "к сведению"),
        (4, "Банк наставляемых!F6", "Дата вхождения", "", "01.09.2026", "", "принято"),
    ]
    assert {row.came for row in book.rows[Conflict]} == {NOW.date()}
    assert [(notice.place, notice.code) for notice in book.rows[Notice]] == [
        ("Банк наставляемых!E5", X201.code),
        ("Банк наставляемых!A7", X201.code),
    ]
    assert len(book.rows[Entry]) == 1


def test_the_same_file_again_changes_nothing(both):
    book, *sides = both
    accept(book, *sides)
    again = accept(book, *sides)
    assert again.changes == {}
    assert again.summary[0] == "Нового в файле нет."


@pytest.mark.parametrize("choice", ["наше", "из файла"])
def test_the_same_file_again_changes_nothing_after_everything_was_settled(both, choice):
    book, *sides = both
    accept(book, *sides)
    choose(book, choice, choice, choice)
    settle(book)
    assert accept(book, *sides).changes == {}


def test_what_was_chosen_is_written_and_the_rows_say_so(both):
    book, *sides = both
    accept(book, *sides)
    choose(book, "из файла", "наше", "наше")
    report = settle(book)
    assert report.summary == ("Взято из файла: 1, Оставлено вашим: 1, Прочитано: 1.",)
    assert [row.request for row in book.rows[Mentee]] == ["геометрия", "химия", "речь"]
    assert states(book) == ["взято из файла", "оставлено наше", "прочитано"]
    assert settle(book).summary == (
        "Ничего не выбрано. На листе «Расхождения» выберите «наше» или «из файла» и нажмите снова.",
    )


def test_a_row_that_the_file_lost_goes_when_that_is_chosen_and_the_others_keep_what_was_chosen_too(both):
    book, *sides = both
    accept(book, *sides)
    choose(book, " Из файла ", "из файла", "")
    settle(book)
    assert [(row.code, row.request) for row in book.rows[Mentee]] == [("Н-01", "геометрия"), ("Н-02", "химия")]
    assert states(book) == ["взято из файла", "взято из файла", "к сведению"]


def test_a_row_without_a_choice_or_with_another_word_waits(both):
    book, *sides = both
    accept(book, *sides)
    choose(book, "", "файл", "")
    before = list(book.rows[Mentee])
    report = settle(book)
    assert book.rows[Mentee] == before
    assert report.summary == (
        "Не понято слов в столбце «Что оставить»: 1. Выберите «наше» или «из файла» и нажмите снова.",
    )
    assert [(str(found.cell), found.message) for found in report.findings if found.code is X202] == [
        ("Расхождения!H6", "Н-03: выбор «файл» не понят")
    ]
    choose(book, "", "из файла", "")
    assert X202 not in {found.code for found in settle(book).findings}
    assert states(book) == ["ждёт выбора", "взято из файла", "к сведению"]


def test_a_cell_that_has_changed_since_is_asked_about_anew(both):
    book, *sides = both
    accept(book, *sides)
    book.rows[Mentee][0] = book.rows[Mentee][0].but(request="арифметика")
    choose(book, "из файла", "", "")
    report = settle(book)
    assert book.rows[Mentee][0].request == "арифметика"
    assert report.summary == (
        "Изменились после сравнения: 1. Посмотрите на листе «Расхождения», выберите и нажмите снова.",
        "Ждут выбора: 2.",
    )
    assert conflicts(book)[0][3:] == ("арифметика", "геометрия", "", "ждёт выбора")
    choose(book, "из файла", "", "")
    settle(book)
    assert book.rows[Mentee][0].request == "геометрия"


def test_a_row_that_is_gone_since_is_told(both):
    book, *sides = both
    accept(book, *sides)
    del book.rows[Mentee][0]
    choose(book, "из файла", "", "")
    assert settle(book).summary == (
        "Строк уже нет в книге: 1. Внесите нужное сами и выберите «наше».",
        "Ждут выбора: 2.",
    )


def test_dates_numbers_and_ticks_are_written_as_such():
    ours = ANNA.but(entered=dt.date(2026, 9, 2), birth_year=2010, passed=True)
    theirs = ANNA.but(entered=ENTERED, birth_year=2011)
    base = ANNA.but(entered=dt.date(2026, 9, 3), birth_year=2012)
    book = book_of((ours,))
    accept(book, side(base), side(theirs))
    choose(book, "из файла", "из файла")
    settle(book)
    row = book.rows[Mentee][0]
    assert (row.entered, row.birth_year, row.passed) == (ENTERED, 2011, True)


def test_a_row_that_the_book_removed_comes_back_whole_when_that_is_chosen():
    book = book_of((ANNA, VERA))
    changed = BORIS.but(results="Сдал:\nзачёт", entered=ENTERED, passed=True)
    sides = side(*PEOPLE), side(ANNA, changed, VERA)
    accept(book, *sides)
    assert conflicts(book)[0][2:4] == ("вся строка", "строка удалена")
    choose(book, "из файла")
    settle(book)
    assert book.rows[Mentee][2] == changed.but(number=None)
    assert accept(book, *sides).changes == {}


def test_rows_of_one_name_are_told_apart_when_they_are_settled():
    meetings = [Meeting(pair_code="Н-01/М-01", kind="регулярная", topic=f"Тема {n}", outcome="план") for n in (1, 2, 3)]
    book = book_of(row.but(outcome="наш итог") for row in meetings)
    accept(book, side(*meetings), side(*(row.but(outcome=f"их итог {n}") for n, row in enumerate(meetings, 1))))
    choose(book, "наше", "из файла", "")
    settle(book)
    assert [row.outcome for row in book.rows[Meeting]] == ["наш итог", "их итог 2", "наш итог"]


def test_undo_takes_back_the_reply_and_the_settling(both):
    book, *sides = both
    before = {table: list(rows) for table, rows in book.rows.items()}
    accept(book, *sides)
    choose(book, "из файла", "из файла", "наше")
    settle(book)
    undo(book)
    undo(book)
    assert book.rows[Mentee] == before[Mentee]
    assert book.rows[Conflict] == []


def test_a_spoilt_key_is_told_and_nothing_is_written(both):
    book, *sides = both
    accept(book, *sides)
    book.rows[Conflict] = [row.but(key="стёрто", choice="из файла") for row in book.rows[Conflict][:1]]
    assert settle(book).summary == (
        "Строк уже нет в книге: 1. Внесите нужное сами и выберите «наше».",
        "Ждут выбора: 1.",
    )
    assert book.rows[Mentee][0].request == "алгебра"


@pytest.mark.parametrize("other", ["check_deadlines", "check"])
def test_other_buttons_leave_standing_that_a_choice_is_waited_for(both, other):
    book, *sides = both
    accept(book, *sides)
    session.press(button(other), book, NOW)
    assert sum(notice.code == X201.code for notice in book.rows[Notice]) == 2
    choose(book, "наше", "наше", "")
    settle(book)
    assert sum(notice.code == X201.code for notice in book.rows[Notice]) == 0


def test_without_a_file_nothing_happens():
    tables = Tables({Conflict: ()})
    assert accept_reply(tables, NOW.date()).summary == ("Файл не выбран. Выберите вернувшийся файл и повторите.",)
    assert settle_conflicts(tables, NOW.date()).edits == ()
