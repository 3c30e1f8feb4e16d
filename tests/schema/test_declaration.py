"""The declaration holds together: names, lengths that Excel allows, no two of a kind."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from mentoring_xl.core.table import PROGRAM, Kind, Row
from mentoring_xl.schema.buttons import BUTTONS, CONTROLS, LOADERS, QUESTIONS, Button, button
from mentoring_xl.schema.choices import CHOICES
from mentoring_xl.schema.findings import CODES
from mentoring_xl.schema.settings import OPTIONS, Settings, default_rows
from mentoring_xl.schema.states import orders, pairs, programmes, steps
from mentoring_xl.schema.tables import LISTS_SHEET, TABLES, Setting

by_sheet = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.spec.name)
by_button = pytest.mark.parametrize("button", [*BUTTONS, *LOADERS, *QUESTIONS], ids=lambda button: button.name)


def test_the_sheets_are_those_of_the_programme():
    assert [*(table.spec.sheet for table in TABLES), LISTS_SHEET] == [
        "Как пользоваться", "Настройки", "Дорожная карта", "Персонал", "Банк наставляемых", "Банк наставников",
        "Согласия", "Опросники", "Анкеты", "Столбцы анкет", "Кто ответил", "Предпочтения", "Итоги анкет",
        "Настройки подбора", "Пары", "Без пары", "Программы", "Встречи", "Обучение", "Мероприятия", "Практики",
        "Публикации", "Приказы", "Строки приказов", "Тексты", "Склонения", "Мониторинг", "Влияние", "SWOT", "Замечания",
        "Расхождения", "Данные диаграмм", "Журнал", "Справочники",
    ]  # fmt: skip


def test_the_bank_of_mentees_begins_with_the_published_columns_in_their_order():
    from mentoring_xl.schema.tables import Mentee

    assert [column.title for column in Mentee.spec.columns][:13] == [
        "№", "ФИО", "Контакты (данные законного представителя)", "Год рождения", "Основной запрос", "Дата вхождения",
        "ФИО наставника", "Форма", "Место работы/учёбы наставника", "Дата завершения", "Результаты",
        "Ссылка на кейс/отзыв", "Отметка о прохождении",
    ]  # fmt: skip


@by_sheet
def test_names_are_what_excel_and_wolfxl_can_take(table: type[Row]):
    spec = table.spec
    assert re.fullmatch(r"[A-Z][A-Za-z]+", spec.name)
    assert len(spec.sheet) <= 31
    titles = [column.title for column in spec.columns]
    assert len(set(titles)) == len(titles)
    assert sum(column.key for column in spec.columns) <= 1


@by_sheet
def test_a_required_column_is_not_the_programs_own(table: type[Row]):
    assert not [column.title for column in table.spec.columns if column.required and column.filled_by is PROGRAM]


@by_sheet
def test_drop_downs_stand_only_on_text_and_ticks(table: type[Row]):
    assert {column.kind for column in table.spec.columns if column.choices} <= {Kind.TEXT, Kind.FLAG}


@by_button
def test_a_button_fits_the_ribbon(button: Button):
    assert re.fullmatch(r"[a-z_]+", button.name)
    assert len(button.supertip) < 1024
    assert len(button.label) <= 24


@by_button
def test_a_button_has_an_action_of_its_name(button: Button):
    from mentoring_xl.session import action

    assert action(button).__doc__


def test_a_control_that_asks_first_has_a_module_of_its_name_and_no_other_control_has_one():
    from mentoring_xl import dialogs

    names = [found.name for found in pkgutil.iter_modules(dialogs.__path__)]
    asking = {name for name in names if hasattr(importlib.import_module(f"{dialogs.__name__}.{name}"), "run")}
    assert asking == {control.name for control in CONTROLS if control.dialog}


def test_keytips_and_names_are_unique():
    assert len({control.keytip for control in CONTROLS}) == len(CONTROLS) == len({control.name for control in CONTROLS})


def test_a_button_is_found_by_its_command():
    assert button("check-deadlines").label == "Проверить сроки"


def test_choices_have_unique_names_and_values():
    assert len({choices.name for choices in CHOICES}) == len(CHOICES)
    for choices in CHOICES:
        assert len(set(choices.values)) == len(choices.values)


def test_states_are_called_what_their_words_say():
    assert (pairs.PROPOSED, pairs.AGREED, pairs.FIXED) == ("предложена", "согласована", "закреплена приказом")
    assert (pairs.FINISHED, pairs.DISSOLVED, pairs.WITHDRAWN) == ("завершена", "расторгнута", "предложение снято")
    assert (steps.DONE, steps.OVERDUE, steps.SOON) == ("выполнено", "просрочено", "скоро")
    assert (steps.GOING_ON, steps.AHEAD, steps.ALWAYS) == ("идёт", "предстоит", "постоянно")
    assert (steps.ON_EVENT, steps.NO_DEADLINE, steps.UNREAD) == ("по событию", "без срока", "срок не прочитан")
    assert (orders.DRAFT, orders.TO_SIGN) == ("черновик", "на подписи")
    assert (orders.SIGNED, orders.CANCELLED) == ("подписан", "отменён")
    assert (programmes.DRAFT, programmes.APPROVED) == ("черновик", "утверждена")
    assert (programmes.RUNNING, programmes.COMPLETED) == ("идёт", "завершена")


def test_every_code_says_what_to_do_and_why():
    assert len({code.code for code in CODES}) == len(CODES)
    for code in CODES:
        assert re.fullmatch(r"[A-Z]\d{3}", code.code)
        assert code.fix.endswith("."), code.code
        assert code.why.endswith("."), code.code


def test_a_setting_that_cannot_be_read_keeps_its_default_and_is_named():
    settings = Settings((Setting(code="soon_days", value="скоро"), Setting(code="паросочетание", value="1")))
    assert settings.whole("soon_days") == 14
    assert [str(finding) for finding in settings.findings] == [
        "Настройки!D  S101  значение «скоро» не подходит; пока взято «14» → Запишите целое число, 0 или больше.",
        "Настройки!A  S102  настройка «паросочетание» неизвестна → Верните прежний код или удалите строку.",
    ]


def test_settings_of_a_new_book_are_readable():
    settings = Settings(default_rows(period="2026/2027", soon_days="7"))
    assert settings.findings == ()
    assert settings.text("period") == "2026/2027"
    assert settings.whole("soon_days") == 7
    assert len(OPTIONS) == len(default_rows())


def test_every_finding_is_written_out_in_some_test(root: Path):
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("*.py"))
    assert [code.code for code in CODES if code.code not in texts] == []
