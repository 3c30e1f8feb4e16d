"""Where a person finds the controls in Calc."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.libreoffice

FIRST = (
    "Загрузить дорожную карту", "Проверить сроки", "Календарь плана", "", "Проверить людей", "", "Загрузить ответы",
    "Итоги анкет", "", "Пересчитать пары", "Карта подбора", "Почему эта пара",
)  # fmt: skip
SECOND = (
    "Заполнить приказы", "Создать программы", "", "Отправить директору", "Принять ответ", "Решить расхождения", "",
    "Проверить всё", "Состояние программы", "", "Отменить последнее", "Диагностика",
)  # fmt: skip


def test_the_toolbars_lie_below_the_standard_ones(person, empty):
    bars = person.toolbars()
    first, second = bars.pop("Наставничество"), bars.pop("Наставничество: документы")
    standard, formatting, formula = sorted(bars.values())
    assert standard[1] <= formatting[0] < formatting[1] <= first[0]
    assert first[1] <= second[0] < second[1] <= formula[0]


def test_the_toolbars_show_every_control_in_groups(person, empty):
    person.photograph("toolbar")
    assert person.buttons() == FIRST
    assert person.buttons("Наставничество: документы") == SECOND


def test_the_menu_shows_every_control_in_groups(person, empty):
    shown = person.open_menu("Наставничество")
    person.photograph("menu")
    person.key("Escape")
    person.key("Escape")
    assert shown == (*FIRST, "", *SECOND)


def test_a_control_of_the_menu_works_as_its_button(person, empty):
    person.pick("Наставничество", "Диагностика")
    assert person.read_box("menu_diagnostics").startswith("Программа: mentoring-xl 0.1.0")
