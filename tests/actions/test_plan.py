"""«Проверить сроки» on whole plans."""

import datetime as dt

import pytest

from mentoring_xl.actions.plan import check_deadlines
from mentoring_xl.core.cell import Place
from mentoring_xl.core.outcome import Tables
from mentoring_xl.roadmap import builtin, for_year
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Employee, Setting, Step

TODAY = dt.date(2026, 4, 10)
STAFF = (
    Employee(code="С-01", full_name="Орлова Анна Петровна", post="Директор"),
    Employee(code="С-02", full_name="Лебедев Олег Ильич", post="Заместитель директора по УВР"),
    Employee(code="С-03", full_name="Соколова Ирина Львовна", post="Учитель", role="руководитель ШМО"),
)


def tables(steps, staff=(), **settings):
    placed = [Step(at=Place("Дорожная карта", row), **step.values()) for row, step in enumerate(steps, 11)]
    return Tables({Step: placed, Employee: staff, Setting: default_rows(**settings)})


def found(outcome):
    return [f"{finding.cell} {finding.code.code}" for finding in outcome.findings]


def after(before, outcome):
    """The tables as a book would give them after the edits."""
    changed = {put.row.at.row: put.row.but(**put.values) for put in outcome.edits}
    steps = [changed.get(step.at.row, step) for step in before[Step]]
    return Tables({Step: steps, Employee: before[Employee], Setting: before[Setting]})


def test_the_roadmap_of_bemyzh_has_no_faults_but_what_is_truly_in_it():
    outcome = check_deadlines(tables(for_year(builtin("bemyzh"), "2026").rows, STAFF, period="2026"), TODAY)
    assert found(outcome) == [
        # all five measures of the first section were due in March
        "Дорожная карта!D11 R204",
        # its first measure, the study of a decree, names no result
        "Дорожная карта!F11 R304",
        "Дорожная карта!D12 R204",
        "Дорожная карта!D13 R204",
        "Дорожная карта!D14 R204",
        "Дорожная карта!D15 R204",
        # the three banks are due by 20 April, ten days ahead
        "Дорожная карта!D17 R205",
        "Дорожная карта!D24 R205",
        "Дорожная карта!D27 R205",
        # «В соответствии с сороками реализации программ наставничества»
        "Дорожная карта!D48 R213",
    ]
    assert outcome.summary == (
        "В плане 42 строки для исполнения, выполнено: 0.",
        "Просрочено: 5, срок скоро: 13, без срока: 0, постоянно или по событию: 12.",
    )


def test_the_roadmap_of_bemyzh_in_its_own_year_has_no_other_faults_than_these_two():
    own_year = dt.date(2023, 1, 9)
    outcome = check_deadlines(tables(builtin("bemyzh").rows, STAFF, period="2023"), own_year)
    assert found(outcome) == ["Дорожная карта!F11 R304", "Дорожная карта!D48 R213"]


def test_the_roadmap_of_bemyzh_left_in_its_old_year_is_all_outside_the_plan():
    outcome = check_deadlines(tables(builtin("bemyzh").rows, period="2026"), TODAY)
    assert [place for place in found(outcome) if place.endswith("R207")] == [
        f"Дорожная карта!D{row} R207" for row in (11, 12, 13, 14, 15, 17, 24, 27, 58, 62, 63)
    ]


def test_the_roadmap_of_the_gymnasium_says_once_that_it_has_no_deadlines_nor_responsible_nor_results():
    outcome = check_deadlines(tables(builtin("gymnasium6").rows, STAFF), TODAY)
    assert found(outcome) == ["Дорожная карта!D R102", "Дорожная карта!F R305", "Дорожная карта!E R402"]
    assert {put.values["state"] for put in outcome.edits} == {"без срока"}


@pytest.mark.parametrize("name", ["bemyzh", "gymnasium6"])
def test_a_second_press_changes_nothing_and_finds_the_same(name):
    before = tables(builtin(name).rows, STAFF, period="2023")
    first = check_deadlines(before, TODAY)
    second = check_deadlines(after(before, first), TODAY)
    assert (len(first.edits), second.edits) == (len(before[Step]), ())
    assert (second.findings, second.summary) == (first.findings, first.summary)


def test_only_rows_that_change_are_put_and_only_the_programs_cells():
    before = tables([Step(code="1", deadline="до 20 апреля"), Step(code="2", state="без срока")], period="2026")
    (put,) = check_deadlines(before, TODAY).edits
    assert put.row.at.row == 11
    assert put.values == {"starts": None, "ends": dt.date(2026, 4, 20), "days_left": 10, "state": "скоро"}


def test_a_deadline_that_was_taken_out_takes_its_dates_with_it():
    old = Step(code="1", starts=TODAY, ends=TODAY, days_left=0, state="скоро")
    (put,) = check_deadlines(tables([old], period="2026"), TODAY).edits
    assert put.values == {"starts": None, "ends": None, "days_left": None, "state": "без срока"}


def test_how_many_days_are_soon_is_a_setting():
    steps = [Step(code="1", deadline="до 20 апреля", responsible="Директор", result="Приказ")]
    assert found(check_deadlines(tables(steps, period="2026", soon_days="9"), TODAY)) == []
    assert found(check_deadlines(tables(steps, period="2026", soon_days="10"), TODAY)) == ["Дорожная карта!D11 R205"]


