"""The programme as a paper, from its title page to the mentor's report."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.documents import Person
from mentoring_xl.documents.paper import (
    Acquainted,
    Align,
    Gap,
    Grid,
    Item,
    Items,
    NewPage,
    Paper,
    Signature,
    Stamp,
    Text,
)
from mentoring_xl.documents.programmes.paper import Course, Side, programme_paper
from mentoring_xl.documents.programmes.texts import written
from mentoring_xl.documents.school import School
from mentoring_xl.schema.tables import Meeting, Programme

SCHOOL = School("МБОУ «Заводская школа»", "", Person("Полевая Анна Ильинична", "директор"))
ROW = Programme(
    pair_code="Н-1/М-1",
    form="ученик–ученик",
    goal="Сдать экзамен по алгебре.",
    deficits="дроби; степени",
    tasks="Найти пробелы.\nРешать задачи.",
    starts=dt.date(2026, 9, 7),
    ends=dt.date(2026, 12, 25),
)
MEETINGS = (
    Meeting(kind="пробная рабочая", planned=dt.date(2026, 9, 14), topic="Дроби", progress=6,
            held=dt.date(2026, 9, 15), outcome="решено 5 задач"),
    Meeting(kind="организационная", planned=dt.date(2026, 9, 7), held=dt.date(2026, 9, 7), topic="Знакомство",
            progress=4),
    Meeting(kind="заключительная", planned=dt.date(2026, 12, 25), topic="Итоги"),
)  # fmt: skip


def paper(row: Programme = ROW, meetings: tuple[Meeting, ...] = MEETINGS) -> Paper:
    texts, report = (written(kind, (), {}) for kind in ("Программа наставничества", "Отчёт наставника"))
    people = ((Side("Лесная Вера Юрьевна", "11А класс"),), (Side("Зимин Пётр Ильич", "7Б класс"),))
    return programme_paper(Course(row, *people, meetings, texts, report), SCHOOL)


def test_the_whole_paper():
    found = paper()
    line = "_" * 60
    assert (found.folder, found.name) == ("Программы", "Программа Н-1 М-1")
    assert found.blocks == (
        Text("МБОУ «Заводская школа»", Align.CENTER, indent=False),
        Gap(),
        Stamp(("УТВЕРЖДАЮ", "Директор", "МБОУ «Заводская школа»", "____________ А.И.\u00a0Полевая",
               "«___» ____________ 20___ г.")),
        *(Gap(),) * 6,
        Text("ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА", Align.CENTER, bold=True, indent=False, close=True),
        Text("Форма наставничества: ученик–ученик", Align.CENTER, indent=False),
        Gap(),
        Text("Наставник: Лесная Вера Юрьевна, 11А класс", Align.LEFT, indent=False),
        Text("Наставляемый: Зимин Пётр Ильич, 7Б класс", Align.LEFT, indent=False),
        Text("Срок реализации: с 07.09.2026 по 25.12.2026", Align.LEFT, indent=False),
        NewPage(),
        Text("Программа составлена по запросу наставляемого и может уточняться в ходе работы. "
             "Участие в программе добровольное."),
        Gap(),
        Text("1. Цель", Align.LEFT, bold=True, indent=False, close=True),
        Text("Сдать экзамен по алгебре."),
        Gap(),
        Text("2. Дефициты и трудности", Align.LEFT, bold=True, indent=False, close=True),
        Items((Item("дроби"), Item("степени"))),
        Gap(),
        Text("3. Задачи", Align.LEFT, bold=True, indent=False, close=True),
        Items((Item("Найти пробелы."), Item("Решать задачи."))),
        Gap(),
        Text("4. Ожидаемые результаты", Align.LEFT, bold=True, indent=False, close=True),
        Items((Item("Запрос наставляемого удовлетворён, задачи программы выполнены."),
               Item("Наставник и наставляемый удовлетворены совместной работой."))),
        Gap(),
        Text("5. План встреч", Align.LEFT, bold=True, indent=False, close=True),
        Grid(("№", "Вид встречи", "Тема", "Дата по плану"),
             (("1", "организационная", "Знакомство", "07.09.2026"), ("2", "пробная рабочая", "Дроби", "14.09.2026"),
              ("3", "заключительная", "Итоги", "25.12.2026")), (0.07, 0.25, 0.48, 0.2)),
        Gap(),
        Acquainted("С программой ознакомлены:", ("Лесная Вера Юрьевна", "Зимин Пётр Ильич")),
        NewPage(),
        Text("Журнал встреч", Align.CENTER, bold=True, indent=False, close=True),
        Gap(),
        Grid(("№", "Дата", "Вид встречи", "Тема", "Итог", "Продвижение, 1–10"),
             (("1", "07.09.2026", "организационная", "Знакомство", "", "4"),
              ("2", "15.09.2026", "пробная рабочая", "Дроби", "решено 5 задач", "6"),
              ("3", "", "заключительная", "Итоги", "", "")), (0.05, 0.14, 0.2, 0.21, 0.24, 0.16)),
        NewPage(),
        Text("Итоговый отчёт наставника", Align.CENTER, bold=True, indent=False, close=True),
        Gap(),
        Text("Наставник: Лесная Вера Юрьевна, 11А класс", Align.LEFT, indent=False),
        Text("Наставляемый: Зимин Пётр Ильич, 7Б класс", Align.LEFT, indent=False),
        Text("Срок: с 07.09.2026 по 25.12.2026", Align.LEFT, indent=False),
        Text("Проведено: 2 встречи, продвижение – от 4 до 6 из 10.", Align.LEFT, indent=False),
        Gap(),
        *(block for question in (
            "1. Какие задачи программы выполнены, какие – нет и почему:", "2. Каких результатов достиг наставляемый:",
            "3. Какие приёмы работы оказались полезными:", "4. Какие возникли трудности:",
            "5. Предложения и рекомендации наставляемому:",
        ) for block in (Text(question, close=True), Text(line, indent=False, close=True), Text(line, indent=False))),
        Gap(),
        Signature("Наставник", "В.Ю.\u00a0Лесная"),
    )  # fmt: skip


def test_what_is_not_written_yet_is_a_line_to_fill_in():
    said = [block.text for block in paper(Programme(pair_code="Н-1/М-1"), ()).blocks if isinstance(block, Text)]
    assert "Срок реализации: с ____________ по ____________" in said
    assert said.count("_" * 60) == 3 + 10


@pytest.mark.parametrize(
    ("code", "name"),
    [("Н-1/М-2, Н-2/М-2", "Программа Н-1 М-2, Н-2 М-2"), ("Н:1/М?2", "Программа Н-1 М-2")],
)
def test_the_file_has_a_name_that_every_system_takes(code: str, name: str):
    assert paper(Programme(pair_code=code)).name == name
