"""Raw cells of a table as a book gives them, and the typed rows they become."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from .cell import Cell, Place
from .finding import ERROR, Code, Finding
from .table import Column, Kind, R
from .text import date_text, fold, number_text, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_A_DATE = Code(
    "V101", ERROR, "«{text}» не дата", fix="Запишите дату в виде дд.мм.гггг.", why="По этой ячейке считаются сроки."
)
NOT_A_NUMBER = Code(
    "V102", ERROR, "«{text}» не {kind}", fix="Оставьте в ячейке только число.", why="По этой ячейке ведётся расчёт."
)
NOT_A_FLAG = Code(
    "V103", ERROR, "«{text}» – ни «да», ни «нет»", fix="Выберите «да» или «нет».", why="Отметка читается однозначно."
)
BROKEN_FORMULA = Code(
    "V104",
    ERROR,
    "в ячейке ошибка формулы {text}",
    fix="Исправьте формулу или впишите значение.",
    why="Ошибочное значение нельзя прочитать.",
)
ROW_APART = Code(
    "V105",
    ERROR,
    "строка стоит ниже таблицы, через пустую строку, и не читается",
    fix="Перенесите её вплотную к таблице.",
    why="Таблица кончается на первой пустой строке под ней; что ниже, в подсчёт не попадает.",
)

_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(1, 2_958_466)
_DATE = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4}|\d{2})(?:\s*г(?:\.|ода?)?)?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_NUMBER = re.compile(r"[+\-−]?\d+(?:[.,]\d+)?")
_ERRORS = frozenset({"#REF!", "#VALUE!", "#NAME?", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#ЗНАЧ!", "#ССЫЛКА!", "#Н/Д"})
_YES = frozenset({"да", "+", "v", "✓", "✔", "☑", "x", "х", "1", "true", "истина", "yes"})
_NO = frozenset({"нет", "-", "–", "—", "0", "false", "ложь", "no", "☐"})


@dataclass(frozen=True)
class Grid:
    """The raw cells of one table.

    sheet: its present title. columns: field → letter, only the fields found. first_row: of `values` on the sheet.
    values: rows × fields in the order of `columns`; str, float, int, bool, date, datetime or None. apart: rows of the
    sheet below the table, after a blank one, that are filled in as its rows are.
    """

    sheet: str
    columns: Mapping[str, str]
    first_row: int
    values: tuple[tuple[object, ...], ...] = ()
    apart: tuple[int, ...] = ()


@dataclass(frozen=True)
class Reading(Generic[R]):
    """Typed rows in sheet order, blank rows left out, and the findings of the cells that could not be read."""

    rows: tuple[R, ...]
    findings: tuple[Finding, ...]


def typed(table: type[R], grid: Grid) -> Reading[R]:
    """Turn raw cells into rows; a cell that does not fit its column reads as blank and yields a finding.

    So does a row that stands apart from the table: it is not read.
    A word of a drop-down list is read in the spelling of the list, however it is typed.
    """
    columns = [table.spec.column(name) for name in grid.columns]
    rows: list[R] = []
    findings: list[Finding] = []
    for number, values in enumerate(grid.values, grid.first_row):
        cells: dict[str, object] = {}
        misread: dict[str, _Misread] = {}
        for column, value in zip(columns, values, strict=True):
            if value is None or (isinstance(value, str) and (not value or value.isspace())):
                continue
            found = _convert(column, value)
            if isinstance(found, _Misread):
                misread[column.field] = found
            else:
                cells[column.field] = found
        if not cells and not misread:
            continue
        row = table(at=Place(grid.sheet, number, grid.columns, frozenset(misread)), **cells)
        rows.append(row)
        findings += [found.code.at(row.cell(name), text=found.text, kind=found.kind) for name, found in misread.items()]
    named = next((letter for name, letter in grid.columns.items() if table.spec.column(name).required), "A")
    findings += [ROW_APART.at(Cell(grid.sheet, named, number)) for number in grid.apart]
    return Reading(tuple(rows), tuple(findings))


@dataclass(frozen=True)
class _Misread:
    code: Code
    text: str
    kind: str


def _convert(column: Column, value: object) -> object:
    """Read a cell that is not blank."""
    if isinstance(value, str):
        if is_error(value):
            return _Misread(BROKEN_FORMULA, value, "")
        if column.is_free_text:
            return value
    match column.kind:
        case Kind.TEXT | Kind.LINK:
            text = as_text(value)
            return column.choices.spelled(text) if column.choices else text
        case Kind.DATE:
            found: object = as_date(value)
            code = NOT_A_DATE
        case Kind.FLAG:
            found = as_flag(value)
            code = NOT_A_FLAG
        case _:
            found = as_number(value)
            code = NOT_A_NUMBER
            if column.kind is Kind.INTEGER and isinstance(found, float):
                found = int(found) if found.is_integer() else None
    return _Misread(code, as_text(value), column.kind.value) if found is None else found


def as_text(value: object) -> str:
    """Return a cell's value as a person sees it; text stays exactly as typed."""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, dt.datetime | dt.date):
        return date_text(value)
    if isinstance(value, int | float):
        return number_text(value, 10) if math.isfinite(value) else str(value)
    return str(value)


def as_date(value: object) -> dt.date | None:
    """Read a date: a date, a serial day of the 1900 system, dd.mm.yyyy or ISO text; None when it is none of these."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _EPOCH + dt.timedelta(days=int(value)) if math.isfinite(value) and int(value) in _SERIALS else None
    return _date_in(tidy(str(value)))


def _date_in(text: str) -> dt.date | None:
    russian, iso = _DATE.fullmatch(text), _ISO_DATE.fullmatch(text)
    try:
        if russian:
            day, month, year = map(int, russian.groups())
            return dt.date(year + 2000 if year < 100 else year, month, day)
        return dt.date(*map(int, iso.groups())) if iso else None
    except ValueError:
        return None


def as_number(value: object) -> float | None:
    """Read a number, decimal comma or point, spaces between thousands; None when it is not one."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if math.isfinite(value) else None
    text = tidy(str(value)).replace(" ", "")
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", ".").replace("−", "-"))
    return number if math.isfinite(number) else None


def is_error(value: object) -> bool:
    """Tell whether a cell shows the error of a formula."""
    return isinstance(value, str) and value in _ERRORS


def as_flag(value: object) -> bool | None:
    """Read a tick: «да», «+», «v», 1 … or «нет», «-», 0 …; None when it is neither."""
    if isinstance(value, bool):
        return value
    word = fold(as_text(value))
    return True if word in _YES else False if word in _NO else None
