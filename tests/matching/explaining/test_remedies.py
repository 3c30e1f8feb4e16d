"""What «Что изменить» says, for each thing that can be changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from mentoring_xl.matching.explaining import unpaired
from mentoring_xl.matching.explaining.remedy import remedy
from mentoring_xl.matching.facts import Lack

FREE, PAIR = "Наставник\u00a0М.", "Тогда пара: М-1 Наставник\u00a0М. (0)."


def change(choice, row=0):
    return remedy(choice, row, choice.board.bans.of(row)).text


@pytest.fixture
def one(board, mentee, mentor, choose):
    """One mentee and one mentor with a free place between whom something stands."""

    def make(left=None, right=None, values=None, **known):
        return choose(board([mentee(**(left or {}))], [mentor(**(right or {}))], values=values, **known))

    return make


def lack(rule):
    return (Lack(rule, "чего-то нет"),)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (
            {"lacks": {"Н-1": lack("data_consent")}},
            "Оформите согласие наставляемого на обработку персональных данных.",
        ),
        (
            {"lacks": {"М-1": lack("data_consent")}},
            f"Оформите согласие наставника (М-1 {FREE}) на обработку персональных данных.",
        ),
        ({"lacks": {"Н-1": lack("minor_consent")}}, "Оформите согласие законного представителя наставляемого."),
        ({"lacks": {"М-1": lack("mentor_agreement")}}, f"Оформите согласие наставника (М-1 {FREE}) быть наставником."),
        ({"left": {"status": "выбыл"}}, "Верните статус «участвует» наставляемому."),
        ({"right": {"status": "выбыл"}}, f"Верните статус «участвует» наставнику (М-1 {FREE})."),
        ({"vetoes": frozenset({("Н-1", "М-1")})}, "Обсудите отказ от пары Н-1/М-1."),
        ({"forbidden": frozenset({("Н-1", "М-1")})}, "Снимите «Запрет» с пары Н-1/М-1 на листе «Пары»."),
        (
            {"dissolved": frozenset({("Н-1", "М-1")})},
            "Впишите пару Н-1/М-1 на лист «Пары» сами: раньше она расторгалась.",
        ),
        (
            {"right": {"available_to": dt.date(2026, 11, 1)}},
            f"Согласуйте сроки участия: наставник М-1 {FREE}",
        ),
        (
            {"left": {"group": "обучающийся"}},
            f"Согласуйте форму, которая подходит обоим, и впишите её в банки: наставник М-1 {FREE}",
        ),
        (
            {"right": {"group": "обучающийся"}, "values": {"form_misfit": "нет"}},
            "Выключите правило «Обучающийся – наставник педагога» в «Настройках подбора».",
        ),
        (
            {
                "left": {"group": "обучающийся", "birth_year": 2010},
                "right": {"group": "обучающийся", "birth_year": 2012},
            },
            "Проверьте год рождения, а если он верен, выключите правило «Наставник-обучающийся младше наставляемого» "
            "в «Настройках подбора».",
        ),
        (
            {"left": {"subjects": "химия"}, "right": {"subjects": "пение"}, "values": {"subject": "Обязательно"}},
            "Снимите «Обязательно» с условия «Предмет» в «Настройках подбора».",
        ),
    ],
)
def test_what_stands_between_the_two_is_lifted(one, values, text):
    lines = change(one(**values)).split("\n")
    assert lines[0] == text
    assert lines[1].startswith("Тогда пара: М-1 Наставник\u00a0М. (")


def test_who_is_crowded_out_needs_one_more_place(school):
    choice = school([[50], [40]])
    assert change(choice, 1) == (
        "Добавьте место наставнику (М-1 Седова\u00a0П.\u00a0Л.).\nТогда пара: М-1 Седова\u00a0П.\u00a0Л. (40)."
    )


def test_who_would_not_get_the_place_is_written_by_hand(school):
    choice = school([[50], [40], [30]])
    assert change(choice, 2) == (
        "1. Добавьте место наставнику (М-1 Седова\u00a0П.\u00a0Л.).\n"
        "2. Впишите пару Н-3/М-1 на лист «Пары» сами: при пересчёте это место получил бы другой.\n"
        "Тогда пара: М-1 Седова\u00a0П.\u00a0Л. (30)."
    )


def test_a_consent_may_not_be_enough_when_all_places_are_taken(school):
    choice = school([[50], [40]], lacks={"Н-2": lack("data_consent")})
    assert change(choice, 1) == (
        "1. Оформите согласие наставляемого на обработку персональных данных.\n"
        "2. Добавьте место наставнику (М-1 Седова\u00a0П.\u00a0Л.).\n"
        "Тогда пара найдётся, например: М-1 Седова\u00a0П.\u00a0Л. (40)."
    )


def test_a_mentor_who_becomes_free_for_all_may_go_to_another(school):
    choice = school([[50], [40]], lacks={"М-1": lack("mentor_agreement")})
    assert change(choice, 0).startswith("Оформите согласие наставника (М-1 Седова\u00a0П.\u00a0Л.) быть наставником.")
    assert change(choice, 1).split("\n")[1] == (
        "2. Впишите пару Н-2/М-1 на лист «Пары» сами: при пересчёте это место получил бы другой."
    )


def test_the_chain_that_a_place_starts_is_told(board, mentee, mentor, choose):
    group = mentor("М-1", competences="лыжи", leads_group=True, capacity=2, subjects="химия")
    left = [mentee(f"Н-{number}", request="лыжи", subjects="химия") for number in (1, 2)]
    left.append(mentee("Н-3", request="лыжи", subjects="музыка"))
    found = board(left, [group, mentor("М-2", capacity=0)], forbidden=frozenset({("Н-3", "М-2")}))
    norms = replace(found.facts.norms, group_max=2)
    choice = choose(replace(found, facts=replace(found.facts, norms=norms)))
    assert choice.unpaired == (2,)
    assert change(choice, 2) == (
        "Добавьте место наставнику (М-2 Наставник\u00a0М.).\n"
        "При этом Н-2 Наставляемый\u00a0Н. перейдёт от М-1 к М-2.\n"
        "Тогда пара: М-1 Наставник\u00a0М. (60)."
    )


def test_a_talk_is_easier_than_a_rule(board, mentee, mentor, choose):
    left = [mentee("Н-1", group="обучающийся", birth_year=2010)]
    right = [mentor("М-1", group="обучающийся", birth_year=2012), mentor("М-2", group="обучающийся", birth_year=2009)]
    choice = choose(board(left, right, vetoes=frozenset({("Н-1", "М-2")})))
    assert change(choice).startswith("Обсудите отказ от пары Н-1/М-2.")


def test_nobody_else_can_be_found_among_those_who_are_the_same_person(one):
    assert change(one({"staff_code": "С-1"}, {"staff_code": "С-1"})) == (
        "Найдите ещё одного наставника: из записанных никто не может им быть."
    )


def test_too_many_changes_are_not_listed(one):
    found = one(
        {"status": "выбыл", "group": "обучающийся"},
        {"status": "выбыл"},
        lacks={"М-1": lack("mentor_agreement")},
    )
    assert change(found) == (
        "Найдите ещё одного наставника: с любым из записанных понадобилось бы больше трёх перемен."
    )


def test_without_mentors_one_has_to_be_found(board, mentee, choose):
    assert change(choose(board([mentee()], []))) == "Найдите наставника: в банке их нет."


def test_a_group_with_another_topic_can_change_it(board, mentee, mentor, choose):
    right = [mentor("М-1", competences="лыжи", leads_group=True, capacity=2)]
    choice = choose(board([mentee("Н-1", request="шахматы"), mentee("Н-2", request="лыжи")], right))
    assert change(choice).startswith(f"Согласуйте другую тему группы или снимите «Ведёт группу»: наставник М-1 {FREE}")


def test_a_stable_set_may_be_what_costs_him_the_pair(school):
    choice = school([[50]])
    stable = replace(choice, best=choice.solution, solution=replace(choice.solution, pairs=()))
    assert change(stable) == ("Выключите настройку «Устойчивые пары».\nТогда пара: М-1 Седова\u00a0П.\u00a0Л. (50).")


def test_the_whole_story_of_one_without_a_pair(school):
    assert unpaired(school([[50], [40]]), 1, 1).lines == (
        "Н-2 Громова\u00a0А.\u00a0И. – без пары.",
        "Почему:",
        "единственный подходящий наставник занят",
        "Что изменить:",
        "Добавьте место наставнику (М-1 Седова\u00a0П.\u00a0Л.).",
        "Тогда пара: М-1 Седова\u00a0П.\u00a0Л. (40).",
        "Ближайшие кандидаты:",
        "М-1 Седова Пётр Львович – 40 (мест нет)",
    )
