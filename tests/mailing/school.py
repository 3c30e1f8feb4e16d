"""A small school whose private facts are easy to look for."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from mentoring_xl.actions.create import new_book
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    Answer,
    Consent,
    Employee,
    Entry,
    Meeting,
    Mentee,
    Mentor,
    Notice,
    Order,
    OrderLine,
    Pair,
    Preference,
    Setting,
    Step,
    SurveyResult,
    Unpaired,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring_xl.core.table import Row

NOW = dt.datetime(2026, 11, 20, 14, 5)
DIRECTOR = "director@school.example"
ALONE = "Светлова Вероника Борисовна"
SETTINGS = {
    "director_email": DIRECTOR,
    "director": "Полевая Анна Ильинична",
    "curator": "Иванова Ольга Петровна",
}
SERVER = {"smtp_host": "127.0.0.1", "smtp_from": "school@school.example"}


def rows(**settings: str) -> dict[type[Row], tuple[Row, ...]]:
    """Return the tables of a school with one pair, one mentee and one teacher without."""
    return {
        Setting: default_rows(**{**SETTINGS, **settings}),
        Step: (Step(code="1", title="Сбор запросов. Вопросы – Светловой В. Б.", responsible="Ковыль Р. Т."),),
        Employee: (
            Employee(code="С-1", full_name="Ковыль Роман Тимурович", post="учитель", role="классный руководитель",
                     email="kovyl@school.example"),
            Employee(code="С-2", full_name="Сомов Пётр Ильич", post="учитель"),
        ),
        Mentee: (
            Mentee(code="Н-1", full_name="Юрасова Нина Дмитриевна", contacts="+7 912 345-67-89, мама", birth_year=2011,
                   request="чтение", group="обучающийся", link="пишите на nina@mail.example"),
            Mentee(code="Н-2", full_name=ALONE, contacts="51-22-33 (бабушка)", birth_year=2012, request="чтение",
                   group="обучающийся",
                   results="Вероника Светлова 2012 г. р., звонить 8 (912) 000-11-22 или 51-22-33 (бабушка)"),
        ),
        Mentor: (
            Mentor(code="М-1", full_name="Сомов Пётр Ильич", competences="чтение", group="педагог", birth_year=1980),
            Mentor(code="М-2", full_name="Ковыль Роман Тимурович", competences="физика", group="педагог",
                   staff_code="С-1"),
        ),
        Consent: (
            Consent(person_code="Н-2", full_name=ALONE, kind="обработка персональных данных",
                    representative="Светлова Анна Олеговна", note="принесла Светлова Анна Олеговна"),
        ),
        Answer: (Answer(person_code="Н-1", question_code="А-1", answer="мне бывает одиноко"),),
        SurveyResult: (SurveyResult(code="А-1", n=3, texts="боюсь контрольных"),),
        Preference: (
            Preference(person_code="Н-2", full_name=ALONE, first="М-2", note="Веронике Светловой нужен физик"),
        ),
        Pair: (
            Pair(code="Н-1/М-1", mentee_code="Н-1", mentee_name="Юрасова Нина Дмитриевна", mentor_code="М-1",
                 mentor_name="Сомов Пётр Ильич", state="согласована"),
            Pair(code="Н-2/М-2", mentee_code="Н-2", mentee_name=ALONE, mentor_code="М-2",
                 mentor_name="Ковыль Роман Тимурович", state="расторгнута"),
        ),
        Unpaired: (Unpaired(mentee_code="Н-2", mentee_name=ALONE, nearest="М-2 Ковыль Роман Тимурович"),),
        Meeting: (Meeting(pair_code="Н-2/М-2", names=f"Ковыль Роман Тимурович – {ALONE}"),),
        Order: (Order(code="ПР-1", kind="о закреплении наставнических пар (групп)", state="на подписи"),),
        OrderLine: (OrderLine(order_code="ПР-1", code="Н-2/М-2", mentee=ALONE, mentor="Ковыль Роман Тимурович"),),
        Notice: (Notice(severity="ошибка", message=f"{ALONE}: год рождения 2012"),),
        Entry: (Entry(when="19.11.2026 10:00", button="Проверить всё", changes="Н-2"),),
    }  # fmt: skip


def school(path: Path, **settings: str) -> Path:
    """Write the book of this school."""
    return create(path, Content({**new_book(NOW).rows, **rows(**settings)}, NOW))


def parts(data: bytes) -> str:
    """Return all that stands in a workbook, part after part, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
