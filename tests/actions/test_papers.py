"""All papers of a book by kind, and the names whose forms a person is asked to confirm."""

from __future__ import annotations

import pytest

from mentoring_xl.actions import case_forms, papers
from mentoring_xl.actions.orders import fill_orders
from mentoring_xl.core.edit import Append
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.tables import CaseForms, Employee, Mentee, Mentor, Setting
from tests.documents.cases import school


@pytest.mark.parametrize("kind", papers.KINDS, ids=lambda kind: kind.folder)
def test_every_paper_lies_in_the_folder_of_its_kind(kind: papers.Kind):
    made = papers.papers(school.tables(), school.TODAY, [kind])
    assert made
    assert {paper.folder for paper in made} == {kind.folder}


def test_progress_names_the_folders():
    told = []
    papers.papers(school.tables(), school.TODAY, papers.KINDS[:2], lambda *step: told.append(step))
    assert told == [("Приказы", 0, 2), (papers.KINDS[1].folder, 1, 2)]


@pytest.mark.parametrize(
    ("names", "folders"),
    [
        (["приказы"], ["Приказы"]),
        (["справ", "ПРИКАЗ"], ["Приказы", "Справки и отчёты"]),
        (["п"], ["Приказы", "Программы"]),
    ],
)
def test_kinds_are_called_by_their_first_letters_and_keep_their_order(names: list[str], folders: list[str]):
    assert [kind.folder for kind in papers.chosen_kinds(names)] == folders


def test_no_name_calls_all_kinds_and_a_wrong_one_is_refused():
    assert papers.chosen_kinds([]) == papers.KINDS
    with pytest.raises(BookError, match="Документов «письма» нет"):
        papers.chosen_kinds(["приказы", "письма"])


def test_a_template_may_use_the_words_of_the_settings_and_the_staff():
    words = papers.template_words(school.tables(), school.TODAY)
    assert words["краткое название"].values == ("МБОУ СШ № 12",)
    assert [person.full_name for person in words["кураторы"].values] == ["Лазурок Олег Львович"]


def tables(*forms: CaseForms) -> Tables:
    staff = (Employee(code="С-1", full_name="Лазурок Олег Львович", post="учитель, завуч"),)
    mentees = (
        Mentee(code="Н-1", full_name="Никитина Илья Петрович", gender="м"),
        Mentee(code="Н-2", full_name="Кучеренок Олег Львович", gender="м", status="выбыл"),
    )
    mentors = (Mentor(code="М-1", full_name="Иванова Анна Петровна", gender="ж", post="учитель"),)
    return Tables({Setting: (), Employee: staff, Mentee: mentees, Mentor: mentors, CaseForms: forms})


def test_doubtful_names_and_posts_of_those_who_take_part_are_proposed():
    (append,) = case_forms.proposals(tables())
    assert [row.text for row in append.rows] == ["Лазурок Олег Львович", "Никитина Илья Петрович", "учитель, завуч"]
    assert [row.checked for row in append.rows] == [False, False, False]


def test_a_second_press_proposes_nothing():
    (append,) = case_forms.proposals(tables())
    assert case_forms.proposals(tables(*append.rows)) == ()


def test_only_confirmed_forms_win():
    (append,) = case_forms.proposals(tables())
    first, *others = append.rows
    confirmed = case_forms.overrides(tables(first.but(dative="Лазурку Олегу Львовичу", checked=True), *others))
    assert confirmed["Лазурок Олег Львович", "dative"] == "Лазурку Олегу Львовичу"
    assert {name for name, _ in confirmed} == {"Лазурок Олег Львович"}


def test_filling_the_orders_lists_doubtful_names_once_for_a_person_to_confirm():
    before = school.tables().but({CaseForms: ()})
    edits = fill_orders(before, school.TODAY).edits
    (append,) = (edit for edit in edits if isinstance(edit, Append) and edit.table is CaseForms)
    assert "Лазурок Олег Львович" in [row.text for row in append.rows]
    again = fill_orders(before.but({CaseForms: append.rows}), school.TODAY)
    assert not [edit for edit in again.edits if isinstance(edit, Append) and edit.table is CaseForms]
