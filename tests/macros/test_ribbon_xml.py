"""The tab «Наставничество» as Excel reads it from macros/customUI14.xml."""

from xml.etree import ElementTree

import pytest

NAMESPACE = "{http://schemas.microsoft.com/office/2009/07/customui}"


@pytest.fixture(scope="module")
def ribbon(root):
    return ElementTree.parse(root / "macros" / "customUI14.xml").getroot()


@pytest.fixture(scope="module")
def buttons(ribbon):
    return ribbon.findall(f".//{NAMESPACE}button")


def test_the_tab_shows_these_groups_and_buttons(ribbon):
    (tab,) = ribbon.findall(f".//{NAMESPACE}tab")
    assert tab.get("label") == "Наставничество"
    assert {group.get("label"): [button.get("label") for button in group] for group in tab} == {
        "План": ["Загрузить дорожную карту", "Проверить сроки", "Календарь плана"],
        "Люди": ["Проверить людей"],
        "Опросы": ["Загрузить ответы", "Итоги анкет"],
        "Пары": ["Пересчитать пары", "Карта подбора", "Почему эта пара"],
        "Документы": ["Заполнить приказы", "Создать программы"],
        "Директор": ["Отправить директору", "Принять ответ", "Решить расхождения"],
        "Проверка": ["Проверить всё", "Состояние программы"],
        "Книга": ["Отменить последнее", "Диагностика"],
    }


def test_a_group_holds_at_most_six_buttons(ribbon):
    assert max(len(group) for group in ribbon.iter(f"{NAMESPACE}group")) <= 6


def test_the_four_steps_of_the_year_are_large(buttons):
    assert [button.get("id") for button in buttons if button.get("size") == "large"] == [
        "check_deadlines",
        "check_people",
        "recalculate_pairs",
        "fill_orders",
    ]


def test_ids_and_keytips_are_unique(ribbon):
    for name in ("id", "keytip"):
        given = [element.get(name) for element in ribbon.iter() if element.get(name)]
        assert sorted(set(given)) == sorted(given)


def test_texts_are_within_the_limits_of_office(buttons):
    for button in buttons:
        assert 1 <= len(button.get("keytip")) <= 3
        for name in ("label", "screentip", "supertip"):
            assert 1 <= len(button.get(name)) <= 1024


def test_every_icon_is_one_that_office_has(root, buttons):
    lines = (root / "tests" / "macros" / "imagemso.txt").read_text(encoding="utf-8").splitlines()
    known = {line for line in lines if not line.startswith("#")}
    assert {button.get("imageMso") for button in buttons} - known == set()


def test_every_callback_is_a_sub_of_the_add_in(root, ribbon):
    source = (root / "macros" / "Ribbon.bas").read_text(encoding="ascii")
    called = {
        element.get(name)
        for element in ribbon.iter()
        for name in ("onLoad", "onAction", "getEnabled")
        if element.get(name)
    }
    assert len(called) == 20
    assert {name for name in called if f"Public Sub {name}(" not in source} == set()
