"""The button «Проверить людей» from tables to outcome."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.actions.people import check_people
from mentoring_xl.core.cell import Place
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.buttons import ALWAYS_READ, button
from mentoring_xl.schema.tables import (
    Answer,
    Consent,
    Employee,
    Meeting,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Programme,
    Question,
)

READ = (*button("check_people").reads, *ALWAYS_READ)
TODAY = dt.date(2026, 3, 2)
SIGNED = dt.date(2025, 9, 1)
HEAD = Employee(at=Place("Персонал", 5), code="С-1", full_name="Зимин Олег Львович", post="Директор")
MENTEE = Mentee(
    at=Place("Банк наставляемых", 5),
    code="Н-1",
    full_name="Орлов  Иван Петрович",
    request="речь",
    group="педагог",
    consent_on=dt.date(2020, 1, 1),
)
MENTOR = Mentor(
    at=Place("Банк наставников", 5),
    code="М-1",
    full_name="Белова Анна Игоревна",
    competences="речь",
    group="педагог",
)
CONSENTS = (
    Consent(at=Place("Согласия", 5), person_code="Н-1", kind="обработка персональных данных", signed=SIGNED),
    Consent(at=Place("Согласия", 6), person_code="М-1", kind="обработка персональных данных", signed=SIGNED),
    Consent(at=Place("Согласия", 7), person_code="М-1", kind="работа наставником", signed=SIGNED),
)
QUESTION = Question(code="В-1", stage="до", text="Насколько комфортно?", kind="1–10")
ANSWER = Answer(at=Place("Анкеты", 5), person_code="Н-1", question_code="В-1", answer="8")
PREFERENCE = Preference(at=Place("Предпочтения", 5), person_code="М-1", first="Н-1")


def tables(**changed):
    rows = dict.fromkeys(READ, ())
    rows |= {Employee: (HEAD,), Mentee: (MENTEE,), Mentor: (MENTOR,), Consent: CONSENTS}
    rows |= {Question: (QUESTION,), Answer: (ANSWER,), Preference: (PREFERENCE,)}
    return Tables(rows | {type(found[0]): found for found in changed.values()})


def pressed(before, edits):
    values = {id(put.row): put.values for put in edits}
    return Tables({table: [row.but(**values.get(id(row), {})) for row in before[table]] for table in READ})


def test_programmes_and_meetings_get_the_names_of_their_pair():
    programme = Programme(at=Place("Программы", 5), pair_code="Н-1/М-1")
    meeting = Meeting(at=Place("Встречи", 5), pair_code="н-1/м-1", names="Прежний Человек")
    lost = Meeting(at=Place("Встречи", 6), pair_code="Н-9/М-1")
    outcome = check_people(tables(programmes=(programme,), meetings=(meeting, lost)), TODAY)
    assert [put.values for put in outcome.edits if put.row.at.sheet in {"Программы", "Встречи"}] == [
        {"mentor_name": "Белова Анна Игоревна", "mentee_name": "Орлов Иван Петрович"},
        {"names": "Белова Анна Игоревна – Орлов Иван Петрович"},
        {"names": "Белова Анна Игоревна"},
    ]


def test_names_dates_and_states_are_filled_by_code():
    outcome = check_people(tables(), TODAY)
    assert [(str(put.row.at.sheet), put.row.at.row, put.values) for put in outcome.edits] == [
        ("Банк наставляемых", 5, {"consent_on": SIGNED}),
        ("Банк наставников", 5, {"consent_on": SIGNED, "agreement_on": SIGNED}),
        ("Согласия", 5, {"full_name": "Орлов Иван Петрович", "state": "действует"}),
        ("Согласия", 6, {"full_name": "Белова Анна Игоревна", "state": "действует"}),
        ("Согласия", 7, {"full_name": "Белова Анна Игоревна", "state": "действует"}),
        ("Анкеты", 5, {"full_name": "Орлов Иван Петрович", "question": "Насколько комфортно?"}),
        ("Предпочтения", 5, {"full_name": "Белова Анна Игоревна"}),
    ]
    assert outcome.findings == ()


def test_the_summary_counts_people_and_those_with_consents():
    assert check_people(tables(), TODAY).summary == (
        "Проверено: 1 наставляемый, 1 наставник, 1 сотрудник, 3 согласия.",
        "Согласия в порядке у тех, кто участвует сейчас: наставляемые – 1 из 1, наставники – 1 из 1 "
        "(им нужно и согласие быть наставником).",
    )


def test_a_second_press_changes_nothing():
    before = tables()
    after = pressed(before, check_people(before, TODAY).edits)
    assert check_people(after, TODAY).edits == ()


def test_only_columns_of_the_program_are_written():
    for put in check_people(tables(), TODAY).edits:
        assert {put.row.spec.column(name).filled_by.name for name in put.values} == {"PROGRAM"}


def test_a_code_that_names_nobody_leaves_the_name_blank():
    stray = ANSWER.but(person_code="Н-77", full_name="Орлов Иван Петрович", question="Насколько комфортно?")
    outcome = check_people(tables(answers=(stray,)), TODAY)
    assert [put.values for put in outcome.edits if put.row is stray] == [{"full_name": ""}]
    assert [str(finding.cell) for finding in outcome.findings] == ["Анкеты!B5"]


def test_rows_that_are_only_numbered_are_passed_over():
    numbered = MENTEE.but(**{name: Mentee.spec.column(name).blank for name in Mentee.spec.fields}).but(number=2)
    emptied = Consent(at=Place("Согласия", 8), number=4, full_name="Орлов Иван Петрович", state="действует")
    outcome = check_people(tables(mentees=(MENTEE, numbered), consents=(*CONSENTS, emptied)), TODAY)
    assert outcome.findings == ()
    assert [put.values for put in outcome.edits if put.row is emptied] == [{"full_name": "", "state": ""}]


def test_findings_stand_in_the_order_of_sheets_rows_and_columns():
    outcome = check_people(
        tables(
            mentees=(MENTEE.but(request="", birth_year=2025),),
            mentors=(MENTOR.but(capacity=3), MENTOR.but(full_name="")),
            consents=CONSENTS[:2],
            answers=(ANSWER.but(answer="восемь"),),
            preferences=(PREFERENCE.but(first="М-1"),),
        ),
        TODAY,
    )
    assert [f"{finding.cell} {finding.code.code}" for finding in outcome.findings] == [
        "Банк наставляемых!D5 P501",
        "Банк наставляемых!E5 P101",
        "Банк наставников!B5 P101",
        "Банк наставников!Q5 P201",
        "Банк наставников!AB5 P508",
        "Банк наставников!AI5 P401",
        "Банк наставников!AI5 P401",
        "Согласия!E5 P406",
        "Анкеты!F5 P601",
        "Предпочтения!D5 P702",
    ]


def test_progress_names_each_check():
    told = []
    check_people(tables(), TODAY, lambda what, done, whole: told.append((what, done, whole)))
    assert told == [
        ("Ячейки", 0, 6),
        ("Коды", 1, 6),
        ("Имена", 2, 6),
        ("Возраст и стаж", 3, 6),
        ("Согласия", 4, 6),
        ("Анкеты", 5, 6),
    ]


def test_an_empty_book_has_no_findings():
    outcome = check_people(Tables(dict.fromkeys(READ, ())), TODAY)
    assert (outcome.edits, outcome.findings) == ((), ())


def test_every_check_of_people_is_part_of_the_button():
    late, early = dt.date(2026, 5, 1), dt.date(2026, 4, 1)
    outcome = check_people(
        tables(
            staff=(HEAD.but(head_code="С-1"),),
            mentees=(
                MENTEE.but(available_from=late, available_to=early),
                MENTEE.but(code="Н-1,2"),
            ),
            consents=(CONSENTS[0].but(valid_until=dt.date(2025, 8, 1)), *CONSENTS[1:]),
        ),
        TODAY,
    )
    assert {"P204", "P205", "P301", "P408", "P511"} <= {finding.code.code for finding in outcome.findings}


def test_a_pair_without_a_code_is_left_to_the_buttons_of_pairs():
    lonely = Pair(at=Place("Пары", 5), mentee_code="Н-1", state="согласована")
    assert check_people(tables(pairs=(lonely,)), TODAY).findings == ()


def test_what_is_missing_stands_beside_each_person_who_takes_part():
    before = tables(
        Mentee=[
            Mentee(at=Place("Банк наставляемых", 5), code="Н-4", full_name="Орлов Иван Петрович"),
            Mentee(at=Place("Банк наставляемых", 6), code="Н-2", full_name="Зимин Пётр Ильич", status="выбыл"),
            Mentee(at=Place("Банк наставляемых", 7), number=3),
        ]
    )
    edits = check_people(before, TODAY).edits
    assert [(edit.row.code, edit.values["missing"]) for edit in edits if "missing" in edit.values] == [
        ("Н-4", "нет согласия на обработку персональных данных")
    ]
