"""Colours that follow the cells: states, levels of the plan, cells named in «Замечания», lines of typed rows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.core.finding import Severity
from mentoring_xl.core.table import PROGRAM
from mentoring_xl.schema.choices import STEP_LEVELS
from mentoring_xl.schema.tables import Step

from .styles import BAD, CALM, GOING, GOOD, NOTICED, SOON, STAGE, TINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.table import Column, TableSpec

    from .styles import Styles

NOTICE_KEYS = "NoticeKeys"
TONES = {
    "выполнено": GOOD,
    "просрочено": BAD,
    "скоро": SOON,
    "идёт": GOING,
    "предстоит": CALM,
    "постоянно": CALM,
    "по событию": CALM,
    "без срока": SOON,
    "срок не прочитан": BAD,
    "действует": GOOD,
    "истекло": BAD,
    "отозвано": BAD,
    "нет даты": SOON,
    "предложена": SOON,
    "согласована": GOING,
    "закреплена приказом": GOOD,
    "завершена": CALM,
    "расторгнута": BAD,
    "предложение снято": CALM,
    "черновик": SOON,
    "утверждена": GOING,
    "проведено": GOOD,
    "отменено": CALM,
    "на подписи": GOING,
    "подписан": GOOD,
    "отменён": CALM,
    "ожидает": SOON,
    "приостановлен": SOON,
    "выбыл": CALM,
    "ошибка": BAD,
    "предупреждение": SOON,
    "заметка": CALM,
}
_STAGE, _MEASURE = STEP_LEVELS.values[:2]


def add_highlights(sheet: Worksheet, spec: TableSpec, last: int, styles: Styles, *, noticed: bool = True) -> None:
    """Add the rules down to the row `last`, in the order in which they win: finding, state, level, lines.

    The last ones draw the lines of rows typed below the table; lines drawn there beforehand would be printed.
    noticed: the book has «Замечания». They name cells where somebody types, so that a table which the program alone
    fills has no rule for them; each rule also costs LibreOffice time when it fits rows.
    """
    whole = range(len(spec.columns))

    def add(columns: Sequence[int], formula: str, **look: object) -> None:
        rule = {"type": "formula", "criteria": f"={formula}", "format": styles.rule(**look)}
        sheet.conditional_format(spec.head, columns[0], last - 1, columns[-1], rule)

    def first(index: int) -> str:
        return f"${letters(index)}{spec.head + 1}"

    if noticed and any(column.filled_by is not PROGRAM for column in spec.columns):
        add(whole, f'COUNTIF({NOTICE_KEYS},"{spec.name}!"&ADDRESS(ROW(),COLUMN(),4))>0', bg_color=NOTICED)
    for index in whole:
        for word in _states(spec.columns[index]):
            add([index], f'{first(index)}="{word}"', **TONES[word])
    if spec is Step.spec:
        level = first(spec.fields.index("level"))
        add(whole, f'{level}="{_STAGE}"', bold=True, bg_color=STAGE)
        for name in ("number", "title"):
            add([spec.fields.index(name)], f'{level}="{_MEASURE}"', bold=True)
    for tint, stripe in groupby(whole, lambda index: TINTS[spec.columns[index].filled_by]):
        anything = f"COUNTA({first(0)}:{first(whole[-1])})>0"
        add(list(stripe), anything, **({"bg_color": tint} if tint else {}))


def _states(column: Column) -> tuple[str, ...]:
    if column.field == "severity":
        return tuple(severity.value for severity in Severity)
    words = column.choices.values if column.choices else ()
    return tuple(word for word in words if word in TONES)
