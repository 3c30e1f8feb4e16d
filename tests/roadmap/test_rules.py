"""Each rule of the plan as a small table: what stands in the cells, what is found."""

import datetime as dt

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.deadlines import plan_of
from mentoring_xl.roadmap import rules
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.tables import Step

COLUMNS = {"deadline": "D"}
TODAY = dt.date(2026, 4, 10)


def rows(*steps):
    """Put the rows on the sheet from row 11 on."""
    return tuple(Step(at=Place("План", number, COLUMNS), **step.values()) for number, step in enumerate(steps, 11))


def dated(*deadlines, period="2026"):
    steps = rows(*(Step(code=str(number), deadline=text) for number, text in enumerate(deadlines, 1)))
    return timetable(steps, plan_of(period))


def found(findings):
    return [f"{finding.cell.column}{finding.cell.row or ''} {finding.code.code}" for finding in findings]


def test_a_plan_without_any_deadline_says_so_once_for_the_column():
    assert found(rules.missing_deadlines(dated("", "", "–"))) == ["D R102"]


def test_a_row_without_a_deadline_is_named_when_others_have_one():
    assert found(rules.missing_deadlines(dated("март", "", "май"))) == ["D12 R101"]


def test_a_branch_without_a_deadline_is_named_at_its_top_and_done_or_inheriting_rows_are_not():
    steps = rows(
        Step(code="1", deadline="март"),
        Step(code="1.1"),
        Step(code="2"),
        Step(code="2.1"),
        Step(code="2.2"),
        Step(code="3", done=True),
        Step(code="4"),
        Step(code="4.1", deadline="май"),
    )
    assert found(rules.missing_deadlines(timetable(steps, plan_of("2026")))) == ["D13 R101"]


def test_an_empty_plan_says_nothing():
    assert found(rules.missing_deadlines(dated())) == []


@pytest.mark.parametrize(
    ("deadline", "codes"),
    [
        ("20.04.2026", []),
        ("в течение года", []),
        ("В соответствии с сороками реализации программ наставничества", ["R213"]),
        ("В соответствии со сроками реализации программ наставничества", []),
        ("20 апредя 2026", ["R213"]),
        ("26.12-18.12", ["R201"]),
        ("каб. 229", ["R202"]),
        ("31 апреля", ["R203"]),
        ("29.02.2026", ["R203"]),
        ("22.04.2026 (пт)", ["R206"]),
        ("22.04.2026 (ср)", []),
        ("до апреля", ["R211"]),
    ],
)
def test_a_faulty_deadline_is_named_at_its_cell(deadline, codes):
    assert found(rules.faulty_deadlines(dated(deadline))) == [f"D11 {code}" for code in codes]


def test_a_misprint_is_told_with_the_word_that_was_meant():
    findings = rules.faulty_deadlines(dated("В соответствии с сороками реализации программ"))
    assert [finding.message for finding in findings] == [
        "в сроке «В соответствии с сороками реализации программ» похоже на опечатку: «сороками» – вероятно, «сроками»"
    ]


def test_a_wrong_weekday_is_explained():
    assert str(next(rules.faulty_deadlines(dated("22.04.2026\n(пт)")))) == (
        "План!D11  R206  в сроке «22.04.2026 (пт)» день недели не подходит к дате: 22.04.2026 – среда"
        " → Исправьте день недели или дату."
    )


@pytest.mark.parametrize(
    ("period", "deadline", "outside"),
    [
        ("2026", "март 2026", False),
        ("2026", "март 2023", True),
        ("2026", "до 15 января 2027", True),
        ("2026", "в течение года", False),
        ("2026", "ежемесячно", False),
        ("2026/2027", "август 2026", False),
        ("2026/2027", "июль 2026", True),
        ("2026/2027", "август 2027", False),
        ("2026/2027", "сентябрь 2027", True),
    ],
)
def test_a_deadline_of_another_year_than_the_plans_is_named(period, deadline, outside):
    findings = rules.outside_the_plan(dated(deadline, period=period), plan_of(period))
    assert found(findings) == ["D11 R207"] * outside


