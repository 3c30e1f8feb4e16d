"""Each button of the toolbar, clicked with the mouse on the example book, and what the person then sees.

Pictures are kept under tests/output/clicks. What is awaited holds on any day: the clock is the computer's own.
"""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.schema.buttons import BUTTONS

pytestmark = pytest.mark.libreoffice

SEEN = {
    "check_deadlines": (
        "Дорожная карта",
        "Проверить сроки\n\nВ плане 44 строки для исполнения, выполнено: 17.\n",
        {("Дорожная карта", "L11"): dt.datetime(2026, 3, 31), ("Замечания", "C5"): "Дорожная карта!D64"},
    ),
    "plan_calendar": (
        "Дорожная карта",
        "Календарь плана\n\n",
        {},
    ),
    "check_people": (
        "Согласия",
        "Проверить людей\n\nПроверено: 60 наставляемых, 25 наставников, 42 сотрудника, 132 согласия.\n",
        {("Согласия", "C5"): "Синицкая Татьяна Олеговна", ("Замечания", "C5"): "Банк наставляемых!E51"},
    ),
    "survey_results": (
        "Итоги анкет",
        "Итоги анкет\n\nУчтено: ",
        {("Итоги анкет", "O5"): "УУ-НД-01"},
    ),
    "recalculate_pairs": (
        "Без пары",
        "Пересчитать пары\n\nПредложено: 32 пары, закреплено раньше: 11.\n",
        {("Без пары", "B5"): "Н-07", ("Замечания", "C5"): "Пары!D17"},
    ),
    "pairs_map": (
        "Пары",
        "Карта подбора\n\nЛисты «Карта подбора» и «Итоги подбора» готовы: наставляемых 59, наставников 25.\n",
        {},
    ),
    "fill_orders": (
        "Замечания",
        "Заполнить приказы\n\nНовых пар для приказа нет.\nНе вошли: 1 пара.\n",
        {("Замечания", "C5"): "Пары!B17"},
    ),
    "create_programmes": (
        "Замечания",
        "Создать программы\n\nНовых программ нет: у действующих пар они есть.\n",
        {("Замечания", "C5"): "Пары!B17"},
    ),
    "check": (
        "Замечания",
        "Проверить всё\n\nВ плане 44 строки для исполнения, выполнено: 17.\n",
        {("Замечания", "C5"): "Дорожная карта!D64", ("Предпочтения", "C6"): "Рябинкина Ульяна Юрьевна"},
    ),
    "status": (
        "Мониторинг",
        "Состояние программы\n\nДорожная карта – выполнено: 17 из 44.",
        {("Мониторинг", "C5"): 17, ("Мониторинг", "D5"): 44},
    ),
}
"""Button → the sheet in front, how the message begins, and cells that are made blank before and filled after."""


@pytest.mark.parametrize(
    "button", [button for button in BUTTONS if button.name in SEEN], ids=lambda button: button.name
)
def test_a_click_works_and_tells_and_is_taken_back_by_a_click(person, example, button):
    sheet, message, cells = SEEN[button.name]
    example.sheets[sheet].activate()
    for where, place in cells:
        example.sheets[where][place].value = None
    person.press(button.label)
    assert person.read_box(button.name).startswith(message)
    assert values(example, cells) == cells
    assert example.sheets.active.name == sheet
    person.press("Отменить последнее")
    assert person.read_box("undo").startswith(f"Отменено: «{button.label}» от ")
    assert values(example, cells) == dict.fromkeys(cells)


def test_where_nothing_is_in_conflict_nothing_is_settled(person, example):
    person.press("Решить расхождения")
    assert person.read_box("settle_conflicts").startswith("Решить расхождения\n\nНичего не выбрано.")
    assert {button.name for button in BUTTONS} - set(SEEN) == {"settle_conflicts"}


def test_the_selected_row_is_explained_and_nothing_is_written(person, example):
    person.select("Пары", "C5")
    before = [sheet.used_range.value for sheet in example.sheets]
    person.press("Почему эта пара")
    assert person.read_box("explain_pair").startswith("Почему эта пара\n\nН-01 Синицкая")
    assert [sheet.used_range.value for sheet in example.sheets] == before
    assert example.sheets.active.name == "Пары"
    person.select("Персонал", "B11")
    person.press("Почему эта пара")
    assert person.read_box("explain_nothing").startswith("Почему эта пара\n\nВыберите строку листа «Пары»")


