"""Ages, service, capacity, classes and periods against the settings."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.people.ages import ages, capacities, classes, periods, service
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Employee, Mentee, Mentor, Setting

TODAY = dt.date(2026, 3, 2)
PUPIL = {"group": "обучающийся"}
TEACHER = {"group": "педагог"}


def mentee(**values):
    return Mentee(at=Place("Банк наставляемых", 5), **values)


def mentor(**values):
    return Mentor(at=Place("Банк наставников", 5), **values)


def texts(findings):
    return [str(finding) for finding in findings]


def aged(person):
    return texts(ages([person], Settings(), TODAY))


@pytest.mark.parametrize("year", [1899, 2025, 2027, 12])
def test_an_impossible_birth_year_is_found(year):
    assert aged(mentee(birth_year=year)) == [
        f"Банк наставляемых!D5  P501  год рождения {year} невозможен → Запишите год четырьмя цифрами."
    ]


def test_a_mentee_too_young_for_the_programme_is_found():
    assert aged(mentee(birth_year=2017, **PUPIL)) == [
        "Банк наставляемых!D5  P502  в этом году наставляемому исполняется 9 лет, а программа начинается с 10 лет"
        " → Проверьте год рождения; если он верен, отложите участие."
    ]


def test_a_mentee_who_turns_ten_this_year_is_old_enough():
    assert aged(mentee(birth_year=2016, **PUPIL)) == []


def test_a_pupil_mentor_must_be_within_the_ages_of_the_settings():
    assert aged(mentor(birth_year=2012, **PUPIL)) == [
        "Банк наставников!T5  P503  наставнику-обучающемуся в этом году исполняется 14 лет, а нужно от 15 до 19 лет"
        " → Проверьте год рождения и группу."
    ]
    assert aged(mentor(birth_year=2005, **PUPIL)) != []


@pytest.mark.parametrize("year", [2011, 2007, 2006])
def test_a_pupil_mentor_who_may_be_fifteen_to_nineteen_is_fine(year):
    assert aged(mentor(birth_year=year, **PUPIL)) == []


def test_a_pupil_without_a_birth_year_is_found():
    assert aged(mentee(**PUPIL)) == [
        "Банк наставляемых!D5  P504  у обучающегося не указан год рождения → Впишите год рождения четырьмя цифрами."
    ]


@pytest.mark.parametrize("person", [mentee(**TEACHER), mentor(birth_year=1960, **TEACHER)])
def test_a_teacher_may_give_a_birth_year_or_not(person):
    assert aged(person) == []


def test_impossible_years_of_service_are_found_on_every_sheet():
    rows = [Employee(at=Place("Персонал", 5), experience=-1.0), mentee(experience=1998.0)]
    assert texts(service(rows, Settings())) == [
        "Персонал!I5  P505  стаж -1 невозможен → Исправьте стаж: число лет.",
        "Банк наставляемых!T5  P505  стаж 1998 невозможен → Исправьте стаж: число лет.",
    ]


def test_little_service_of_a_teacher_mentor_is_noted():
    assert texts(service([mentor(experience=2.5, **TEACHER)], Settings())) == [
        "Банк наставников!X5  P506  стаж наставника – 2,5 года, обычно нужен от 5 лет"
        " → Убедитесь, что наставник готов, или измените порог в «Настройках»."
    ]


def test_a_mentee_or_an_outsider_needs_no_service():
    assert list(service([mentee(experience=0.0, **TEACHER), mentor(experience=1.0, group="внешний")], Settings())) == []


def test_a_negative_capacity_is_found():
    assert texts(capacities([mentor(capacity=-1)], Settings())) == [
        "Банк наставников!AB5  P507  число наставляемых не может быть меньше нуля"
        " → Впишите 0, если наставник никого не берёт."
    ]


def test_a_teacher_above_the_usual_load_is_found():
    assert texts(capacities([mentor(capacity=3, **TEACHER)], Settings())) == [
        "Банк наставников!AB5  P508  3 – больше обычной нагрузки педагога (2)"
        " → Проверьте число; если всё верно, оставьте его."
    ]


def test_a_group_above_the_largest_is_found_once():
    assert texts(capacities([mentor(capacity=5, **TEACHER)], Settings())) == [
        "Банк наставников!AB5  P509  5 – больше наибольшей группы (4)"
        " → Уменьшите число или измените наибольшую группу в «Настройках»."
    ]


@pytest.mark.parametrize("values", [{"capacity": 0}, {}, {"capacity": 4, **PUPIL}, {"capacity": 2, **TEACHER}])
def test_an_ordinary_capacity_is_fine(values):
    assert list(capacities([mentor(**values)], Settings())) == []


def test_the_school_sets_its_own_usual_load():
    settings = Settings([Setting(code="usual_load", value="3")])
    assert list(capacities([mentor(capacity=3, **TEACHER)], settings)) == []


@pytest.mark.parametrize("text", ["8Б", "8 «Б»", "10-а", "11", "8б класс", "2 курс", "ИС-21", "группа 3", ""])
def test_a_class_may_be_written_in_the_usual_ways(text):
    assert list(classes([mentee(school_class=text)])) == []


@pytest.mark.parametrize("text", ["8B", "Б8", "восьмой", "13А", "0А"])
def test_a_class_that_cannot_be_read_is_noted(text):
    assert texts(classes([mentee(school_class=text)])) == [
        f"Банк наставляемых!Q5  P510  класс «{text}» не читается → Запишите класс, например 8Б."
    ]


def test_an_employee_may_have_two_classes():
    assert list(classes([Employee(school_class="7А, 7Б")])) == []


def test_a_period_that_ends_before_it_begins_is_found():
    person = mentee(available_from=dt.date(2026, 9, 1), available_to=dt.date(2026, 5, 31))
    assert texts(periods([person])) == [
        "Банк наставляемых!AE5  P511  31.05.2026 – раньше начала 01.09.2026 → Поменяйте даты местами или исправьте год."
    ]


def test_a_period_of_a_single_day_is_fine():
    day = dt.date(2026, 5, 20)
    assert list(periods([mentee(available_from=day, available_to=day)])) == []


def test_seventy_years_of_service_are_the_most():
    assert texts(service([mentor(experience=70.0)], Settings())) == []
    assert [text.split("  ")[1] for text in texts(service([mentor(experience=71.0)], Settings()))] == ["P505"]
