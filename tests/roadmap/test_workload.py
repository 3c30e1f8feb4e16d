"""Too many measures of one person that end in one week."""

from mentoring_xl.core.cell import Place
from mentoring_xl.deadlines import plan_of
from mentoring_xl.roadmap.staff import Staff
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.roadmap.workload import too_much_in_a_week
from mentoring_xl.schema.tables import Employee, Step

STAFF = (
    Employee(code="С-1", full_name="Орлова Анна Петровна", post="Директор"),
    Employee(code="С-2", full_name="Соколова Ирина Львовна", post="Учитель физики", school_class="7А"),
)


def messages(steps, staff=STAFF, limit=2):
    plan = timetable(steps, plan_of("2026"))
    return [str(finding) for finding in too_much_in_a_week(plan, Staff(staff), limit)]


def measures(*deadlines, responsible="Директор", **fields):
    return [
        Step(at=Place("Дорожная карта", row), code=str(row), deadline=day, responsible=responsible, **fields)
        for row, day in enumerate(deadlines, 11)
    ]


def test_the_first_row_over_the_limit_is_named_once_for_the_week():
    steps = measures("13 апреля", "до 15 апреля", "19.04.2026", "17.04.2026")
    assert messages(steps) == [
        "Дорожная карта!E13  R404  Директор – 4 мероприятия за неделю 13.04.2026–19.04.2026, больше 2 "
        "→ Перенесите срок или назначьте другого ответственного."
    ]
    assert messages(steps, limit=4) == []
    assert messages(steps, limit=0) == []


def test_another_week_begins_on_monday():
    assert messages(measures("18 апреля", "19 апреля", "20 апреля", "21 апреля")) == []


def test_one_person_is_counted_under_the_post_and_the_name_alike():
    steps = [
        *measures("13 апреля", "14 апреля"),
        *measures("15 апреля", responsible="Орлова А.П., классные руководители"),
    ]
    assert len(messages(steps)) == 1
    assert messages(steps, staff=()) == []


def test_a_person_named_twice_in_a_row_is_counted_once_for_it():
    assert messages(measures("13 апреля", "14 апреля", responsible="Директор; Орлова А.П.")) == []


def test_groups_have_no_limit():
    assert messages(measures(*["13 апреля"] * 9, responsible="Классные руководители, методический совет")) == []


def test_done_repeated_and_long_measures_are_not_the_work_of_one_week():
    assert messages(measures(*["13 апреля"] * 9, done=True)) == []
    assert messages(measures(*["в течение года"] * 9)) == []
    assert messages(measures(*["ежемесячно до 30 апреля"] * 9)) == []


def test_a_row_counts_for_the_responsible_that_it_takes_from_above():
    steps = [Step(code="1", responsible="Директор"), *(Step(code=f"1.{at}", deadline="13 апреля") for at in (1, 2, 3))]
    assert len(messages(steps)) == 1


def test_rows_without_a_deadline_of_their_own_do_not_count():
    rows = [Step(code=f"1.{at}", responsible="Директор") for at in range(1, 9)]
    assert messages([Step(code="1", deadline="13 апреля", responsible="Директор"), *rows]) == []
