"""A built-in roadmap moved to another year and another school."""

import dataclasses

import pytest

from mentoring_xl.roadmap import builtin, for_year


def deadlines(plan):
    return [row.deadline for row in plan.rows if row.deadline]


def test_deadlines_title_and_stamp_move_to_the_year_of_the_plan():
    plan = for_year(builtin("bemyzh"), "2026")
    assert deadlines(plan) == [
        *["Март 2026"] * 5,
        "В соответствии с дорожной картой",
        "до 20 апреля 2026г.",
        "до 20 апреля 2026 г.",
        "до 20 апреля 2026 г.",
        "по отдельному плану",
        "в течение года",
        "В соответствии с сороками реализации программ наставничества",
        "Апрель-декабрь 2026 г.",
        "Декабрь 2026",
        "Апрель-декабрь 2026 г.",
    ]
    assert plan.title[2] == "в МКОУ Бемыжская средняя школа на 2026 год"
    assert plan.stamp[3:] == ("_____ М.В. Усачева", "«___» __________ 20___ г.")
    assert plan.period == "2026"


def test_nothing_but_the_deadlines_of_the_rows_changes():
    old, new = builtin("bemyzh"), for_year(builtin("bemyzh"), "2026")
    assert [row.but(deadline="") for row in new.rows] == [row.but(deadline="") for row in old.rows]


def test_the_date_of_a_legal_act_never_changes():
    act = "Изучение Распоряжения № Р-145 от 25 декабря 2023 г. «О школах на 2023 год»"
    source = builtin("bemyzh")
    source = dataclasses.replace(source, title=(act,), rows=(source.rows[0].but(deadline="от 01.02.2023, март 2023"),))
    plan = for_year(source, "2026")
    assert plan.title == (act,)
    assert deadlines(plan) == ["от 01.02.2023, март 2026"]


def test_in_a_school_year_spring_falls_in_the_second_year_and_autumn_in_the_first():
    plan = for_year(builtin("bemyzh"), "2026/2027")
    assert deadlines(plan)[0] == "Март 2027"
    assert deadlines(plan)[6] == "до 20 апреля 2027г."
    assert deadlines(plan)[13] == "Декабрь 2026"
    assert plan.title[2] == "в МКОУ Бемыжская средняя школа на 2026/2027 учебный год"


def test_a_roadmap_without_years_only_learns_its_period():
    assert for_year(builtin("gymnasium6"), "2026") == dataclasses.replace(builtin("gymnasium6"), period="2026")


def test_an_empty_period_keeps_the_year_of_the_source():
    assert for_year(builtin("bemyzh"), "") == builtin("bemyzh")


def test_the_period_may_be_written_out():
    assert for_year(builtin("bemyzh"), "2026-2027 учебный год").period == "2026/2027"
    assert for_year(builtin("bemyzh"), "2026–27").period == "2026/2027"


@pytest.mark.parametrize("period", ["скоро", "2026-2028", "31.02"])
def test_a_period_that_cannot_be_read_is_refused(period):
    with pytest.raises(ValueError):
        for_year(builtin("bemyzh"), period)


def test_another_school_has_its_name_in_title_stamp_and_rows_and_a_blank_for_its_director():
    plan = for_year(builtin("bemyzh"), "2026", "МБОУ «Школа № 1»")
    assert plan.stamp == ("УТВЕРЖДАЮ", "директор МБОУ «Школа № 1»", "_____", "«___» __________ 20___ г.")
    assert plan.title[2] == "в МБОУ «Школа № 1» на 2026 год"
    assert plan.rows[0].section.endswith("обучающихся в МБОУ «Школа № 1»")
    assert not any("Бемыж" in str(value) for row in plan.rows for value in row.values().values())


def test_the_name_of_the_director_is_put_where_it_is_given():
    plan = for_year(builtin("gymnasium6"), "2026", "МБОУ «Школа № 1»", "И.И. Иванова")
    assert plan.stamp == ("УТВЕРЖДАЮ", "директор МБОУ «Школа № 1»", "И.И. Иванова")


def test_the_school_is_not_renamed_inside_the_name_of_a_legal_act():
    act = "Приказ от 01.02.2020 № 5 «О базе в МКОУ Бемыжская средняя школа»"
    source = builtin("bemyzh")
    plan = for_year(dataclasses.replace(source, rows=(source.rows[0].but(title=act),)), "2026", "МБОУ «Школа № 1»")
    assert plan.rows[0].title == act


def test_a_line_of_the_stamp_that_was_only_the_directors_name_becomes_a_blank_to_sign_on():
    plan = for_year(builtin("gymnasium6"), "2026", "МБОУ «Школа № 1»")
    assert plan.stamp == ("УТВЕРЖДАЮ", "директор МБОУ «Школа № 1»", "_____")