def test_the_message_names_the_year_of_the_plan():
    findings = rules.outside_the_plan(dated("март 2023", period="2026/2027"), plan_of("2026/2027"))
    assert [finding.message for finding in findings] == ["срок «март 2023» выходит за год плана 2026/2027"]


@pytest.mark.parametrize(
    ("deadline", "message"),
    [
        ("09.04.2026", "срок прошёл 09.04.2026, просрочено на 1 день"),
        ("март", "срок прошёл 31.03.2026, просрочено на 10 дней"),
        ("10.04.2026", "срок 10.04.2026 – сегодня"),
        ("до 13 апреля", "срок 13.04.2026 – через 3 дня"),
        ("до 24 апреля", "срок 24.04.2026 – через 14 дней"),
        ("до 25 апреля", None),
        ("в течение года", None),
        ("по отдельному плану", None),
    ],
)
def test_overdue_and_near_deadlines_are_named_with_their_days(deadline, message):
    messages = [finding.message for finding in rules.late_or_soon(dated(deadline), TODAY, 14)]
    assert messages == ([message] if message else [])


def test_one_overdue_cell_is_one_finding_however_many_rows_take_their_deadline_from_it():
    steps = rows(Step(code="1", deadline="март"), Step(code="1.1"), Step(code="1.2", done=True))
    assert found(rules.late_or_soon(timetable(steps, plan_of("2026")), TODAY, 14)) == ["D11 R204"]


def test_a_finding_counts_the_open_rows_that_take_their_deadline_from_its_cell():
    steps = rows(
        Step(code="1", deadline="март"), Step(code="1.1"), Step(code="1.2", done=True), Step(code="1.3"),
        Step(code="1.3.1"), Step(code="1.3.2"), Step(code="1.4", deadline="до 13 апреля"),
    )  # fmt: skip
    named = [finding.message for finding in rules.late_or_soon(timetable(steps, plan_of("2026")), TODAY, 14)]
    assert named == [
        "срок прошёл 31.03.2026, просрочено на 10 дней; под этим сроком ещё не выполнено: 3 строки",
        "срок 13.04.2026 – через 3 дня",
    ]


def test_a_done_measure_is_never_late():
    steps = rows(
        Step(code="1", deadline="март", done=True), Step(code="2", deadline="март"), Step(code="2.1", done=True)
    )
    assert found(rules.late_or_soon(timetable(steps, plan_of("2026")), TODAY, 14)) == []


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step(), []),
        (Step(done=True, done_on=TODAY), []),
        (Step(done=True, done_on=TODAY, result="Приказ", document="№ 5"), []),
        (Step(done=True), ["H11 R301"]),
        (Step(done=True, done_on=TODAY, result="Приказ"), ["I11 R301"]),
        (Step(done=True, result="Приказ"), ["H11 R301"]),
        (Step(done=True, done_on=dt.date(2026, 4, 11)), ["H11 R302"]),
        (Step(done_on=TODAY), ["G11 R303"]),
    ],
)
def test_ticks_dates_and_documents_belong_together(step, expected):
    assert found(rules.faulty_ticks(rows(step), TODAY)) == expected


def test_what_is_missing_beside_a_tick_is_named():
    findings = rules.faulty_ticks(rows(Step(done=True, result="Приказ")), TODAY)
    assert [finding.message for finding in findings] == ["отмечено «Выполнено», но нет: даты выполнения, документа"]


def test_a_code_that_stands_twice_is_named_at_the_later_row():
    findings = list(rules.faulty_codes(rows(Step(code="1"), Step(code="1.1"), Step(code="1."))))
    assert found(findings) == ["Q13 R501"]
    assert findings[0].message == "код строки «1.» уже есть в строке 11"


def test_a_row_without_a_code_is_named():
    assert found(rules.faulty_codes(rows(Step(code="1"), Step()))) == ["Q12 R502"]


def test_a_plan_without_any_code_says_so_once_for_the_column():
    assert found(rules.faulty_codes(rows(Step(), Step()))) == ["Q R503"]
