"""Indicators: part of a whole, no value where the whole is empty."""

from __future__ import annotations

import datetime as dt

from mentoring_xl import monitoring
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    Employee,
    Indicator,
    Meeting,
    Mentee,
    Mentor,
    Pair,
    Programme,
    Question,
    Setting,
    Step,
    Training,
)

TODAY = dt.date(2026, 11, 20)


def filled(consented: tuple[str, ...] = (), **rows: tuple[Row, ...]) -> dict[str, Indicator]:
    """Return the filled indicators by code; tables by the names of their classes."""
    tables = Tables({table: rows.get(table.__name__, ()) for table in TABLES} | {Indicator: monitoring.INDICATORS})
    return {row.code: row for row in monitoring.fill(tables, TODAY, consented)}


def test_an_empty_whole_has_no_value_and_is_not_zero_per_cent():
    row = filled()["PAIRED"]
    assert (row.whole, row.percent, row.state) == (0, None, "нет данных")


def test_a_code_typed_in_another_layout_or_case_names_the_same_person():
    rows = filled(
        Mentee=(Mentee(code="Н-1", staff_code="с-1"), Mentee(code="Н-2")),
        Mentor=(Mentor(code="М-1"),),
        Pair=(Pair(mentee_code="h-1", mentor_code="m - 1", state="согласована"),),
        Employee=(Employee(code="С-1", experience=2), Employee(experience=1)),
        Training=(Training(state="проведено", participants="m-1, С-9"),),
    )
    assert (rows["PAIRED"].part, rows["PAIRED"].whole) == (1, 2)
    assert (rows["YOUNG"].part, rows["YOUNG"].whole) == (1, 2)
    assert (rows["TRAINED"].part, rows["TRAINED"].whole) == (1, 1)


def test_those_who_left_are_not_in_the_whole():
    mentees = (Mentee(code="Н-1"), Mentee(code="Н-2"), Mentee(code="Н-3", status="выбыл"))
    pairs = (Pair(mentee_code="Н-1", state="закреплена приказом"), Pair(mentee_code="Н-2", state="предложена"))
    row = filled(Mentee=mentees, Pair=pairs)["PAIRED"]
    assert (row.part, row.whole, row.percent) == (1, 2, 50.0)


def test_consents_are_counted_over_both_banks():
    row = filled(("М-1",), Mentee=(Mentee(code="Н-1"),), Mentor=(Mentor(code="М-1"),))["CONSENT"]
    assert (row.part, row.whole) == (1, 2)


def test_young_teachers_come_from_the_staff_list():
    staff = (
        Employee(code="С-1", experience=1.0),
        Employee(code="С-2", experience=3.0),
        Employee(code="С-3", experience=9.0),
    )
    row = filled(Employee=staff, Mentee=(Mentee(code="Н-1", staff_code="С-1"),))["YOUNG"]
    assert (row.part, row.whole, row.percent, row.state) == (1, 2, 50.0, "не достигнут")


def test_the_school_says_how_many_pupils_it_has():
    pupils = tuple(Mentee(code=f"Н-{n}", group="обучающийся") for n in range(3))
    row = filled(Mentee=pupils, Setting=(Setting(code="pupils_10_19", value="4"),))["PUPILS"]
    assert (row.part, row.whole, row.percent, row.state) == (3, 4, 75.0, "достигнут")


def test_a_mentor_is_trained_when_a_session_with_him_was_held():
    sessions = (Training(participants="М-1, С-7", state="проведено"), Training(participants="М-3", state="план"))
    mentors = (Mentor(code="М-1"), Mentor(code="М-2", staff_code="С-7"), Mentor(code="М-3"))
    assert filled(Training=sessions, Mentor=mentors)["TRAINED"].part == 2


def test_every_row_says_as_of_which_day_it_is_also_where_the_numbers_stay():
    first = filled(Mentee=(Mentee(code="Н-1"),))["PAIRED"]
    tables = Tables(dict.fromkeys(TABLES, ()) | {Mentee: (Mentee(code="Н-1"),), Indicator: (first,)})
    (again,) = monitoring.fill(tables, TODAY + dt.timedelta(days=3), ())
    assert (again.part, again.whole, again.as_of) == (0, 1, dt.date(2026, 11, 23))


def test_a_target_that_is_just_met_is_reached():
    pupils = tuple(Mentee(code=f"Н-{n}", group="обучающийся") for n in range(7))
    row = filled(Mentee=pupils, Setting=(Setting(code="pupils_10_19", value="10"),))["PUPILS"]
    assert (row.percent, row.state) == (70.0, "достигнут")


def test_a_step_without_a_code_is_counted_beside_numbered_ones():
    row = filled(Step=(Step(code="5"), Step(title="Без номера", done=True)))["PLAN"]
    assert (row.part, row.whole) == (1, 2)


def test_partners_are_the_places_that_sent_mentors_and_a_student_speaks_for_himself():
    mentors = (
        Mentor(code="М-1", group="внешний", place="Молочный комбинат"),
        Mentor(code="М-2", group="внешний", place="молочный  комбинат", forms="работодатель–ученик"),
        Mentor(code="М-3", group="внешний", place="Педагогический институт", forms="студент–ученик"),
        Mentor(code="М-4", group="педагог", place="Школа"),
        Mentor(code="М-5", group="внешний"),
    )
    row = filled(Mentor=mentors, Setting=(Setting(code="partners", value="2"),))["PARTNERS"]
    assert (row.part, row.whole, row.percent, row.state) == (1, 2, 50.0, "достигнут")


def test_the_life_of_the_pairs_is_counted_too():
    fixed = Pair(mentor_code="М-1", state="закреплена приказом", starts=dt.date(2026, 9, 1))
    rows = filled(
        Pair=(
            fixed.but(mentee_code="Н-1"),
            fixed.but(mentee_code="Н-2"),
            fixed.but(mentee_code="Н-3"),
            Pair(mentee_code="Н-4", mentor_code="М-1", state="расторгнута"),
        ),
        Meeting=(
            Meeting(pair_code="Н-1/М-1", held=dt.date(2026, 11, 16)),
            Meeting(pair_code="Н-2/М-1", held=dt.date(2026, 9, 16)),
        ),
        Programme=(Programme(pair_code="Н-1/М-1", state="завершена"), Programme(pair_code="Н-2/М-1"), Programme()),
    )
    said = {code: (rows[code].part, rows[code].whole) for code in ("MET", "ACTIVE", "KEPT", "FINISHED")}
    assert said == {"MET": (2, 3), "ACTIVE": (1, 3), "KEPT": (3, 4), "FINISHED": (1, 2)}


def test_the_card_of_the_curator_has_its_level_as_its_state():
    criteria = tuple(Question(code=f"КК-{n}", stage="карта куратора", kind="0–2") for n in range(1, 10))
    answers = tuple(Answer(person_code="С-1", question_code=f"КК-{n}", answer="2") for n in range(1, 10))
    row = filled(Question=criteria, Answer=answers)["CARD"]
    assert (row.part, row.whole, row.percent, row.state) == (18, 18, 100.0, "оптимальный уровень")
    half = filled(Question=criteria, Answer=answers[:4])["CARD"]
    assert (half.part, half.percent, half.state) == (None, None, "карта заполнена не вся")
    assert filled(Question=criteria)["CARD"].state == "нет данных"
