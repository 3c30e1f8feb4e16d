"""«Как пользоваться»: what the book is, the steps in order, a link to every sheet; the table of states comes below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.table import BOTH, PERSON, PROGRAM
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import (
    LISTS_SHEET,
    TABLES,
    Answer,
    Consent,
    Employee,
    Indicator,
    Meeting,
    Mentee,
    Mentor,
    Notice,
    Order,
    Pair,
    Preference,
    Programme,
    Setting,
    StatusLine,
    Step,
)

from .caption import MUST, TITLE_HEIGHT, write_legend
from .cells import write, write_link
from .heights import row_height
from .styles import FIXED, LINE, LINES, LINKED, QUIET, REQUIRED, SQUARES, TABS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.table import Row

    from .styles import Styles

_INTRO = (
    "Эта книга ведёт программу наставничества школы: план, участников, пары, встречи, приказы и показатели.",
    "Вы заполняете белые столбцы, программа – голубые: кнопками «Наставничество» или командами на закрытой книге.",
    "Ваши ячейки программа не меняет: что стоит исправить, она пишет на лист «Замечания» и подсвечивает в таблицах.",
)
_NOTICED = "#C49A6C"
_STEPS: dict[type[Row], tuple[str, str]] = {
    Setting: ("Впишите сведения о школе", ""),
    Step: ("Внесите план и проверьте сроки", "check_deadlines"),
    Employee: ("Внесите сотрудников", ""),
    Mentee: ("Внесите наставляемых", "check_people"),
    Mentor: ("Внесите наставников", "check_people"),
    Consent: ("Отметьте согласия", "check_people"),
    Answer: ("Загрузите ответы на анкеты", "import_answers"),
    Preference: ("Внесите предпочтения", "check_people"),
    Pair: ("Подберите и согласуйте пары", "recalculate_pairs"),
    Programme: ("Составьте программы пар", "create_programmes"),
    Meeting: ("Отмечайте встречи пар", ""),
    Order: ("Оформите приказы", "fill_orders"),
    Indicator: ("Смотрите показатели", "status"),
    Notice: ("Исправьте замечания", "check"),
}
_HEADS = ("Что сделать", "Лист", "Что на нём", "Кнопка и команда")
_STATE, _STATE_HEIGHT = "Состояние программы", 20
_LISTS_PURPOSE = "Значения выпадающих списков; свои можно дописать."


@dataclass(frozen=True)
class _Line:
    group: str
    sheet: str
    purpose: str
    step: str = ""
    label: str = ""


def draw_start(sheet: Worksheet, styles: Styles, tables: Sequence[type[Row]] = TABLES) -> None:
    """Draw everything above the table of states, whose head row leaves room for exactly this.

    tables: those that the book has; a copy for the director has fewer.
    """
    spec = StatusLine.spec
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 1)
    sheet.set_row(0, TITLE_HEIGHT)
    write(sheet, (0, 0), spec.sheet, styles(font_size=18, bold=True))
    write(sheet, (1, 0), spec.purpose, styles(font_color=QUIET))
    for row, sentence in enumerate(_INTRO, 2):
        write(sheet, (row, 0), sentence, styles())
    fillers = {SQUARES[filler]: filler.value for filler in (PERSON, PROGRAM, BOTH)}
    noticed = {_NOTICED: "ячейка названа в «Замечаниях»"} if Notice in tables else {}
    write_legend(sheet, 5, {**fillers, REQUIRED: MUST, **noticed}, styles)
    for index, head in enumerate(_HEADS):
        write(sheet, (7, index), head, styles(bold=True, bg_color=FIXED, **LINES))
    lines = _lines(tables)
    for row, line in enumerate(lines, 8):
        _draw_line(sheet, row, line, styles)
    title = spec.head - 2
    write(sheet, (title, 0), _STATE, styles(bold=True, font_size=14))
    sheet.set_row(title, _STATE_HEIGHT)


def _lines(tables: Iterable[type[Row]]) -> list[_Line]:
    lines = []
    number = 0
    for table in tables:
        if table is StatusLine:
            continue
        step, name = _STEPS.get(table, ("", ""))
        if step:
            number += 1
            step = f"{number}. {step}"
        pressed = button(name) if name else None
        label = f"«{pressed.label}» – {pressed.command}" if pressed else ""
        lines.append(_Line(table.spec.group, table.spec.sheet, table.spec.purpose, step, label))
    lines.append(_Line("Служебные", LISTS_SHEET, _LISTS_PURPOSE))
    return lines


def _draw_line(sheet: Worksheet, row: int, line: _Line, styles: Styles) -> None:
    """The colour beside a link is the colour of the sheet's tab."""
    under = {"bottom": 1, "bottom_color": LINE}
    tab = {"left": 5, "left_color": TABS[line.group], "indent": 1, **under}
    write(sheet, (row, 0), line.step, styles(bold=True, **under))
    write_link(sheet, (row, 1), line.sheet, styles(**tab, **LINKED), styles(**tab))
    write(sheet, (row, 2), line.purpose, styles(text_wrap=True, **under))
    write(sheet, (row, 3), line.label, styles(**under))
    sheet.set_row(row, row_height([(line.purpose, StatusLine.spec.columns[2].width)]))