def test_the_end_of_the_school_year_is_a_setting():
    steps = [Step(code="1", deadline="в течение года", responsible="Директор")]
    (put,) = check_deadlines(tables(steps, period="2025/2026", year_ends="31.08"), TODAY).edits
    assert put.values["ends"] == dt.date(2026, 8, 31)


def test_without_the_year_of_the_plan_the_setting_is_named_and_no_deadline_is_called_foreign():
    steps = [
        Step(code="1", deadline="май 2026", responsible="Директор", result="Приказ"),
        Step(code="1.1", deadline="июнь 2024"),
    ]
    assert found(check_deadlines(tables(steps), TODAY)) == ["Настройки!D R208", "Дорожная карта!D12 R204"]


def test_an_empty_plan_says_what_to_do():
    outcome = check_deadlines(tables([]), TODAY)
    assert (outcome.edits, outcome.findings) == ((), ())
    assert outcome.summary == ("Дорожная карта пуста. Впишите мероприятия и нажмите кнопку снова.",)


def test_progress_is_reported_to_the_end():
    heard = []
    check_deadlines(tables([Step(code="1")]), TODAY, lambda *step: heard.append(step))
    assert heard == [("Сроки", 0, 1), ("Сроки", 1, 1)]


def test_responsible_people_and_ticks_are_part_of_the_check():
    steps = (
        Step(code="1", title="Анкетирование", deadline="май 2026", responsible="Космонавт", result="Справка"),
        Step(code="2", title="Приказ", deadline="март 2026", responsible="Директор", done=True),
    )
    outcome = check_deadlines(tables(steps, STAFF, period="2026"), TODAY)
    assert found(outcome) == ["Дорожная карта!E11 R403", "Дорожная карта!H12 R301"]


def test_a_week_of_six_days_is_a_setting():
    steps = [Step(code="1", deadline="до 18 апреля", responsible="Директор", result="Приказ")]
    assert found(check_deadlines(tables(steps, period="2026", soon_days="0"), TODAY)) == ["Дорожная карта!D11 R212"]
    assert found(check_deadlines(tables(steps, period="2026", soon_days="0", six_days="да"), TODAY)) == []


def test_how_much_one_person_may_finish_in_a_week_is_a_setting():
    steps = [
        Step(code=str(at), deadline=f"{day} апреля", responsible="Директор", result="Приказ")
        for at, day in enumerate((13, 14, 15), 1)
    ]
    settings = {"period": "2026", "soon_days": "0"}
    assert found(check_deadlines(tables(steps, STAFF, **settings), TODAY)) == []
    assert found(check_deadlines(tables(steps, STAFF, week_load="2", **settings), TODAY)) == ["Дорожная карта!E13 R404"]


def test_one_deputy_for_two_fields_or_two_deputies_is_a_setting():
    deputies = [
        Employee(code="С-1", full_name="Лебедев Олег Ильич", post="Заместитель директора по УР"),
        Employee(code="С-2", full_name="Белая Ольга Олеговна", post="Заместитель директора по ВР"),
    ]
    names = ("Зам. директора по УР и ВР", "Зам. директора по УР и ВР", "Зам. директора по УР")
    steps = [
        Step(code=str(day), deadline=f"{day} апреля", responsible=who, result="Приказ")
        for day, who in enumerate(names, 13)
    ]
    settings = {"period": "2026", "soon_days": "0", "week_load": "2"}
    assert found(check_deadlines(tables(steps, deputies, **settings), TODAY)) == []
    apart = check_deadlines(tables(steps, deputies, deputies_apart="да", **settings), TODAY)
    assert found(apart) == ["Дорожная карта!E13 R404"]


def test_school_terms_of_the_settings_give_dates_to_deadlines():
    steps = [Step(code="1", deadline="1 четверть", responsible="Директор", result="Приказ")]
    (without,) = check_deadlines(tables(steps, period="2026/2027"), TODAY).edits
    (put,) = check_deadlines(tables(steps, period="2026/2027", quarter_1="01.09–25.10.2026"), TODAY).edits
    assert (without.values["starts"], without.values["ends"]) == (None, None)
    assert (put.values["starts"], put.values["ends"]) == (dt.date(2026, 9, 1), dt.date(2026, 10, 25))


def test_an_order_of_stages_and_of_numbers_is_part_of_the_check():
    steps = [
        Step(code="1", number="1", title="Формирование банка наставников", deadline="до 20 мая", responsible="Директор",
             result="Банк"),
        Step(code="2", number="3", title="Формирование пар", deadline="до 30 апреля", responsible="Директор",
             result="Приказ"),
    ]  # fmt: skip
    outcome = check_deadlines(tables(steps, STAFF, period="2026", soon_days="0"), TODAY)
    assert found(outcome) == ["Дорожная карта!D12 R601", "Дорожная карта!A12 R505"]


def test_the_year_of_the_title_above_the_plan_is_compared_with_the_settings():
    steps = [Step(code="1", deadline="май", responsible="Директор", result="Приказ")]
    titled = Tables({Step: steps, Employee: (), Setting: default_rows(period="2026")}, "План на 2023 год")
    assert found(check_deadlines(titled, TODAY)) == ["Настройки!D R214"]
