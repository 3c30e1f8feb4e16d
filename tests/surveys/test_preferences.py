"""Ranks and refusals after the group meeting."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.cell import Place
from mentoring_xl.schema.tables import Mentee, Mentor, Preference
from mentoring_xl.surveys import wishes

MENTEES = (Mentee(code="Н-1"), Mentee(code="Н-2"))
MENTORS = (Mentor(code="М-1"), Mentor(code="М-2"), Mentor(code="М-3"), Mentor(code="М-4"))


def row(person_code, *places, at=5, **values):
    named = dict(zip(("first", "second", "third"), places, strict=False))
    return Preference(at=Place("Предпочтения", at), person_code=person_code, **named, **values)


def read(*rows):
    return wishes(rows, MENTEES, MENTORS)


def found(*rows):
    return [str(finding) for finding in read(*rows).findings]


def test_both_sides_rank_and_refuse_by_codes():
    read_wishes = read(row("Н-1", "М-2", "М-1", veto="М-3, М-4"), row("М-2", "", "Н-1", veto="Н-2", at=6))
    assert read_wishes.ranks == {("Н-1", "М-2"): 1, ("Н-1", "М-1"): 2, ("М-2", "Н-1"): 2}
    assert read_wishes.vetoes == {("Н-1", "М-3"), ("Н-1", "М-4"), ("М-2", "Н-2")}
    assert read_wishes.findings == ()


def test_codes_in_another_layout_come_out_as_the_banks_write_them():
    assert read(row(" h-1", "m-2")).ranks == {("Н-1", "М-2"): 1}


def test_a_row_of_nobody_is_passed_over():
    assert read(row("Н-9", "М-1"), row("", "М-1", at=6)) == wishes([], MENTEES, MENTORS)


def test_a_choice_that_names_nobody_is_found_and_does_not_count():
    assert found(row("Н-1", "М-99")) == [
        "Предпочтения!D5  P701  кода «М-99» нет на листе «Банк наставников» → Впишите код с листа «Банк наставников»."
    ]
    assert read(row("Н-1", "М-99", "М-1")).ranks == {("Н-1", "М-1"): 2}


def test_nobody_chooses_himself():
    assert found(row("М-1", "М-1")) == [
        "Предпочтения!D5  P702  участник назвал самого себя → Впишите код с листа «Банк наставляемых»."
    ]


def test_a_mentee_does_not_choose_a_mentee():
    assert found(row("Н-1", "", "Н-2")) == [
        "Предпочтения!E5  P703  «Н-2» – тоже наставляемый → Впишите код с листа «Банк наставников»."
    ]


def test_of_two_places_for_one_person_the_higher_counts():
    twice = row("Н-1", "М-1", "М-1")
    assert found(twice) == ["Предпочтения!E5  P704  «М-1» назван дважды → Оставьте этот код на одном месте."]
    assert read(twice).ranks == {("Н-1", "М-1"): 1}


def test_a_refusal_is_stronger_than_a_place():
    both = row("Н-1", "М-1", veto="М-1")
    assert found(both) == [
        "Предпочтения!D5  P705  «М-1» стоит и среди мест, и в столбце «Ни за что» → Уберите код из одной ячейки."
    ]
    assert (read(both).ranks, read(both).vetoes) == ({}, {("Н-1", "М-1")})


def test_of_two_rows_of_one_person_the_later_counts():
    late = row("Н-1", "М-1", answered=dt.date(2026, 2, 2))
    early = row("Н-1", "М-2", at=6, answered=dt.date(2026, 2, 1))
    assert found(late, early) == [
        "Предпочтения!B6  P706  участник уже ответил: Предпочтения!B5 → Оставьте одну строку."
    ]
    assert read(late, early).ranks == {("Н-1", "М-1"): 1}
