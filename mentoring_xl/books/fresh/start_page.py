"""«Как пользоваться»: what the book is, the steps in order, a link to every sheet; the table of states comes below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.table import BOTH, PERSON, PROGRAM
from mentoring_xl.schema.buttons import BUTTONS, CONTROLS, LOADERS
from mentoring_xl.schema.tables import (
    LISTS_SHEET,
    TABLES,
    Answer,
    Conflict,
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
    Question,
    Setting,
    StatusLine,
    Step,
    SurveyResult,
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
_STEPS: dict[type[Row], tuple[str, ...]] = {
    Setting: ("Впишите сведения о школе",),
    Step: ("Внесите план и проверьте сроки", "check_deadlines"),
    Employee: ("Внесите сотрудников",),
    Mentee: ("Внесите наставляемых", "check_people"),
    Mentor: ("Внесите наставников", "check_people"),
    Consent: ("Отметьте согласия", "check_people"),
    Question: ("Раздайте анкеты", "questionnaires"),
    Answer: ("Загрузите ответы на анкеты", "import_answers"),
    Preference: ("Внесите предпочтения", "check_people"),
    SurveyResult: ("Посчитайте ответы", "survey_results"),
    Pair: ("Подберите и согласуйте пары", "recalculate_pairs"),
    Programme: ("Составьте программы пар", "create_programmes"),
    Meeting: ("Отмечайте встречи пар",),
    Order: ("Оформите приказы", "fill_orders"),
    Indicator: ("Покажите, что получилось", "status", "report"),
    Notice: ("Исправьте замечания", "check"),
    Conflict: ("Согласуйте книгу с директором", "send_to_director", "accept_reply", "settle_conflicts"),
}
"""What to do on a sheet, and by which controls or, where there is none, commands."""
_OF_ALL = {"accept_reply", "settle_conflicts"}
"""They write wherever a person does."""
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
        step, *names = _STEPS.get(table, ("", *_writing(table)))
        if step:
            number += 1
            step = f"{number}. {step}"
        lines.append(
            _Line(table.spec.group, table.spec.sheet, table.spec.purpose, step, "\n".join(map(_pressed, names)))
        )
    lines.append(_Line("Служебные", LISTS_SHEET, _LISTS_PURPOSE))
    return lines


def _writing(table: type[Row]) -> tuple[str, ...]:
    """Return the first button that fills the sheet; none of all that work through it."""
    return tuple(one.name for one in (*LOADERS, *BUTTONS) if table in one.writes and one.name not in _OF_ALL)[:1]


def _pressed(name: str) -> str:
    found = {control.name: control for control in CONTROLS}.get(name)
    return f"«{found.label}» – {found.command}" if found else f"команда {name}"


def _draw_line(sheet: Worksheet, row: int, line: _Line, styles: Styles) -> None:
    """The colour beside a link is the colour of the sheet's tab."""
    under = {"bottom": 1, "bottom_color": LINE}
    tab = {"left": 5, "left_color": TABS[line.group], "indent": 1, **under}
    write(sheet, (row, 0), line.step, styles(bold=True, **under))
    write_link(sheet, (row, 1), line.sheet, styles(**tab, **LINKED), styles(**tab))
    write(sheet, (row, 2), line.purpose, styles(text_wrap=True, **under))
    write(sheet, (row, 3), line.label, styles(text_wrap=True, **under))
    widths = [column.width for column in StatusLine.spec.columns]
    sheet.set_row(row, row_height([(line.purpose, widths[2]), (line.label, widths[3])]))
