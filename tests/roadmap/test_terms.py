"""School terms as rows of «Настройки», and the deadlines that get their dates from them."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.deadlines import Plan, Term, TermKind, parse
from mentoring_xl.roadmap.period import period_of
from mentoring_xl.schema.settings import TERMS
from mentoring_xl.schema.tables import Setting

TODAY = dt.date(2026, 9, 10)
YEAR = (
    ("quarter_1", "01.09–25.10.2026"),
    ("quarter_2", "3 ноября - 27 декабря"),
    ("quarter_3", "с 11 января по 26 марта 2027"),
    ("quarter_4", "05.04 – 31.05"),
    ("holidays_1", "26.10–02.11"),
    ("holidays_2", "28.12 – 10.01"),
)


def settings(*values, period="2026/2027"):
    rows = (("period", period), *values)
    return [Setting(code=code, value=value, at=Place("Настройки", row)) for row, (code, value) in enumerate(rows, 5)]


def test_each_term_of_the_settings_has_a_kind_and_a_number():
    filled = settings(*((code, "01.09–25.10.2026") for code in TERMS))
    terms = period_of(filled, (), TODAY).plan.terms
    assert [(term.kind.name, term.number) for term in terms] == [
        ("QUARTER", 1), ("QUARTER", 2), ("QUARTER", 3), ("QUARTER", 4),
        ("TRIMESTER", 1), ("TRIMESTER", 2), ("TRIMESTER", 3),
        ("HALF_YEAR", 1), ("HALF_YEAR", 2),
        ("HOLIDAYS", 1), ("HOLIDAYS", 2), ("HOLIDAYS", 3), ("HOLIDAYS", 4), ("HOLIDAYS", 5),
    ]  # fmt: skip


def test_terms_are_read_like_deadlines_in_the_year_of_the_plan():
    period = period_of(settings(*YEAR), (), TODAY)
    assert period.findings == ()
    assert period.plan.terms == (
        Term(TermKind.QUARTER, 1, dt.date(2026, 9, 1), dt.date(2026, 10, 25)),
        Term(TermKind.QUARTER, 2, dt.date(2026, 11, 3), dt.date(2026, 12, 27)),
        Term(TermKind.QUARTER, 3, dt.date(2027, 1, 11), dt.date(2027, 3, 26)),
        Term(TermKind.QUARTER, 4, dt.date(2027, 4, 5), dt.date(2027, 5, 31)),
        Term(TermKind.HOLIDAYS, 1, dt.date(2026, 10, 26), dt.date(2026, 11, 2)),
        Term(TermKind.HOLIDAYS, 2, dt.date(2026, 12, 28), dt.date(2027, 1, 10)),
    )


def test_without_terms_the_plan_has_none():
    assert period_of(settings(*((code, "") for code in TERMS)), (), TODAY).plan == Plan(
        dt.date(2026, 9, 1), dt.date(2027, 5, 31)
    )


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("1 четверть", dt.date(2026, 9, 1), dt.date(2026, 10, 25)),
        ("в течение 2 четверти", dt.date(2026, 11, 3), dt.date(2026, 12, 27)),
        ("осенние каникулы", dt.date(2026, 10, 26), dt.date(2026, 11, 2)),
        ("до конца 3 четверти", None, dt.date(2027, 3, 26)),
    ],
)
def test_a_deadline_in_terms_becomes_dates_when_the_terms_are_filled(phrase, start, end):
    read = parse(phrase, period_of(settings(*YEAR), (), TODAY).plan)
    assert (read.start, read.end) == (start, end)


@pytest.mark.parametrize("value", ["с сентября", "до 25 октября", "как обычно", "25.10–01.09.2026"])
def test_a_term_without_both_days_is_named_at_its_cell_and_left_out(value):
    period = period_of(settings(("quarter_1", value)), (), TODAY)
    assert period.plan.terms == ()
    assert [str(finding) for finding in period.findings] == [
        f"Настройки!D6  R215  в «{value}» нет первого и последнего дня; «1 четверть» пока без дат"
        " → Запишите даты, например «01.09–25.10.2026»."
    ]


def test_a_term_of_last_year_is_named():
    period = period_of(settings(("quarter_1", "01.09–25.10.2025")), (), TODAY)
    assert [str(finding) for finding in period.findings] == [
        "Настройки!D6  R216  «1 четверть» (01.09–25.10.2025) выходит за год плана 2026/2027"
        " → Исправьте даты или «Год плана»."
    ]
