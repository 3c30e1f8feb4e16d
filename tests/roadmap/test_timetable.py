"""The dates and the state of each row on a given day."""

import datetime as dt

import pytest

from mentoring_xl.deadlines import plan_of
from mentoring_xl.roadmap import builtin
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.tables import Step

TODAY = dt.date(2026, 4, 10)


def examined(*steps, period="2026", today=TODAY, soon_days=14):
    return timetable(steps, plan_of(period)).examined(today, soon_days)


def summary(step):
    return step.starts, step.ends, step.days_left, step.state


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("", (None, None, None, "без срока")),
        ("–", (None, None, None, "без срока")),
        ("март 2026", (dt.date(2026, 3, 1), dt.date(2026, 3, 31), -10, "просрочено")),
        ("09.04.2026", (dt.date(2026, 4, 9), dt.date(2026, 4, 9), -1, "просрочено")),
        ("10.04.2026", (dt.date(2026, 4, 10), dt.date(2026, 4, 10), 0, "скоро")),
        ("до 24 апреля", (None, dt.date(2026, 4, 24), 14, "скоро")),
        ("до 25 апреля", (None, dt.date(2026, 4, 25), 15, "идёт")),
        ("апрель-декабрь", (dt.date(2026, 4, 1), dt.date(2026, 12, 31), 265, "идёт")),
        ("май", (dt.date(2026, 5, 1), dt.date(2026, 5, 31), 51, "предстоит")),
        ("в течение года", (dt.date(2026, 1, 1), dt.date(2026, 12, 31), 265, "идёт")),
        ("ежемесячно", (None, None, None, "постоянно")),
        ("по отдельному плану", (None, None, None, "по событию")),
        ("26.12-18.12", (None, None, None, "срок не прочитан")),
        ("10.00", (None, None, None, "срок не прочитан")),
    ],
)
def test_a_deadline_gives_dates_days_left_and_a_state(deadline, expected):
    assert summary(examined(Step(code="1", deadline=deadline))[0]) == expected


def test_a_done_row_keeps_its_dates_and_counts_no_days():
    step = examined(Step(code="1", deadline="март 2026", done=True))[0]
    assert summary(step) == (dt.date(2026, 3, 1), dt.date(2026, 3, 31), None, "выполнено")


def test_a_row_without_a_deadline_has_its_parents_and_its_own_when_it_has_one():
    rows = examined(
        Step(code="3.5", deadline="до 20 апреля"),
        Step(code="3.5.1"),
        Step(code="3.5.2", deadline="май"),
        Step(code="4"),
    )
    assert [row.state for row in rows] == ["скоро", "скоро", "предстоит", "без срока"]
    assert rows[1].ends == dt.date(2026, 4, 20)


def test_the_rows_of_a_done_measure_are_done():
    rows = examined(Step(code="1", deadline="март", done=True), Step(code="1.1"))
    assert [row.state for row in rows] == ["выполнено", "выполнено"]


def test_a_measure_whose_rows_are_all_done_is_done():
    rows = examined(Step(code="1", deadline="март"), Step(code="1.1", done=True), Step(code="1.2", done=True))
    assert [row.state for row in rows] == ["выполнено", "выполнено", "выполнено"]


def test_the_roadmap_of_bemyzh_on_the_tenth_of_april():
    rows = examined(*builtin("bemyzh").rows, period="2023", today=dt.date(2023, 4, 10))
    by_state = {}
    for row in rows:
        by_state.setdefault(row.state, []).append(row.code)
    assert by_state == {
        "просрочено": ["1.1", "1.2", "1.3", "1.4", "1.5"],
        "скоро": [
            *("3.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5", "3.1.6"),
            *("3.2", "3.2.1", "3.2.2"),
            *("3.3", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5"),
        ],
        "по событию": [
            "2.1",
            *("3.4", "3.4.1", "3.4.2", "3.4.3", "3.4.4"),
            *("3.6", "3.6.1", "3.6.1.1", "3.6.1.2", "3.6.1.3", "3.6.1.4", "3.6.1.5", "3.6.2", "3.6.2.1", "3.6.2.2"),
        ],
        "идёт": [
            *("3.5", "3.5.1", "3.5.1.1", "3.5.1.2", "3.5.1.3", "3.5.1.4", "3.5.2", "3.5.2.1", "3.5.2.2", "3.5.2.3"),
            *("4.1", "4.1.1", "4.1.2", "4.1.3", "4.3"),
        ],
        "предстоит": ["4.2"],
    }


def test_the_roadmap_of_the_gymnasium_has_no_deadlines():
    assert {row.state for row in examined(*builtin("gymnasium6").rows)} == {"без срока"}
