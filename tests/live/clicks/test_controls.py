"""Where a person finds the controls in Calc."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.libreoffice

LABELS = (
    "Проверить сроки", "Календарь плана", "Загрузить дорожную карту", "", "Проверить людей", "", "Пересчитать пары",
    "Карта подбора", "Почему эта пара", "",
    "Заполнить приказы", "Создать программы", "", "Проверить всё", "Состояние программы", "",
    "Отменить последнее", "Диагностика",
)  # fmt: skip


def test_the_toolbar_lies_below_the_standard_ones(person, empty):
    top, bottom = person.toolbars()["Наставничество"]
    others = sorted(span for name, span in person.toolbars().items() if name != "Наставничество")
    standard, formatting, formula = others
    assert standard[1] <= formatting[0] < formatting[1] <= top < bottom <= formula[0]


def test_the_toolbar_shows_every_control_in_groups(person, empty):
    person.photograph("toolbar")
    assert person.buttons() == LABELS


def test_the_menu_shows_every_control_in_groups(person, empty):
    shown = person.open_menu("Наставничество")
    person.photograph("menu")
    person.key("Escape")
    person.key("Escape")
    assert shown == LABELS


def test_a_control_of_the_menu_works_as_its_button(person, empty):
    person.pick("Наставничество", "Диагностика")
    assert person.read_box("menu_diagnostics").startswith("Программа: mentoring-xl 0.1.0")
