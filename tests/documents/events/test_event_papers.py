"""Letters, minutes and reports as blocks, each written out once as a person read it."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.documents import Person, Slot
from mentoring_xl.documents.events.letters import letter
from mentoring_xl.documents.events.minutes import Choice, Gathering, minutes
from mentoring_xl.documents.events.reports import news, yearly_report
from mentoring_xl.documents.paper import Align, Gap, Grid, Item, Items, Paper, Sides, Signature, Text
from mentoring_xl.documents.programmes.texts import written
from mentoring_xl.documents.school import School
from mentoring_xl.schema.tables import Event, PaperText

SCHOOL = School("МБОУ «Заводская школа»", "", Person("Полевая Анна Ильинична", "директор"))
NAME = Text("МБОУ «Заводская школа»", Align.CENTER, indent=False)


def test_a_letter_is_a_page_with_the_name_in_the_dative():
    slots = {"участник": Slot((Person("Мамедов Рашид Али оглы", "учитель физики", "m"),))}
    assert letter("М-7", written("Благодарственное письмо: наставник", (), slots), SCHOOL) == Paper(
        "Благодарности",
        "Благодарность М-7",
        "Благодарственное письмо: М-7",
        (
            NAME,
            *(Gap(),) * 10,
            Text("БЛАГОДАРСТВЕННОЕ ПИСЬМО", Align.CENTER, bold=True, indent=False, close=True),
            *(Gap(),) * 2,
            Text("Вручается", Align.CENTER, indent=False),
            Text("учителю физики Мамедову Рашиду Али оглы", Align.CENTER, bold=True, indent=False),
            Gap(),
            Text("за активное участие в программе наставничества, терпение и внимание к наставляемым.", Align.CENTER,
                 indent=False),
            Gap(),
            Text("Желаем здоровья, вдохновения и новых успехов!", Align.CENTER, indent=False),
            *(Gap(),) * 6,
            Signature("Директор", "А.И.\u00a0Полевая"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("named", "signs"),
    [
        ("Лугова София Николаевна", "С.Н.\u00a0Лугова"),
        ("Лазурок О.Л.", "О.Л.\u00a0Лазурок"),
        ("Лугова С.Н., Рощин О.Д.", "____________"),
        ("куратор", "____________"),
        ("Педагог-психолог Иванова А.П.", "____________"),
        ("заместитель директора", "____________"),
    ],
)
def test_the_chairman_signs_the_minutes_where_one_person_is_named(named: str, signs: str):
    event = Event(kind="групповая встреча", date=dt.date(2026, 9, 14), responsible=named)
    paper = minutes(Gathering(event, 1, (), written("Протокол групповой встречи", (), {})), SCHOOL)
    assert [block for block in paper.blocks if isinstance(block, Signature)] == [
        Signature("Председатель", signs),
        Signature("Секретарь", "____________"),
    ]


def test_minutes_have_lines_where_the_workbook_knows_nothing():
    event = Event(kind="групповая встреча", date=dt.date(2026, 9, 14), participants="9 человек", outcome="все знакомы")
    choices = (Choice("Зимин Пётр Ильич", ("Лесная Вера Юрьевна", "", "")),)
    paper = minutes(Gathering(event, 3, choices, written("Протокол групповой встречи", (), {})), SCHOOL)
    assert paper.name == "Протокол 3 групповой встречи 14.09.2026"
    assert paper.blocks == (
        NAME,
        Gap(),
        Text("Протокол групповой встречи наставников и наставляемых", Align.CENTER, bold=True, indent=False,
             close=True),
        Gap(),
        Sides("14.09.2026", "№ 3"),
        Gap(),
        Text("Место: ____________", Align.LEFT, indent=False),
        Text("Председатель: ____________", Align.LEFT, indent=False),
        Text("Секретарь: ____________", Align.LEFT, indent=False),
        Text("Присутствовали: 9 человек", Align.LEFT, indent=False),
        Gap(),
        Text("Повестка дня:", Align.LEFT, bold=True, indent=False, close=True),
        Items((Item("О целях программы наставничества и порядке формирования пар."),
               Item("Знакомство наставников и наставляемых."), Item("Сбор предпочтений участников."))),
        Gap(),
        Text("Решили:", Align.LEFT, bold=True, indent=False, close=True),
        Items((Item("Принять к сведению информацию о программе наставничества."),
               Item("Учесть предпочтения участников при формировании наставнических пар (групп)."),
               Item("Наставляемым, которым пара не найдена, оказать поддержку и продолжить поиск наставника."))),
        Text("Итог встречи: все знакомы."),
        Gap(),
        Text("Предпочтения участников:", Align.LEFT, bold=True, indent=False, close=True),
        Grid(("№", "Участник", "1-е место", "2-е место", "3-е место"),
             (("1", "Зимин Пётр Ильич", "Лесная Вера Юрьевна", "", ""),), (0.06, 0.265, 0.225, 0.225, 0.225)),
        Gap(),
        Signature("Председатель", "____________"),
        Signature("Секретарь", "____________"),
    )  # fmt: skip


def test_a_line_of_the_yearly_report_is_whatever_the_school_wrote():
    own = (
        PaperText(kind="Годовой отчёт", part="заголовок", text="Отчёт"),
        PaperText(kind="Годовой отчёт", part="пункт", number="2", text="Адрес страницы"),
        PaperText(kind="Годовой отчёт", part="пункт", number="1", text="Кабинеты: 5: два этажа"),
    )
    (grid,) = [block for block in yearly_report(written("Годовой отчёт", own, {}), SCHOOL).blocks
               if isinstance(block, Grid)]  # fmt: skip
    assert grid.rows == (("1", "Кабинеты", "5: два этажа"), ("2", "Адрес страницы", ""))


def test_a_sentence_without_data_is_not_in_the_news():
    own = tuple(
        PaperText(kind="Новость для сайта", part="пункт", number=number, text=text)
        for number, text in (("1", "Встречи идут."), ("2", "Участники: {участники}."))
    )
    paper = news(written("Новость для сайта", own, {"участники": Slot()}))
    assert paper.blocks[2:] == (Text("Встречи идут."),)
