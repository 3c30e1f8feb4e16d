"""Points: what each criterion gives, and what is done with missing data."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from mentoring_xl.matching.facts import Norms
from mentoring_xl.matching.scores import score


@pytest.fixture
def value(facts, rules, mentee, mentor):
    """Weigh one pair by one criterion."""

    def weigh(criterion, left, right, **known):
        found = score(facts([mentee(**left)], [mentor(**right)], **known), rules(only={criterion}, **{criterion: "10"}))
        return round(float(found.values[0, 0, 0]), 2)

    return weigh


@pytest.mark.parametrize(
    ("criterion", "left", "right", "expected"),
    [
        ("request", {"request": "дисциплина на уроке"}, {"competences": "дисциплина на уроке"}, 1),
        ("request", {"request": "лыжи", "deficits": "химия"}, {"competences": "химия"}, 0.5),
        ("subject", {"subjects": "химия, физика"}, {"subjects": "Химия"}, 1),
        ("subject", {"subjects": "химия"}, {"subjects": "история"}, 0),
        ("subject", {"subjects": "физика"}, {"subjects": "астрономия"}, 0.5),
        ("subject", {"subjects": "алгебра"}, {"subjects": "математика"}, 1),
        ("subject", {"subjects": "физическая культура"}, {"subjects": "физика"}, 0),
        ("interests", {"interests": "шахматы, лыжи"}, {"interests": "лыжи, чтение"}, 0.5),
        ("interests", {"interests": "рисование"}, {"interests": "живопись"}, 0.5),
        ("model", {"wished_model": "Равный - равному"}, {"models": "лидер – пассивный, равный – равному"}, 1),
        ("model", {"wished_model": "равный – равному"}, {"models": "лидер – пассивный"}, 0),
        ("experience", {"experience": 1}, {"experience": 20, "category": "высшая"}, 1),
        ("experience", {"experience": 4}, {"experience": 5}, 0.2),
        ("experience", {"experience": 9}, {"experience": 5, "category": "первая"}, 0.35),
        ("experience", {}, {"category": "соответствие"}, 0.3),
        ("age", {"birth_year": 2013}, {"wished_age": "12–14"}, 1),
        ("age", {"birth_year": 2011}, {"wished_age": "12–13"}, 0.5),
        ("age", {"school_class": "9А"}, {"wished_age": "классы 5–7"}, 0),
        ("time", {}, {"time": "30 минут в неделю"}, 0.5),
        ("time", {}, {"time": "3 часа в неделю"}, 1),
        ("form", {}, {}, 1),
        ("form", {"group": "обучающийся"}, {}, 0),
        ("place", {}, {}, 1),
    ],
)
def test_a_criterion_gives_from_nothing_to_one(value, criterion, left, right, expected):
    assert value(criterion, left, right) == expected


@pytest.mark.parametrize(
    ("criterion", "left", "right"),
    [
        ("request", {"request": "дисциплина"}, {}),
        ("subject", {}, {"subjects": "химия"}),
        ("interests", {"interests": "лыжи"}, {}),
        ("model", {"wished_model": "равный – равному"}, {}),
        ("model", {}, {"models": "лидер – пассивный"}),
        ("experience", {}, {"experience": 20}),
        ("age", {}, {"wished_age": "12–14"}),
        ("age", {"birth_year": 2012}, {"wished_age": "молодые специалисты"}),
        ("time", {"available_to": dt.date(2027, 1, 31)}, {"time": "по договорённости"}),
        ("preference", {}, {}),
        ("previous", {}, {}),
        ("place", {}, {"group": "внешний", "place": "завод"}),
    ],
)
def test_a_side_without_data_leaves_the_criterion_unknown(value, criterion, left, right):
    assert math.isnan(value(criterion, left, right))


def test_the_common_time_is_the_share_of_the_mentees_time(value):
    left = {"available_from": dt.date(2026, 12, 1), "available_to": dt.date(2026, 12, 10)}
    assert value("time", left, {"available_to": dt.date(2026, 12, 4)}) == 0.4


def test_an_outsider_of_this_school_is_near(value):
    norms = Norms(schools=("МБОУ СОШ № 5",))
    assert value("place", {}, {"group": "внешний", "place": "МБОУ СОШ №5"}, norms=norms) == 1
    assert value("place", {}, {"group": "внешний", "place": "завод"}, norms=norms) == 0


def test_choices_of_both_sides_are_weighed_alike(facts, rules, mentee, mentor):
    ranks = {("Н-1", "М-1"): 1, ("Н-1", "М-2"): 3, ("М-1", "Н-1"): 2}
    people = facts([mentee()], [mentor("М-1"), mentor("М-2"), mentor("М-3")], ranks=ranks)
    assert score(people, rules(only={"preference"})).tenths.tolist() == [[900, 600, 0]]


def test_two_who_finished_together_are_remembered(value):
    assert value("previous", {}, {}, finished=frozenset({("Н-1", "М-1")})) == 1


def test_what_is_unknown_lowers_the_certainty_and_not_the_points(facts, rules, mentee, mentor):
    left = [mentee("Н-1", subjects="химия", interests="лыжи"), mentee("Н-2", subjects="химия"), mentee("Н-3")]
    found = score(facts(left, [mentor(subjects="химия", interests="шахматы")]), rules(only={"subject", "interests"}))
    assert found.tenths.tolist() == [[667], [1000], [0]]
    assert (found.certainty * 100).round().tolist() == [[100], [67], [0]]


def test_points_of_two_people_do_not_depend_on_the_others(facts, rules, mentee, mentor):
    left, right = mentee(request="уроки химии", subjects="химия"), mentor(competences="химия", subjects="химия")
    crowd = facts([left, mentee("Н-2", request="химия; лыжи")], [right, mentor("М-2", competences="уроки химии")])
    assert score(crowd, rules()).tenths[0, 0] == score(facts([left], [right]), rules()).tenths[0, 0] == 940


def test_nobody_and_nothing_to_weigh_are_no_error(facts, rules):
    assert score(facts([], []), rules()).tenths.shape == (0, 0)
    assert score(facts(), rules(only={"нет такого"})).tenths.tolist() == [[0]]


def test_the_lead_in_service_is_measured_by_the_norm_of_the_school(value):
    assert value("experience", {"experience": 4}, {"experience": 5}, norms=Norms(experience=10)) == 0.1
    assert value("experience", {"experience": 4}, {"experience": 5}, norms=Norms(experience=0)) == 1
