"""The form of mentoring that fits two people."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.forms import fitting_form, mentee_side, mentor_side


@pytest.fixture
def form(mentee, mentor):
    def find(left, right, wished="", forms="", **values):
        one = mentee_side(mentee(group=left, wished_form=wished))
        return fitting_form(one, mentor_side(mentor(group=right, forms=forms, **values)))

    return find


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("педагог", "педагог", "учитель–учитель"),
        ("обучающийся", "обучающийся", "ученик–ученик"),
        ("Обучающийся", "Внешний", "работодатель–ученик"),
        ("внешний", "внешний", "работодатель–студент"),
        ("обучающийся", "педагог", None),
        ("педагог", "обучающийся", None),
        ("", "педагог", ""),
    ],
)
def test_the_groups_decide_the_form(form, left, right, expected):
    assert form(left, right) == expected


def test_an_outsider_who_studies_comes_as_a_student(form):
    assert form("обучающийся", "внешний", post="студентка 3 курса") == "студент–ученик"


def test_the_mentor_says_as_what_he_comes(form):
    assert form("обучающийся", "внешний", forms="студент - ученик") == "студент–ученик"


def test_a_wish_that_the_mentor_is_not_ready_for_leaves_no_form(form):
    assert form("обучающийся", "внешний", wished="студент–ученик", forms="работодатель–ученик") is None


def test_a_form_of_the_schools_own_counts_when_it_is_named(form):
    assert form("обучающийся", "педагог", forms="учитель–учитель, педагог–ученик") == "педагог–ученик"
