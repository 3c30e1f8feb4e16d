"""Codes that two rows share, that nobody has, or that are typed in another way."""

from __future__ import annotations

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.text import code_key
from mentoring_xl.people.references import ambiguous_codes, duplicate_codes, lost_codes, own_heads
from mentoring_xl.schema.tables import Answer, Consent, Employee, Mentee, Mentor, Pair, Preference, Question

MENTEE = Mentee(at=Place("Банк наставляемых", 5), code="Н-1")
MENTOR = Mentor(at=Place("Банк наставников", 5), code="М-1")
HEAD = Employee(at=Place("Персонал", 5), code="С-1")


def lost(**rows):
    tables = {Employee: [HEAD], Mentee: [MENTEE], Mentor: [MENTOR], Question: [Question(code="УУ-НД-01")]}
    tables |= {Consent: [], Answer: [], Preference: [], Pair: []}
    for row in rows.values():
        tables[type(row)] = [*tables[type(row)], row]
    return [str(finding) for finding in lost_codes(Tables(tables))]


@pytest.mark.parametrize("text", ["Н-1", " н-1 ", "H-1", "h - 1", "Н–1", "Н\u00a0-1", "H\u22121"])
def test_a_code_is_the_same_in_any_layout_case_and_dash(text):
    assert code_key(text) == "Н-1"


def test_a_code_used_twice_is_found_at_its_second_row():
    rows = [MENTEE, Mentee(at=Place("Банк наставляемых", 9), code="н–1 ")]
    assert [str(finding) for finding in duplicate_codes(rows)] == [
        "Банк наставляемых!N9  P201  код «н–1» уже занят: Банк наставляемых!N5 → Дайте одной из строк другой код."
    ]


def test_a_mentor_may_not_have_the_code_of_a_mentee_even_in_latin_letters():
    mentor = Mentor(at=Place("Банк наставников", 7), code="H-1")
    assert [str(finding) for finding in duplicate_codes([MENTEE], [mentor])] == [
        "Банк наставников!Q7  P201  код «H-1» уже занят: Банк наставляемых!N5 → Дайте одной из строк другой код."
    ]


def test_rows_without_a_code_are_not_duplicates():
    assert list(duplicate_codes([Mentee(), Mentee()])) == []


def test_a_code_with_a_sign_that_divides_codes_is_found():
    rows = [
        MENTEE,
        Mentee(at=Place("Банк наставляемых", 6), code="Н/1"),
        Mentor(at=Place("Банк наставников", 7), code="М,1"),
    ]
    assert [str(finding).partition(" → ")[0] for finding in ambiguous_codes(rows)] == [
        "Банк наставляемых!N6  P205  в коде «Н/1» стоит «/» – этим знаком разделяют коды",
        "Банк наставников!Q7  P205  в коде «М,1» стоит «,» – этим знаком разделяют коды",
    ]


def test_a_consent_of_nobody_is_found():
    assert lost(row=Consent(at=Place("Согласия", 6), person_code="Н-99")) == [
        "Согласия!B6  P202  кода «Н-99» нет на листе «Банк наставляемых» или «Банк наставников»"
        " → Исправьте код или добавьте строку с ним."
    ]


def test_an_answer_to_an_unknown_question_is_found():
    assert lost(row=Answer(at=Place("Анкеты", 5), person_code="Н-1", question_code="УУ-99")) == [
        "Анкеты!D5  P202  кода «УУ-99» нет на листе «Опросники» → Исправьте код или добавьте строку с ним."
    ]


def test_a_curator_may_answer_under_his_staff_code():
    assert lost(row=Answer(person_code="С-1", question_code="УУ-НД-01")) == []


def test_a_mentor_in_the_column_of_mentees_is_found():
    assert lost(row=Pair(at=Place("Пары", 5), mentee_code="М-1", mentor_code="М-1")) == [
        "Пары!B5  P202  кода «М-1» нет на листе «Банк наставляемых» → Исправьте код или добавьте строку с ним."
    ]


def test_a_pair_that_has_ended_may_name_people_who_are_gone():
    assert lost(row=Pair(mentee_code="Н-50", mentor_code="М-50", state="завершена")) == []


def test_heads_and_staff_codes_are_looked_up_among_the_staff():
    assert lost(
        employee=Employee(at=Place("Персонал", 6), code="С-2", head_code="С-9"),
        mentee=Mentee(at=Place("Банк наставляемых", 6), code="Н-2", head_code="С-1", staff_code="С-8"),
        preference=Preference(at=Place("Предпочтения", 5), person_code="М-1"),
    ) == [
        "Персонал!G6  P202  кода «С-9» нет на листе «Персонал» → Исправьте код или добавьте строку с ним.",
        "Банк наставляемых!AC6  P202  кода «С-8» нет на листе «Персонал» → Исправьте код или добавьте строку с ним.",
    ]


def test_a_code_in_the_wrong_layout_is_named_together_with_the_right_one():
    assert lost(row=Consent(at=Place("Согласия", 6), person_code="H-1")) == [
        "Согласия!B6  P203  код «H-1» набран не так, как «Н-1»: другая раскладка, регистр или пробел"
        " → Скопируйте код «Н-1» в эту ячейку."
    ]


def test_nobody_is_his_own_head():
    rows = [HEAD, Employee(at=Place("Персонал", 6), code="С-2", head_code="с-2")]
    assert [str(finding) for finding in own_heads(rows)] == [
        "Персонал!G6  P204  сотрудник указан руководителем самому себе → Впишите код руководителя или очистите ячейку."
    ]


def test_of_two_spellings_of_one_code_the_upper_row_is_right():
    again = Mentee(at=Place("Банк наставляемых", 6), code="н-1")
    assert lost(again=again, consent=Consent(person_code="Н-1")) == []
