"""Counts of the plan for the director."""

from mentoring_xl.roadmap import progress_of
from mentoring_xl.roadmap.progress import PlanProgress, Tally
from mentoring_xl.schema.tables import Step

STEPS = (
    Step(code="1", section="Начало", state="просрочено"),
    Step(code="1.1", section="Начало", state="выполнено"),
    Step(code="1.2", section="Начало", state="просрочено"),
    Step(code="2", section="Работа", state="скоро"),
    Step(code="3", section="Работа", state="без срока"),
    Step(code="4", section="Работа", state="срок не прочитан"),
    Step(code="5", section="Работа", state="идёт"),
    Step(code="6", section="Работа", state="по событию"),
)


def test_rows_with_rows_below_them_are_not_counted_twice():
    assert progress_of(STEPS) == PlanProgress(
        plan=Tally(whole=7, done=1, overdue=1, soon=1, without_date=2, undated=1),
        sections=(
            ("Начало", Tally(whole=2, done=1, overdue=1, soon=0, without_date=0)),
            ("Работа", Tally(whole=5, done=0, overdue=0, soon=1, without_date=2, undated=1)),
        ),
    )


def test_rows_without_a_day_are_told_as_the_chart_counts_them():
    assert progress_of(STEPS).plan.told == "Просрочено: 1, срок скоро: 1, без срока: 2, постоянно или по событию: 1."


def test_an_empty_plan_has_an_empty_tally():
    assert progress_of([]) == PlanProgress(Tally(0, 0, 0, 0, 0), ())
