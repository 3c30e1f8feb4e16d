"""Indicators: part of a whole, no value where the whole is empty."""

from __future__ import annotations

import datetime as dt

from mentoring_xl import monitoring
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.monitoring.indicators import satisfied
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    Employee,
    Indicator,
    Meeting,
    Mentee,
    Mentor,
    Notice,
    Pair,
    Question,
    Setting,
    Step,
    Training,
    Unpaired,
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


MARK, GLAD = Question(kind="1–10", text="Комфорт"), Question(kind="да/нет", text="Рады ли вы участвовать?")


def test_satisfied_is_the_mean_from_the_threshold_and_gladness():
    assert satisfied([(MARK, "8"), (MARK, "6"), (GLAD, "да")], 7)
    assert not satisfied([(MARK, "8"), (MARK, "5"), (GLAD, "да")], 7)
    assert not satisfied([(MARK, "10"), (GLAD, "нет")], 7)
    assert not satisfied([(GLAD, "да")], 7)


def test_only_those_who_answered_afterwards_are_counted():
    questions = (MARK.but(code="А", stage="после"), MARK.but(code="Б", stage="до"))
    answers = (
        Answer(person_code="Н-1", question_code="А", answer="9"),
        Answer(person_code="Н-2", question_code="Б", answer="9"),
    )
    row = filled(Question=questions, Answer=answers, Mentee=(Mentee(code="Н-1"), Mentee(code="Н-2")))["HAPPY-MENTEES"]
    assert (row.part, row.whole, row.percent) == (1, 1, 100.0)


def test_the_day_changes_only_with_the_numbers():
    first = filled(Mentee=(Mentee(code="Н-1"),))["PAIRED"]
    tables = Tables(dict.fromkeys(TABLES, ()) | {Mentee: (Mentee(code="Н-1"),), Indicator: (first,)})
    (again,) = monitoring.fill(tables, TODAY + dt.timedelta(days=3), ())
    assert again.as_of == TODAY


def state(**rows: tuple[Row, ...]) -> dict[str, tuple[str, str]]:
    """Return value and advice by topic; tables by the names of their classes."""
    lines = monitoring.state(Tables({table: rows.get(table.__name__, ()) for table in TABLES}), TODAY, ())
    return {line.topic: (line.value, line.advice) for line in lines}


def test_the_state_of_an_empty_book_says_what_to_begin_with():
    assert state() == {
        "Дорожная карта – выполнено": ("0 из 0", "Впишите мероприятия плана."),
        "Дорожная карта – просрочено / скоро": ("0 / 0", "Сроков в плане нет."),
        "Наставляемые": ("0", "Впишите наставляемых."),
        "Наставники": ("0, мест 0", "Впишите наставников."),
        "Без согласия на обработку данных": ("0", "Участников пока нет."),
        "Пары": ("нет", "Сначала впишите наставляемых и наставников."),
        "Наставляемые без пары": ("0", "Пары ещё не подбирались."),
        "Пары без первой встречи": ("0", "Задержек нет."),
        "Приказы": ("нет", "Приказ понадобится, когда появятся пары."),
        "Замечания": ("нет", "Нажмите «Проверить всё»."),
    }


def test_people_without_pairs_lead_to_matching_and_pairs_without_an_order_to_the_order():
    people = {"Mentee": (Mentee(code="Н-1"),), "Mentor": (Mentor(code="М-1"),)}
    assert state(**people)["Пары"] == ("нет", "Нажмите «Пересчитать пары».")
    told = state(**people, Pair=(Pair(mentee_code="Н-1", mentor_code="М-1", state="Согласована"),))
    assert told["Пары"] == ("согласована: 1", "Все пары рассмотрены.")
    assert told["Приказы"] == ("нет", "Нажмите «Заполнить приказы»: есть пары без приказа.")


def test_the_state_counts_what_stands_on_the_sheet_of_findings():
    notices = (Notice(severity="ошибка"), Notice(severity="ошибка"), Notice(severity="заметка"))
    assert state(Notice=notices)["Замечания"] == (
        "ошибок: 2, заметок: 1",
        "Исправьте, что названо на листе, и нажмите «Проверить всё».",
    )


def test_a_status_typed_with_a_capital_letter_counts_the_same():
    assert state(Mentee=(Mentee(code="Н-1", status="Участвует", group="педагог"),))["Наставляемые"][0] == "1"


def test_a_pair_without_a_first_meeting_is_named_after_ten_days():
    late = Pair(code="Н-1/М-1", state="закреплена приказом", starts=dt.date(2026, 11, 9))
    fresh = Pair(code="Н-2/М-1", state="закреплена приказом", starts=dt.date(2026, 11, 10))
    tables = Tables(dict.fromkeys(TABLES, ()) | {Pair: (late, fresh)})
    (line,) = [line for line in monitoring.state(tables, TODAY, ()) if line.topic == "Пары без первой встречи"]
    assert line.value == "1"


def test_a_meeting_that_was_only_planned_is_no_first_meeting():
    late = Pair(mentee_code="Н-1", mentor_code="М-1", code="Н-1/М-1", state="согласована", starts=dt.date(2026, 11, 9))
    assert state(Pair=(late,), Meeting=(Meeting(pair_code="Н-1/М-1"),))["Пары без первой встречи"] == (
        "1",
        "Проведите первую встречу: прошло больше 10 дней.",
    )
    held = Meeting(pair_code="н-1/м-1", held=True)
    assert state(Pair=(late,), Meeting=(held,))["Пары без первой встречи"] == ("0", "Задержек нет.")


def test_a_mentor_without_a_number_of_places_has_one_and_as_many_places_as_mentees_are_enough():
    told = state(Mentee=(Mentee(code="Н-1"), Mentee(code="Н-2")), Mentor=(Mentor(code="М-1"), Mentor(code="М-2")))
    assert told["Наставники"] == ("2, мест 2", "Мест хватает.")
    short = state(Mentee=(Mentee(code="Н-1"), Mentee(code="Н-2")), Mentor=(Mentor(code="М-1"),))
    assert short["Наставники"] == ("1, мест 1", "Не хватает 1 места у наставников. Пригласите новых.")


def test_a_forbidden_pair_does_not_call_for_an_order():
    forbidden = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", forbidden=True)
    assert state(Pair=(forbidden,))["Приказы"] == ("нет", "Приказ понадобится, когда появятся пары.")


def test_it_is_told_how_many_of_those_without_a_pair_get_support():
    waiting = (Unpaired(mentee_code="Н-1", support="психолог"), Unpaired(mentee_code="Н-2", support=" "))
    assert state(Unpaired=waiting)["Наставляемые без пары"] == (
        "2",
        "Продолжайте поиск и впишите поддержку: она записана у 1 из 2.",
    )


def test_a_target_that_is_just_met_is_reached():
    pupils = tuple(Mentee(code=f"Н-{n}", group="обучающийся") for n in range(7))
    row = filled(Mentee=pupils, Setting=(Setting(code="pupils_10_19", value="10"),))["PUPILS"]
    assert (row.percent, row.state) == (70.0, "достигнут")


def test_a_step_without_a_code_is_counted_beside_numbered_ones():
    row = filled(Step=(Step(code="5"), Step(title="Без номера", done=True)))["PLAN"]
    assert (row.part, row.whole) == (1, 2)


def test_those_who_wait_for_a_pair_take_part():
    assert state(Mentee=(Mentee(code="Н-1", status="ожидает"),))["Наставляемые"][0] == "1"
