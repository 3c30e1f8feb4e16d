"""The story of a pair as a person reads it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from mentoring_xl.matching.explaining import explain
from mentoring_xl.matching.explaining.pair import Standpoint, outlook_cell
from mentoring_xl.matching.solving import solve


def outlook(choice, row, column):
    return explain(choice, row, column).outlook


def test_a_proposed_pair_tells_its_points_its_rank_and_what_a_replacement_costs(school):
    choice = school([[90, 80.5], [60, 30]], capacity=[1, 1])
    story = explain(choice, 0, 1)
    assert story.standpoint is Standpoint.PROPOSED
    assert story.lines[0] == "Н-1 Белова\u00a0А.\u00a0И. – М-2 Панова\u00a0П.\u00a0Л.: 80,5 балла, пара предложена."
    assert story.lines[-2:] == (
        "Место в списке: для наставляемого этот наставник 2-й из 2 возможных, "
        "для наставника этот наставляемый 1-й из 2 возможных.",
        "Если не этот наставник, то М-1 Седова\u00a0П.\u00a0Л. (90): сумма всех пар меньше на 20,5 балла.",
    )


def test_a_replacement_that_leaves_somebody_without_a_pair_says_so_instead_of_points(school):
    choice = school([[90, 80], [60, None]])
    assert outlook(choice, 0, 1) == (
        "Если не этот наставник, то М-1 Седова\u00a0П.\u00a0Л. (90): один человек останется без пары.",
    )


def test_a_replacement_without_loss_says_so(school):
    choice = school([[50, 50]], capacity=[1, 1])
    assert outlook(choice, 0, 0) == (
        "Если не этот наставник, то М-2 Панова\u00a0П.\u00a0Л. (50): сумма всех пар та же.",
    )


def test_there_may_be_no_replacement_at_all(school):
    choice = school([[50, None]])
    assert outlook(choice, 0, 0) == ("Если не этот наставник, то замены нет: наставляемый останется без пары.",)


def test_somebody_else_may_take_the_place(school):
    choice = school([[50], [40]])
    assert outlook(choice, 0, 0) == (
        "Если не этот наставник, то наставляемый останется без пары: сумма всех пар меньше на 10 баллов.",
    )


def test_a_second_mentor_may_fall_away(school):
    choice = school([[50, 40]], wants={0: 2})
    assert outlook(choice, 0, 1) == (
        "Если не этот наставник, то одним наставником меньше: сумма всех пар меньше на 40 баллов.",
    )


def test_where_points_come_first_people_and_points_are_told(school):
    choice = school([[90, 10], [60, None]], paired_first=False)
    assert choice.pairs == ((0, 0),)
    assert outlook(choice, 0, 0) == (
        "Если не этот наставник, то М-2 Панова\u00a0П.\u00a0Л. (10): сумма всех пар меньше на 20 баллов.",
    )


@pytest.mark.parametrize(
    ("values", "title", "text"),
    [
        (
            {"state": "закреплена приказом", "order_number": "27-ОД"},
            "закреплена приказом",
            "Пара закреплена приказом № 27-ОД: пересчёт её не меняет.",
        ),
        ({"state": "согласована"}, "согласована", "Пара согласована: пересчёт её не меняет."),
        (
            {"state": "предложена", "locked": True},
            "закреплена",
            "Пару закрепил сотрудник («Закреплено»): пересчёт её не меняет.",
        ),
        (
            {"state": "на паузе"},
            "закреплена",
            "Состояние «на паузе» поставил сотрудник: пересчёт пару не меняет.",
        ),
    ],
)
def test_a_held_pair_says_who_fixed_it(school, values, title, text):
    choice = school([[50, 90]], held={(0, 0): values})
    story = explain(choice, 0, 0)
    assert story.title.endswith(f"50 баллов, пара {title}.")
    assert story.outlook == (text,)
    assert story.replacement is None


def test_a_pair_that_was_passed_over_names_whom_the_two_have_and_what_it_would_cost(school):
    choice = school([[90, 80], [60, 30]], capacity=[1, 2])
    assert outlook(choice, 0, 0) == (
        "Сейчас у наставляемого: М-2 Панова\u00a0П.\u00a0Л. (80).",
        "Сейчас у наставника: Н-2 Громова\u00a0А.\u00a0И. (60); свободных мест нет.",
        "Если соединить этих двоих: сумма всех пар меньше на 20 баллов.",
    )
    assert outlook(choice, 1, 1)[1] == "Сейчас у наставника: Н-1 Белова\u00a0А.\u00a0И. (80); свободно 1 место."


def test_a_pair_that_nobody_looks_for_says_why(school):
    choice = school([[90, 80], [60, 30]], capacity=[0, 1], held={(1, 1): {"state": "согласована"}})
    assert outlook(choice, 0, 0)[-1] == "Чтобы эту пару можно было предложить, добавьте наставнику место."
    assert outlook(choice, 1, 0) == (
        "Сейчас у наставляемого: М-2 Панова\u00a0П.\u00a0Л. (30).",
        "Сейчас у наставника: наставляемых нет; свободных мест нет.",
        "Наставляемому сейчас наставник не подбирается.",
    )


def test_a_forbidden_pair_has_no_rank_and_no_price(school):
    choice = school([[None, 80]])
    story = explain(choice, 0, 0)
    assert story.title == "Н-1 Белова\u00a0А.\u00a0И. – М-1 Седова\u00a0П.\u00a0Л.: 0 баллов, пара запрещена."
    assert "Запрещено: стоит «Запрет» на листе «Пары»" in story.lines
    assert story.standing is None
    assert story.outlook == (
        "Сейчас у наставляемого: М-2 Панова\u00a0П.\u00a0Л. (80).",
        "Сейчас у наставника: наставляемых нет; свободно 1 место.",
    )


def test_stable_pairs_have_no_price_of_a_replacement(school):
    choice = school([[90, 80]])
    stable = replace(choice, best=choice.solution)
    assert outlook(stable, 0, 0) == ("Пары устойчивы: замену одной пары программа при этом не считает.",)
    assert outlook_cell(stable, (0, 0)) == ""


def test_the_cell_has_the_same_words_without_the_beginning(school):
    choice = school([[90, 80]])
    assert outlook_cell(choice, (0, 0)) == "М-2 Панова\u00a0П.\u00a0Л. (80): сумма всех пар меньше на 10 баллов"
    assert outlook_cell(choice, (0, 1)) == ""


def test_a_pair_whose_group_has_another_topic_cannot_be_joined(board, mentee, mentor, choose):
    left = [mentee("Н-1", request="шахматы"), mentee("Н-2", request="лыжи")]
    right = [mentor("М-1", competences="лыжи", leads_group=True, capacity=2), mentor("М-2")]
    choice = choose(board(left, right, values={"form_misfit": "нет"}))
    assert outlook(choice, 0, 0)[-1] == "Тема группы этого наставника не подходит наставляемому."


@pytest.mark.parametrize("paired_first", [True, False])
def test_the_loss_is_that_of_solving_anew_without_the_pair(school, paired_first):
    source = random.Random(5)
    for _ in range(40):
        points = [[source.choice((None, 10, 25, 40, 70, 71.5)) for _ in range(3)] for _ in range(4)]
        choice = school(points, capacity=[source.randint(0, 2) for _ in range(3)], paired_first=paired_first)
        problem, worth = choice.problem, choice.solution.worth
        for seat in choice.pairs:
            allowed = problem.allowed.copy()
            allowed[seat] = False
            lost = worth - solve(replace(problem, allowed=allowed)).worth
            assert choice.stakes.value(explain(choice, *seat).replacement.loss) == choice.stakes.value(lost)