def test_a_plan_in_a_file_is_chosen_and_replaces_the_one_in_the_book_and_is_taken_back(person, example, tmp_path):
    plan = tmp_path / "plan.csv"
    plan.write_text("№;Мероприятие;Срок;Ответственный\n1;Собрать запросы;до 20 апреля 2026;Директор\n", "utf-8")
    example.sheets["Дорожная карта"].activate()
    before = example.sheets["Дорожная карта"].used_range.value
    person.press("Загрузить дорожную карту")
    person.choose("Загрузить дорожную карту", plan, "import_roadmap_dialog")
    question = person.answer_box("import_roadmap_question", 0)
    assert question.startswith("В книге уже есть план. Заменить его?\n\nДа – заменить")
    assert person.read_box("import_roadmap").startswith("Загрузить дорожную карту\n\n")
    assert example.sheets["Дорожная карта"]["C11:E11"].value == ["Собрать запросы", "до 20 апреля 2026", "Директор"]
    person.press("Отменить последнее")
    assert person.read_box("undo").startswith("Отменено: «Загрузить дорожную карту» от ")
    assert example.sheets["Дорожная карта"].used_range.value == before


def test_answers_in_a_file_are_chosen_and_loaded_and_taken_back(person, example, tmp_path):
    answers = tmp_path / "answers.csv"
    card = [row for row in example.sheets["Опросники"].used_range.value if row[0] in {"КК-01", "КК-02", "КК-06"}]
    curator = example.sheets["Персонал"]["B5"].value
    lines = [["Дата", "ФИО", *(row[5] for row in card)], ["20.11.2026", curator, "2", "1 балл", "2 – полностью"]]
    answers.write_text("".join(";".join(line) + "\n" for line in lines), "utf-8")
    example.sheets["Анкеты"].activate()
    before = example.sheets["Анкеты"].used_range.value
    person.press("Загрузить ответы")
    person.choose("Загрузить ответы", answers, "import_answers_dialog")
    said = person.read_box("import_answers")
    assert said.startswith("Загрузить ответы\n\nОпрос: карта куратора. Прочитано: 1 анкета, 3 вопроса.\n")
    after = example.sheets["Анкеты"].used_range.value
    assert [row[5] for row in after[len(before) :]] == ["2", "1", "2"]
    person.press("Отменить последнее")
    assert person.read_box("undo").startswith("Отменено: «Загрузить ответы» от ")
    assert example.sheets["Анкеты"].used_range.value == before


def values(book, cells):
    return {(sheet, address): book.sheets[sheet][address].value for sheet, address in cells}


def test_diagnostics_tell_what_is_installed(person, empty):
    # the last of the toolbar, it lies behind its edge on a screen of 1,600 points
    person.pick("Наставничество", "Диагностика")
    told = person.read_box("diagnostics")
    assert told.startswith("Программа: mentoring-xl 0.1.0, xlwings ")
    assert "\nКнопки в LibreOffice: установлены, версия 0.1.0" in told or "\nКнопки в LibreOffice: версия 0.1.0" in told


def test_a_book_that_is_not_ours_is_left_alone(person, empty):
    person.press("Проверить сроки")
    assert person.read_box("foreign_book").startswith("Это не книга программы наставничества")
    assert [sheet.used_range.value for sheet in empty.sheets] == [None]


def test_a_text_being_typed_is_taken_before_the_press(person, example):
    deadlines = example.sheets["Дорожная карта"]
    person.select("Дорожная карта", "D11")
    person.type("15.05.2026")
    person.press("Проверить сроки")
    assert person.read_box("typing").startswith("Проверить сроки")
    person.key("Return")
    assert deadlines["D11"].value in (dt.datetime(2026, 5, 15), "15.05.2026")
    assert deadlines["L11"].value == dt.datetime(2026, 5, 15)
