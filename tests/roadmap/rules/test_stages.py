"""The order of the stages as pictures: who ends when, who is early."""

from __future__ import annotations

import pytest

from mentoring_xl.deadlines import plan_of
from mentoring_xl.roadmap.rules import out_of_order, stages_of
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting

GOOD = """
    code | title                                          | deadline
    1    | Подготовка условий для реализации системы      | март
    2    | Формирование банка наставляемых                | до 20 апреля
    3    | Формирование банка наставников                 | до 20 апреля
    4    | Обучение наставников                           | май
    5    | Формирование наставнических пар:               | до 1 июня
    6    | Организация работы наставнических пар          | сентябрь – ноябрь
    7    | Завершение персонализированных программ        | декабрь
"""


def early(steps, settings=()):
    plan = plan_of("2026")
    return list(out_of_order(timetable(steps, plan), plan, stages_of(Settings(settings))))


def test_stages_in_their_order_are_left_alone(drawn):
    assert early(drawn(GOOD)) == []


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("до 1 июня", "до 1 апреля", ["D15 R601"]),
        ("| март", "| ноябрь", ["D12 R601"]),
        ("| декабрь", "| октябрь", ["D17 R601"]),
        ("| декабрь", "| ноябрь", []),
        ("до 1 июня", "до 10 мая", []),
        ("| май", "| до 20 апреля", []),
        ("до 1 июня", "в течение года", []),
        ("| март", "| в течение года", []),
        ("| март", "| ежемесячно", []),
        ("| март", "| по отдельному плану", []),
        ("| май", "|", []),
    ],
)
def test_a_stage_that_ends_before_the_one_it_needs_is_named(was, now, expected, drawn, found):
    assert found(early(drawn(GOOD.replace(was, now)))) == expected


def test_the_message_names_both_stages_and_their_days(drawn):
    (finding,) = early(drawn(GOOD.replace("до 1 июня", "до 1 апреля")))
    assert str(finding) == (
        "Дорожная карта!D15  R601  этап «Формирование наставнических пар» кончается 01.04.2026, раньше этапа «Обучение"
        " наставников» (31.05.2026, строка 14)"
        " → Поменяйте сроки местами или исправьте слова этапов в «Настройках»."
    )


def test_a_plan_as_schools_have_it_raises_no_alarm(drawn, found):
    picture = """
        section                            | code | title                                          | deadline
        Подготовка условий                 | 1    | Подготовка нормативной базы                    | сентябрь
        Подготовка условий                 | 2    | Приказ о закреплении наставнических пар        | ноябрь
        Подготовка условий                 | 3    | Информирование родителей на базе школы         | сентябрь – октябрь
        Формирование базы наставляемых     | 4    | Анкетирование                                  | до 10 октября
        Формирование базы наставников      | 5    | Сбор согласий                                  | до 20 октября
        Отбор и обучение                   | 6    | Анализ банка наставников                       | октябрь
        Отбор и обучение                   | 7    | Обучение наставников                           | ноябрь
        Формирование пар                   | 8    | Групповая встреча                              | до 30 ноября
        Организация хода наставнической программы | 9 | Встречи пар                                | в течение года
        Организация хода наставнической программы | 10 | Мониторинг                                | декабрь
        Завершение                         | 11   | Поощрение наставников                          | декабрь
    """
    assert found(early(drawn(picture))) == []


def test_a_row_whose_title_and_section_name_two_stages_tells_nothing_about_the_order(drawn, found):
    picture = """
        section                | code | title                                | deadline
        Формирование пар       | 1    | Закрепление пар приказом             | до 20 мая
        Завершение             | 2    | Отчёты пар о выполнении программ     | до 25 мая
        Завершение             | 3    | Анкетирование банка наставников      | до 30 мая
    """
    assert found(early(drawn(picture))) == []


def test_a_sub_item_belongs_to_the_stage_of_its_measure(drawn, found):
    picture = """
        code | title                                    | deadline
        1    | Формирование банка наставников           |
        1.1  | Анкетирование                            | до 20 мая
        2    | Формирование наставнических пар          |
        2.1  | Групповая встреча                        | до 1 апреля
    """
    assert found(early(drawn(picture))) == ["D14 R601"]


def test_a_stage_that_is_done_is_not_compared(drawn, found):
    steps = drawn(GOOD.replace("до 1 июня", "до 1 апреля"))
    assert early([step.but(done=step.code == "4") for step in steps]) != []
    assert early([step.but(done=step.code in ("2", "3", "4")) for step in steps]) == []
    assert early([step.but(done=step.code == "5") for step in steps]) == []


def test_the_words_of_a_stage_are_a_setting(drawn, found):
    picture = """
        code | title                   | deadline
        1    | Ярмарка наставников     | до 20 мая
        2    | Свадьба пар             | до 1 апреля
    """
    words = [Setting(code="stage_banks", value="ярмарк"), Setting(code="stage_pairs", value="свадьб")]
    assert found(early(drawn(picture))) == []
    assert found(early(drawn(picture), words)) == ["D12 R601"]


def test_a_dash_for_words_turns_a_stage_off(drawn, found):
    steps = drawn(GOOD.replace("до 1 июня", "до 1 апреля"))
    assert early(steps, [Setting(code="stage_pairs", value="–")]) == []
