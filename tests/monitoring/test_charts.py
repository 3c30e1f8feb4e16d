"""The numbers behind the charts: always the same rows, blank where there is nothing to show."""

from __future__ import annotations

from mentoring_xl.monitoring.charts import chart_figures
from mentoring_xl.monitoring.deltas import Delta
from mentoring_xl.schema.charts import CHANGE, CHARTS, COVERAGE, PLAN, STATES, rows_before
from mentoring_xl.schema.tables import ChartFigure, Indicator, Pair, Step


def shown(title: str, figures: tuple[ChartFigure, ...]) -> dict[str, tuple[float | None, float | None]]:
    return {row.label: (row.value, row.other) for row in figures if row.chart == title}


def delta(person: str, before: float, after: float, role: str = "наставляемый", form: str = "ученик–ученик") -> Delta:
    return Delta(person=person, role=role, form=form, item="комфорт", before=before, after=after)


def test_an_empty_book_has_all_the_rows_and_nothing_in_them_but_counts_of_none():
    figures = chart_figures((), (), (), ())
    assert len(figures) == 25
    assert {row.value for row in figures} == {None, 0.0}
    assert [rows_before(chart) for chart in CHARTS] == [0, 5, 11, 13, 19]


def test_the_rows_stand_in_the_order_of_the_charts_whatever_the_book_holds():
    full = chart_figures(
        (Indicator(code="PAIRED", percent=50.0),),
        [delta(f"Н-{n}", 5, 6) for n in range(9)],
        (Pair(state="завершена"),),
        (Step(state="скоро"),),
    )
    empty = chart_figures((), (), (), ())
    assert [row.chart for row in full] == [row.chart for row in empty]
    assert all(shown.label.startswith(row.label) for shown, row in zip(full, empty, strict=True))


def test_a_label_says_what_its_number_is_counted_from():
    rows = (
        Indicator(code="PAIRED", part=11.0, whole=59.0, percent=18.6),
        Indicator(code="HAPPY-MENTEES", part=None, whole=2.0, percent=None, target=85.0),
    )
    changes = [delta(f"Н-{n}", 5, 6) for n in range(9)]
    labels = [row.label for row in chart_figures(rows, changes, (), ())]
    assert [labels[1], labels[9], labels[11]] == [
        "Есть наставник (11 из 59)",
        "Довольны наставляемые",
        "Наставляемые (9 чел.)",
    ]


def test_coverage_and_targets_come_from_the_indicators():
    rows = (
        Indicator(code="PAIRED", percent=62.5),
        Indicator(code="YOUNG", percent=40.0, target=70.0),
        Indicator(code="PARTNERS", target=30.0),
    )
    figures = chart_figures(rows, (), (), ())
    assert shown(COVERAGE.title, figures)["Есть наставник"] == (62.5, None)
    targets = shown("Показатели и их цели, %", figures)
    assert (targets["Молодые специалисты"], targets["Предприятия"]) == ((40.0, 70.0), (None, 30.0))


def test_pairs_and_rows_of_the_plan_are_counted_by_state():
    pairs = (Pair(state="Завершена"), Pair(), Pair(state="предложена"))
    steps = (Step(state="выполнено"), Step(state="постоянно"), Step(state="без срока"))
    figures = chart_figures((), (), pairs, steps)
    states, plan = shown(STATES.title, figures), shown(PLAN.title, figures)
    assert (states["Предложена"], states["Завершена"], states["Расторгнута"]) == ((2, None), (1, None), (0, None))
    assert (plan["Выполнено"], plan["Без даты"], plan["Скоро"]) == ((1, None), (2, None), (0, None))


def test_before_and_after_are_means_over_people_of_a_role():
    changes = [delta("Н-1", 4, 8), delta("Н-2", 6, 7), delta("Н-3", 5, 9)]
    assert shown(CHANGE.title, chart_figures((), changes, (), ())) == {
        "Наставляемые (3 чел.)": (5.0, 8.0),
        "Наставники": (None, None),
    }


def test_a_form_with_fewer_than_three_people_is_left_out_of_its_role():
    three = [delta(f"Н-{n}", 5, 7) for n in range(3)]
    two = [delta(f"Т-{n}", 1, 1, form="учитель–учитель") for n in range(2)]
    figures = chart_figures((), three + two, (), ())
    assert shown(CHANGE.title, figures)["Наставляемые (3 чел.)"] == (5.0, 7.0)
    assert shown(CHANGE.title, chart_figures((), two, (), ()))["Наставляемые"] == (None, None)
