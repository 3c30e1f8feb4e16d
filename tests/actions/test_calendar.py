"""«Календарь плана», the events of the calendar file and the reminders, on rows made by hand and a built-in map."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.calendar import plan_calendar
from mentoring_xl.actions.events import plan_events
from mentoring_xl.actions.reminding import reminders
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import Tables
from mentoring_xl.roadmap import builtin, for_year
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Employee, Setting, Step

TODAY = dt.date(2026, 11, 21)
BEMYZH = for_year(builtin("bemyzh"), "2026").rows
STAFF = (
    Employee(code="С-1", full_name="Лугова Анна Ильинична", post="Директор", email="lugova@school.ru"),
    Employee(code="С-2", full_name="Орлов Иван Петрович", post="Заместитель директора по УР", email="нет"),
    Employee(
        code="С-3", full_name="Белова Ольга Ильинична", post="Учитель", school_class="5А", email="belova@school.ru"
    ),
    Employee(code="С-4", full_name="Белов Олег Ильич", post="Учитель", school_class="6А", email="belov@school.ru"),
)


def tables(*steps: Step, staff: tuple[Employee, ...] = STAFF, **settings: str) -> Tables:
    return Tables({Step: steps, Employee: staff, Setting: default_rows(**{"period": "2026", **settings})})


def test_two_pages_are_printed_and_no_table_is_touched():
    outcome = plan_calendar(tables(*BEMYZH), TODAY)
    assert [edit.sheet for edit in outcome.edits] == ["Календарь", "Сводка"]
    assert outcome.summary == (
        "Листы «Календарь» и «Сводка» готовы: 53 строки плана.",
        "Просрочено: 18, срок скоро: 0, без срока: 0, постоянно или по событию: 12.",
    )


def test_the_same_day_gives_the_same_pages_and_another_day_others():
    first = plan_calendar(tables(*BEMYZH), TODAY).edits
    assert plan_calendar(tables(*BEMYZH), TODAY).edits == first
    assert plan_calendar(tables(*BEMYZH), TODAY + dt.timedelta(days=7)).edits != first


def test_an_empty_plan_is_no_reason_to_fall():
    assert plan_calendar(tables(), TODAY).summary == (
        "Дорожная карта пуста. Впишите мероприятия и нажмите кнопку снова.",
    )


def test_every_date_of_the_plan_is_in_the_calendar():
    export = plan_events(tables(*BEMYZH), TODAY)
    days = [(occasion.title[:12], occasion.start, occasion.end) for occasion in export.occasions]
    march, april = (dt.date(2026, 3, 1), dt.date(2026, 3, 31)), dt.date(2026, 4, 20)
    assert days[:6] == [
        ("1 Изучение Р", *march),
        ("2 Издание пр", *march),
        ("3 Назначение", *march),
        ("4 Разработка", *march),
        ("5 Разработка", *march),
        ("1 Сбор данны", april, april),
    ]
    assert (len(days), export.undated) == (12, 3)


def test_rows_that_only_take_over_are_listed_in_the_event_above_them():
    steps = (
        Step(
            code="1", number="1", title="База", deadline="до 20 апреля 2026", responsible="Директор", section="Работа"
        ),
        Step(code="1.1", title="Анкеты"),
        Step(code="1.2", title="Согласия", done=True),
        Step(code="1.3", title="Отчёт", responsible="Завуч", deadline="5 мая 2026"),
    )
    base, report = plan_events(tables(*steps), TODAY).occasions
    assert base.text == "Раздел: Работа\nСрок: до 20 апреля 2026\nОтветственный: Директор\n– Анкеты"
    assert (report.title, report.text) == ("Отчёт", "Срок: 5 мая 2026\nОтветственный: Завуч")


def test_a_list_of_dates_is_an_event_for_each():
    export = plan_events(tables(Step(code="1", title="Встречи", deadline="5 и 19 мая 2026")), TODAY)
    assert [occasion.start for occasion in export.occasions] == [dt.date(2026, 5, 5), dt.date(2026, 5, 19)]
    assert len({occasion.key for occasion in export.occasions}) == 2


def test_a_repeated_deadline_is_repeated_within_the_plan_of_the_school():
    (occasion,) = plan_events(tables(Step(title="Встреча", deadline="каждый понедельник")), TODAY).occasions
    assert (occasion.start, occasion.until) == (dt.date(2026, 1, 5), dt.date(2026, 12, 31))
    assert occasion.rule == {"freq": "WEEKLY", "byday": ["MO"]}


def test_a_repeated_deadline_without_days_or_without_bounds_gives_no_date():
    steps = (Step(title="Встреча", deadline="постоянно"), Step(title="Сверка", deadline="2 раза в месяц"))
    assert plan_events(tables(*steps), TODAY).occasions == ()
    assert plan_events(tables(Step(title="Сверка", deadline="ежемесячно"), period=""), TODAY).occasions == ()


def test_a_done_row_reminds_nobody():
    steps = (Step(title="Приказ", deadline="1 декабря 2026", done=True), Step(title="Отчёт", deadline="2 декабря 2026"))
    done, coming = plan_events(tables(*steps, soon_days="7"), TODAY).occasions
    assert (done.title, done.remind, coming.remind) == ("Выполнено: Приказ", None, 7)


def test_keys_do_not_depend_on_the_day_nor_on_the_deadline_and_two_schools_differ():
    def keys(deadline: str, today: dt.date, school: str) -> list[str]:
        steps = (Step(code="1", title="Приказ", deadline=deadline), Step(code="1", title="Ещё", deadline=deadline))
        return [occasion.key for occasion in plan_events(tables(*steps, school=school), today).occasions]

    assert keys("1 марта 2026", TODAY, "А") == keys("5 мая 2026", dt.date(2026, 1, 1), "А")
    assert keys("1 марта 2026", TODAY, "А") != keys("1 марта 2026", TODAY, "Б")
    assert len(set(keys("1 марта 2026", TODAY, "А"))) == 2


def test_one_responsible_gets_only_his_rows():
    steps = (
        Step(code="1", title="Приказ", deadline="1 марта 2026", responsible="Директор"),
        Step(code="2", title="Отчёт", deadline="2 марта 2026", responsible="Зам. директора по УР, Директор"),
        Step(code="3", title="Сверка", deadline="3 марта 2026", responsible="Зам. директора по УР"),
    )
    assert [found.title for found in plan_events(tables(*steps), TODAY, "директор").occasions] == ["Приказ", "Отчёт"]
    assert [found.title for found in plan_events(tables(*steps), TODAY, "по УР").occasions] == ["Отчёт", "Сверка"]


def test_a_responsible_whom_the_plan_does_not_name_is_answered_with_those_it_does():
    steps = (Step(title="Приказ", responsible="Директор"), Step(title="Отчёт", responsible="Завуч"))
    with pytest.raises(BookError) as told:
        plan_events(tables(*steps), TODAY, "Психолог")
    assert str(told.value) == "Ответственного «Психолог» в плане нет. Назовите одного из них: Директор; Завуч."


def test_each_responsible_gets_a_letter_with_what_is_late_and_near():
    steps = (
        Step(number="1", title="Приказ", deadline="20 ноября 2026", responsible="Директор"),
        Step(number="2", title="База", deadline="до 30 ноября 2026", responsible="Директор", code="2"),
        Step(title="Анкеты", code="2.1"),
        Step(number="3", title="Отчёт", deadline="25 декабря 2026", responsible="Директор"),
        Step(number="4", title="Готово", deadline="1 марта 2026", responsible="Директор", done=True),
    )
    (letter,) = reminders(tables(*steps, curator="Орлов Иван Петрович"), TODAY)
    assert (letter.responsible, letter.addresses, letter.tasks) == ("Директор", "lugova@school.ru", 2)
    assert letter.subject == "Программа наставничества: сроки на 21.11.2026"
    assert letter.text == (
        "Здравствуйте!\n\n"
        "напоминаю о мероприятиях программы наставничества, за которые вы отвечаете (на 21.11.2026).\n\n"
        "Просрочено:\n– 1 Приказ (до 20.11.2026, просрочено на 1 день)\n\n"
        "Срок скоро:\n– 2 База (до 30.11.2026, ещё 9 дней)\n    · Анкеты\n\n"
        "Что сделано, отметьте в дорожной карте: «да» в столбце «Выполнено», дату и документ.\n\n"
        "Орлов Иван Петрович"
    )


def test_the_days_of_a_reminder_can_be_given_and_the_last_day_belongs_to_them():
    steps = (Step(title="Отчёт", deadline="25 декабря 2026", responsible="Директор"),)
    assert reminders(tables(*steps), TODAY, 33) == ()
    assert [letter.tasks for letter in reminders(tables(*steps), TODAY, 34)] == [1]


@pytest.mark.parametrize(
    ("responsible", "addresses"),
    [
        ("Директор", "lugova@school.ru"),
        ("Лугова А.И.", "lugova@school.ru"),
        ("Зам. директора по УР", ""),
        ("кл. руководители", "belova@school.ru, belov@school.ru"),
        ("Иванов И.И.", ""),
        ("методический совет", ""),
    ],
)
def test_a_letter_is_addressed_where_the_staff_list_knows_an_address(responsible, addresses):
    step = Step(title="Отчёт", deadline="25 ноября 2026", responsible=responsible)
    assert [letter.addresses for letter in reminders(tables(step), TODAY)] == [addresses]
