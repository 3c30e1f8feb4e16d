"""The rows of «Замечания» after a press."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.cell import Cell, Place
from mentoring_xl.notices import Press, renewed
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.findings.people import P407
from mentoring_xl.schema.tables import Notice

FIRST, SECOND = dt.date(2026, 11, 20), dt.date(2026, 11, 23)
PEOPLE = button("check_people")


def press(day: dt.date) -> Press:
    return Press(PEOPLE, day, {"Банк наставляемых": "Mentees"})


def test_two_findings_of_one_kind_at_one_cell_both_keep_their_day():
    cell = Cell("Банк наставляемых", "AE", 7)
    found = [P407.at(cell, date="01.09.2026", kind=kind) for kind in ("участие в программе", "публикация")]
    once = renewed((), found, press(FIRST))
    assert [notice.number for notice in once] == [1, 2]
    assert renewed(once, found, press(SECOND)) == once


def test_two_findings_of_one_kind_at_one_cell_keep_each_its_own_row():
    cell = Cell("Банк наставляемых", "AE", 7)
    found = [P407.at(cell, date="01.09.2026", kind=kind) for kind in ("участие в программе", "публикация")]
    once = enumerate(renewed((), found, press(FIRST)), 5)
    placed = [Notice(at=Place("Замечания", row), **notice.values()) for row, notice in once]
    assert [notice.at.row for notice in renewed(placed, found, press(SECOND))] == [5, 6]


def test_a_finding_on_a_sheet_that_the_book_does_not_know_stands_after_the_others():
    known = Cell("Банк наставляемых", "AE", 7)
    strange = Cell("Лист1", "A", 1)
    found = [P407.at(cell, date="01.09.2026", kind="публикация") for cell in (strange, known)]
    assert [notice.place for notice in renewed((), found, press(FIRST))] == ["Банк наставляемых!AE7", "Лист1!A1"]


def test_a_row_of_the_pressed_button_whose_code_was_wiped_leaves():
    wiped = Notice(severity="ошибка", place="Согласия!G5", button="Проверить людей")
    assert renewed((wiped,), (), press(SECOND)) == ()


def test_a_cell_that_could_not_be_read_leaves_with_the_first_button_that_reads_its_sheet():
    misread = Notice(
        severity="ошибка", place="Согласия!G5", code="V101", button="Проверить всё", key="Consents!G5", number=1
    )
    assert renewed((misread,), (), press(SECOND)) == ()
    assert renewed((misread,), (), Press(button("check_deadlines"), SECOND, {})) == (misread,)


def test_a_row_that_no_button_wrote_leaves():
    assert renewed((Notice(message="своё", button="моё"),), (), press(SECOND)) == ()
