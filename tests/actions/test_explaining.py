"""«Почему эта пара» finds out what is selected and tells its story; nothing is written."""

from __future__ import annotations

import json

import pytest

from mentoring_xl.actions.explaining import explain_pair, explained
from mentoring_xl.core.cell import Place
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.selection import Selection
from mentoring_xl.matching.picturing import heatmap
from mentoring_xl.schema.tables import Mentee, Mentor, Pair, Unpaired
from tests.actions.test_pairs import TODAY, pair
from tests.actions.test_what_if import MENTEES, MENTORS, tables

SELECT = (
    "Выберите строку листа «Пары», «Без пары», «Банк наставляемых» или «Банк наставников» либо клетку листа "
    "«Карта подбора» и нажмите кнопку снова."
)


def placed(rows):
    """Give the rows of every table that can be selected the places that they have in a new book."""
    return {
        table: tuple(table(at=Place(table.spec.sheet, number), **row.values()) for number, row in enumerate(found, 5))
        if table in {Mentee, Mentor, Pair, Unpaired}
        else found
        for table, found in rows.items()
    }


def asked(rows, sheet, row, column=1, values=()):
    outcome = explain_pair(Tables(placed(rows)), TODAY, selection=Selection(sheet, row, column, values))
    assert (outcome.edits, outcome.findings) == ((), ())
    return plain(outcome.summary)


def plain(lines):
    """Put common spaces for the no-break ones inside names."""
    return tuple(line.replace("\u00a0", " ") for line in lines)


def told(*who, **changes):
    return explained(Tables(tables(**changes)), TODAY, who)


PROPOSED = [pair("Н-1", "М-1", state="предложена"), pair("Н-2", "М-2", state="предложена")]


def test_a_row_of_the_pairs_is_explained():
    said = asked(tables(pairs=PROPOSED), "Пары", 6)
    assert said[0] == "Н-2 Громов И. О. – М-2 Седова Н. Л.: 75 баллов, пара предложена."
    assert "За: общие интересы – театр, кино, вязание (7,5 из 10)" in said


def test_a_row_of_those_without_a_pair_is_explained():
    rows = {**tables(pairs=PROPOSED), Unpaired: (Unpaired(mentee_code="Н-10"),)}
    said = asked(rows, "Без пары", 5)
    assert said[:3] == ("Н-10 Зуев П. И. – без пары.", "Почему:", "все подходящие наставники заняты – 2")
    assert "Что изменить:" in said


@pytest.mark.parametrize(
    ("sheet", "row", "said"),
    [
        ("Банк наставляемых", 5, "Н-1 Белова А. Ю. – М-1 Орлова В. П.: 100 баллов, пара предложена."),
        ("Банк наставляемых", 7, "Н-10 Зуев П. И. – без пары."),
        ("Банк наставников", 6, "М-2 Седова Н. Л.: наставляемых 1, свободных мест 0."),
    ],
)
def test_a_row_of_a_bank_is_explained(sheet, row, said):
    assert asked(tables(), sheet, row)[0] == said


def test_a_cell_of_the_map_is_about_its_row_and_its_column():
    values = (("", "", "Седова Н. Л."), ("Код", "Наставляемый", "М-2"), ("", "", "1 из 1"), ("Н-1", "Белова А. Ю.", 25))
    said = "Н-1 Белова А. Ю. – М-2 Седова Н. Л.: 25 баллов, пара не предложена."
    assert asked(tables(), heatmap.SHEET, 4, 3, values)[0] == said
    assert asked(tables(), heatmap.SHEET, 4, 2, values)[0].startswith("Н-1 Белова А. Ю. – М-1 Орлова В. П.")
    assert asked(tables(), heatmap.SHEET, 2, 3, values)[0] == "М-2 Седова Н. Л.: наставляемых 1, свободных мест 0."
    assert asked(tables(), heatmap.SHEET, 40, 3, values) == (SELECT,)


@pytest.mark.parametrize("place", [("Персонал", 5), ("Пары", 40), ("Пары", 4)])
def test_on_another_sheet_or_an_empty_row_one_sentence_says_what_to_select(place):
    assert asked(tables(pairs=PROPOSED), *place) == (SELECT,)


def test_without_a_selected_cell_the_same_is_said():
    assert explain_pair(Tables(tables()), TODAY).summary == (SELECT,)


def test_a_code_that_names_nobody_is_told():
    rows = tables(pairs=[pair("Н-1", "М-77", state="согласована")])
    assert asked(rows, "Пары", 5) == (
        "Кода «М-77» на листе «Банк наставников» нет. Исправьте код и нажмите кнопку снова.",
    )


def test_a_proposal_that_would_not_be_made_any_more_is_told():
    assert asked(tables(pairs=[pair("Н-10", "М-1", state="предложена")]), "Пары", 5)[-1] == (
        "На листе «Пары» она предложена, а по нынешним данным и настройкам – нет: нажмите «Пересчитать пары»."
    )


def test_a_pair_that_is_over_is_told():
    assert asked(tables(pairs=[pair("Н-1", "М-1", state="расторгнута")]), "Пары", 5)[-1] == (
        "На листе «Пары» эта пара расторгнута."
    )


def test_people_are_named_by_code_by_name_or_by_the_code_of_the_pair_in_any_order():
    title = "Н-1 Белова А. Ю. – М-2 Седова Н. Л.: 25 баллов, пара не предложена."
    for who in (("Н-1", "М-2"), ("М-2", "Н-1"), ("h-1 ", "m-2"), ("Н-1/М-2",), ("Белова Анна Юрьевна", "М-2")):
        assert plain(told(*who).lines)[0] == title


