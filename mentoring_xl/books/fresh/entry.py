"""What a person meets while typing: drop-downs, checks of dates and numbers, their prompts and error texts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.core.table import PROGRAM, Kind
from mentoring_xl.schema.choices import YES_NO
from mentoring_xl.schema.settings import OPTIONS
from mentoring_xl.schema.tables import LISTS_SHEET, Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.table import Choices, Row, TableSpec

REACH = 500
"""How many rows below the last filled one have drop-downs, checks and highlights."""

_TITLE, _TEXT = 32, 255
_TYPED = {
    Kind.DATE: {
        "validate": "date",
        "criteria": "between",
        "minimum": dt.date(1900, 1, 1),
        "maximum": dt.date(2100, 12, 31),
        "error_title": "Это не дата",
        "error_message": "Запишите дату в виде дд.мм.гггг, например 01.09.2026. Оставить как есть?",
    },
    Kind.INTEGER: {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_title": "Это не целое число",
        "error_message": "Оставьте в ячейке только целое число. Оставить как есть?",
    },
    Kind.NUMBER: {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": "Это не число",
        "error_message": "Оставьте в ячейке только число. Оставить как есть?",
    },
}


def add_checks(sheet: Worksheet, spec: TableSpec, last: int) -> None:
    """Give each column that a person fills its drop-down or its check, which only warns, down to the row `last`."""
    for index, column in enumerate(spec.columns):
        if column.filled_by is PROGRAM:
            continue
        if column.choices:
            rule = _from_list(column.choices, column.title, column.note)
        elif column.kind in _TYPED:
            rule = {**_TYPED[column.kind], "error_type": "warning"}
        else:
            continue
        sheet.data_validation(spec.head, index, last - 1, index, rule)


def add_setting_checks(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Give the settings that are a tick a drop-down of their own."""
    flags = {option.code for option in OPTIONS if option.kind is Kind.FLAG}
    value = Setting.spec.fields.index("value")
    for number, row in enumerate(rows, Setting.spec.head):
        if isinstance(row, Setting) and row.code in flags:
            sheet.data_validation(number, value, number, value, _from_list(YES_NO, row.title, row.note))


def _from_list(choices: Choices, title: str, note: str) -> dict[str, object]:
    where = f"Список – на листе «{LISTS_SHEET}»."
    refusal = f"Выберите значение из списка. {where}"
    question = f"Такого значения нет в списке. Оставить его? В список его можно добавить на листе «{LISTS_SHEET}»."
    return {
        "validate": "list",
        "source": f"={choices.name}",
        "input_title": title[:_TITLE],
        "input_message": f"Выберите из списка. {note}".strip()[:_TEXT],
        "error_title": "Нет в списке",
        "error_message": refusal if choices.strict else question,
        "error_type": "stop" if choices.strict else "warning",
    }
