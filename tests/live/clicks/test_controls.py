"""Where a person finds the controls in Calc."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.libreoffice

LABELS = (
    "Проверить сроки", "", "Проверить людей", "", "Пересчитать пары", "", "Заполнить приказы", "", "Проверить всё",
    "Состояние программы", "", "Отменить последнее", "Диагностика",
)  # fmt: skip


@pytest.fixture
def empty(person):
    book = person.app.books.add()
    person.maximize()
    yield book
    book.close()


def test_the_toolbar_lies_below_the_standard_ones(person, empty):
    bars = person.toolbars()
    ours = bars.pop("Наставничество")
    formula_bar = max(bars.values())
    assert len(bars) == 3
    assert all(bottom <= ours[0] for _, bottom in bars.values() if (_, bottom) != formula_bar)
    assert ours[1] <= formula_bar[0]


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
    person.open_menu("Наставничество")
    for _ in range(8):
        person.key("Down")
    person.key("Return")
    assert person.read_box("menu_diagnostics").startswith("Программа: mentoring-xl 0.1.0")