def test_a_mentee_with_two_mentors_gets_both_stories():
    wishing = (MENTEES[0].but(mentors_wanted=2),)
    lines = plain(told("Н-1", mentees=wishing).lines)
    titles = [line for line in lines if line.startswith("Н-1 ")]
    assert titles == [
        "Н-1 Белова А. Ю. – М-1 Орлова В. П.: 100 баллов, пара предложена.",
        "Н-1 Белова А. Ю. – М-2 Седова Н. Л.: 25 баллов, пара предложена.",
    ]
    assert lines[lines.index(titles[1]) - 1] == ""


@pytest.mark.parametrize(
    ("values", "pairs", "said"),
    [
        ({"status": "Выбыл"}, (), "статус «выбыл»"),
        ({"passed": True}, (), "стоит «Отметка о прохождении»"),
        ({"finished": TODAY}, (), "программа завершена 01.12.2026"),
        ({"mentors_wanted": 0}, (), "в «Сколько наставников» стоит 0"),
        ({}, (pair("Н-1", "М-2", state="завершена"),), "пара с наставником М-2 завершена"),
        (
            {},
            (pair("Н-1", "М-9", state="согласована"),),
            "есть действующая пара с М-9, кого нет в банке наставников",
        ),
    ],
)
def test_who_does_not_wait_is_told_the_cause(values, pairs, said):
    found = told("Н-1", mentees=(MENTEES[0].but(**values),), pairs=pairs)
    assert plain(found.lines) == (f"Н-1 Белова А. Ю. – наставник сейчас не подбирается: {said}.",)


def test_who_waits_for_one_more_beside_a_stranger_is_told_so():
    one = (MENTEES[0].but(mentors_wanted=2),)
    held = (pair("Н-1", "М-9", state="согласована"),)
    assert plain(told("Н-1", mentees=one, mentors=(MENTORS[0].but(capacity=0),), pairs=held).lines) == (
        "Н-1 Белова А. Ю. – ещё одного наставника не нашлось: "
        "есть действующая пара с М-9, кого нет в банке наставников.",
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"status": "отказ"}, "статус «отказ»"),
        ({"capacity": 0}, "мест нет"),
        (
            {"competences": "вязание", "subjects": ""},
            "подходит 1 наставляемому, но лучший набор пар обходится без него",
        ),
    ],
)
def test_a_mentor_left_over_is_told_why(values, said):
    mentors = (MENTORS[0], MENTORS[1].but(**values))
    lines = plain(told("М-2", mentees=MENTEES[:1], mentors=mentors).lines)
    assert lines[1] == f"Почему никого: {said}."


def test_with_nobody_waiting_that_is_why_a_mentor_is_left_over():
    gone = (MENTEES[0].but(status="выбыл"),)
    assert plain(told("М-2", mentees=gone).lines)[1] == "Почему никого: наставляемых, которым нужна пара, нет."


def test_a_code_is_found_without_its_zeros_unless_another_has_them_not():
    people = (MENTEES[0].but(code="Н-01"), MENTEES[1].but(code="Н-1"), MENTEES[2].but(code="Н-002"))
    assert told("Н-1", mentees=people).data["pairs"][0]["mentee"] == "Н-1"
    assert told("Н-0002/М-01", mentees=people).data["pairs"][0]["mentee"] == "Н-002"
    with pytest.raises(BookError, match="несколько: Н-01, Н-1"):
        told("Н-001", mentees=people)


def test_a_mentor_is_told_with_his_mentees_and_the_worth_of_another_place():
    assert plain(told("М-1").lines) == (
        "М-1 Орлова В. П.: наставляемых 1, свободных мест 0.",
        "С кем: Н-1 Белова А. Ю. (100).",
        "Ещё одно место прибавило бы всему подбору: ещё один человек с парой и 50 баллов.",
    )


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (
            ("Н-99",),
            "«Н-99» нет ни в банке наставляемых, ни в банке наставников. Укажите код или полное имя и повторите.",
        ),
        (("Н-1", "М-2", "М-1"), "Укажите одного человека или двоих: наставляемого и наставника – и повторите."),
        (
            ("Н-1", "Н-2"),
            "«Н-1» и «Н-2» – оба наставляемые. Укажите наставляемого и наставника и повторите.",
        ),
        (
            ("М-1", "М-2"),
            "«М-1» и «М-2» – оба наставники. Укажите наставляемого и наставника и повторите.",
        ),
    ],
)
def test_nobody_of_that_name_is_one_sentence(who, said):
    with pytest.raises(BookError) as refused:
        told(*who)
    assert str(refused.value) == said


def test_programs_get_the_same_as_data():
    (found,) = told("Н-1").data["pairs"]
    assert (found["mentee"], found["mentor"], found["standpoint"], found["points"]) == ("Н-1", "М-1", "proposed", 100.0)
    assert found["replacement"] == {"mentor": None, "people_lost": 0, "points_lost": 50.0}
    assert found["lines"][0].startswith("Н-1 Белова")
    json.dumps(told("Н-10").data)
    assert told("М-1").data["mentees"] == ["Н-1"]
    assert told("Н-10").data["reason"] == ["все подходящие наставники заняты – 2"]
