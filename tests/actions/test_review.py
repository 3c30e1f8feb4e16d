"""«Состояние программы» on whole books."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.actions.create import new_book
from mentoring_xl.actions.monitored import monitored
from mentoring_xl.actions.plan import check_deadlines
from mentoring_xl.actions.review import check, status
from mentoring_xl.core.edit import Put, Rewrite
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    ChartFigure,
    Indicator,
    Mentee,
    Order,
    Pair,
    Question,
    Setting,
    StatusLine,
    Step,
)

TODAY = dt.date(2026, 11, 20)


def tables(**rows: tuple[object, ...]) -> Tables:
    whole = {table: rows.get(table.__name__, ()) for table in TABLES}
    return Tables({**whole, Setting: default_rows(period="2026")})  # type: ignore[dict-item]


def told(book: Tables) -> dict[str, tuple[str, str]]:
    return {line.topic: (line.value, line.advice) for line in monitored(book, TODAY).lines}


def test_what_is_late_is_told_before_deadlines_were_ever_checked():
    book = tables(Step=(Step(code="1", title="Анкетирование", deadline="до 20 апреля"),))
    assert told(book)["Дорожная карта – просрочено / скоро"] == ("1 / 0", "Отметьте выполненное или перенесите срок.")


def test_the_state_of_a_plan_follows_the_calendar_and_not_the_last_check():
    checked_long_ago = Step(
        code="1", title="Анкетирование", deadline="до 20 апреля", ends=dt.date(2026, 4, 20), state="предстоит"
    )
    assert told(tables(Step=(checked_long_ago,)))["Дорожная карта – просрочено / скоро"][0] == "1 / 0"


def test_the_plan_is_counted_as_the_check_of_deadlines_counts_it_however_its_codes_are_typed():
    steps = (
        Step(code="3", title="Подбор", done=True),
        Step(code="3.5.1.", title="Анкеты"),
        Step(code="3,5,2", title="Встреча"),
        Step(code="4", title="Итоги"),
        Step(code="4.1", title="Отчёт"),
    )
    assert told(tables(Step=steps))["Дорожная карта – выполнено"][0] == "2 из 3"
    assert check_deadlines(tables(Step=steps), TODAY).summary[0] == "В плане 3 строки для исполнения, выполнено: 2."


def test_rows_with_only_a_running_number_are_nobody():
    book = tables(Mentee=(Mentee(number=1, code="Н-1", full_name="Белова Мария Андреевна"), Mentee(number=2)))
    assert told(book)["Наставляемые"][0] == "1"
    assert told(book)["Без согласия на обработку данных"][0] == "1"


def test_the_button_writes_the_same_lines_that_a_new_book_begins_with():
    book = tables()
    (rewrite,) = [edit for edit in status(book, TODAY).edits if isinstance(edit, Rewrite) and edit.table is StatusLine]
    assert rewrite.rows == monitored(book, TODAY).lines


def test_the_check_of_everything_looks_at_orders_too():
    signed = Order(code="ПР-1", order_number="", state="подписан")
    found = check(tables(Order=(signed,), MatchRule=MATCH_RULES), TODAY).findings
    assert "D102" in [finding.code.code for finding in found]


def test_a_new_book_begins_with_its_state():
    lines = new_book(dt.datetime(2026, 11, 20, 9, 0), roadmap_name="bemyzh", period="2026").rows[StatusLine]
    assert (lines[0].topic, lines[0].value) == ("Дорожная карта – выполнено", "0 из 42")


def test_a_new_book_without_a_year_keeps_the_year_of_its_roadmap():
    rows = new_book(dt.datetime(2026, 11, 20, 9, 0), roadmap_name="bemyzh").rows
    assert [row.value for row in rows[Setting] if row.code == "period"] == ["2023"]


def test_the_check_of_everything_names_pairs_that_do_not_meet():
    silent = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", starts=dt.date(2026, 9, 1))
    found = check(tables(Pair=(silent,), MatchRule=MATCH_RULES), TODAY).findings
    assert "I101" in [finding.code.code for finding in found]


def test_a_new_book_has_its_indicators_and_figures_and_the_button_finds_nothing_to_change():
    rows = new_book(dt.datetime(2026, 11, 20, 9, 0), roadmap_name="bemyzh", period="2026").rows
    assert (len(rows[Indicator]), len(rows[ChartFigure])) == (15, 25)
    again = status(Tables(rows), TODAY).edits
    assert [edit for edit in again if isinstance(edit, Put)] == []
    assert {edit.table: edit.rows for edit in again if isinstance(edit, Rewrite)} == {
        table: rows[table] for table in (StatusLine, ChartFigure)
    }


def test_of_two_answers_to_one_question_the_last_counts():
    mark = Question(code="А-1", stage="после", kind="1–10", role="наставляемый", text="Комфорт")
    first = tuple(Answer(person_code=f"Н-{n}", question_code="А-1", answer="2") for n in range(1, 4))
    last = tuple(row.but(answer="9", answered=TODAY) for row in first)
    book = tables(
        Question=(mark,),
        Answer=(*last, *first),
        Mentee=tuple(Mentee(code=f"Н-{n}", full_name="Белова Мария Андреевна") for n in range(1, 4)),
        Indicator=(Indicator(code="HAPPY-MENTEES"),),
    )
    (put,) = [edit for edit in status(book, TODAY).edits if isinstance(edit, Put)]
    assert (put.values["part"], put.values["whole"]) == (3, 3)
