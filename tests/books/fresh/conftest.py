"""A fresh book with a row or two on the sheets that matter, built once; and its raw parts."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mentoring_xl.books.fresh import build
from mentoring_xl.core.content import Content
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Employee, Mentee, Notice, Pair, Setting, StatusLine, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.workbook import Workbook

LONG = "Проведение анкетирования среди обучающихся и педагогов, желающих принять участие в программе наставничества"
PLAN = "Нормативно-правовое регулирование внедрения целевой модели"
ROWS = {
    StatusLine: (StatusLine(topic="Пары", value="2", advice="Пересчитайте пары.", link="Пары"),),
    Setting: default_rows(school="МБОУ «Школа»"),
    Step: (
        Step(number="1", section=PLAN, title="Издать приказ", deadline="01.09", level="мероприятие", code="1.1",
             done=True, done_on=dt.date(2026, 9, 1), served_by="Приказы · кнопка «Заполнить приказы»"),
        Step(number="2", section=PLAN, title=LONG, ends=dt.date(2026, 9, 30), days_left=-3, state="просрочено",
             served_by="вне книги: дело директора", code="1.2"),
    ),
    Employee: (
        Employee(code="С-01", full_name="=Опасное имя", post="@учитель", subjects="-физика", email="+7 900",
                 experience=4.5, active=True),
        Employee(code="С-02", full_name="буквально _x0041_", post="строка 1\nстрока 2", subjects="звонок \x07"),
    ),
    Mentee: (Mentee(number=1, full_name="Иванов Иван Иванович", birth_year=2012, code="Н-01"),),
    Pair: (Pair(number=1, mentee_code="Н-01", mentor_code="М-01", points=72.5, state="предложена", code="Н-01/М-01"),),
    Notice: (Notice(number=1, severity="ошибка", place="Дорожная карта!D11", key="Roadmap!D11"),),
}  # fmt: skip


@pytest.fixture(scope="session")
def sample() -> Content:
    """The rows above, a title of the plan and «УТВЕРЖДАЮ»."""
    stamp = ("УТВЕРЖДАЮ", "Директор МБОУ «Школа»", "_______ И.О. Фамилия", "01.09.2026")
    return Content(ROWS, dt.datetime(2026, 9, 1), ("Дорожная карта", "на 2026/2027 учебный год"), stamp)


@pytest.fixture(scope="session")
def fresh_path(sample: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built file."""
    path = tmp_path_factory.mktemp("fresh") / "book.xlsx"
    build(path, sample)
    return path


@pytest.fixture(scope="session")
def fresh(fresh_path: Path) -> Workbook:
    """The built book as openpyxl reads it."""
    return openpyxl.load_workbook(fresh_path)


@pytest.fixture(scope="session")
def part(fresh_path: Path, fresh: Workbook) -> Callable[[str], str]:
    """Give the XML of a sheet by its title."""

    def xml(title: str) -> str:
        with zipfile.ZipFile(fresh_path) as parts:
            return parts.read(f"xl/worksheets/sheet{fresh.sheetnames.index(title) + 1}.xml").decode()

    return xml
