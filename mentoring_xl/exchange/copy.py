"""The director's copy: the same tables without what the director does not need to know about people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.table import Kind
from mentoring_xl.core.text import fold, tidy
from mentoring_xl.schema.copying import OF_ANSWERS, STAYING, TICKED, said, tick_code
from mentoring_xl.schema.tables import TABLES, Answer, Consent, Employee, Mentee, Mentor, Setting

from .contacts import secrets, without_contacts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring_xl.core.table import Column, Row
    from mentoring_xl.schema.settings import Settings

_OWN_SECTIONS = frozenset({"почта", "копия директору"})


@dataclass(frozen=True)
class LeftOut:
    """What stays at school. sheets: whole tables. columns: of the others, by table and field."""

    sheets: tuple[type[Row], ...]
    columns: frozenset[tuple[type[Row], str]]

    @property
    def said(self) -> tuple[str, ...]:
        """«Лист: столбец» of each column, in the order of the book."""
        return tuple(
            said(table, column)
            for table in TABLES
            for column in table.spec.columns
            if (table, column.field) in self.columns
        )

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the sheets, in the order of the book."""
        return tuple(table.spec.sheet for table in TABLES if table in self.sheets)

    @property
    def rows(self) -> Mapping[type[Row], str]:
        """The field by which a row of a table is about one person's answers, where those stay at school."""
        return OF_ANSWERS if Answer in self.sheets else {}


def left_out(settings: Settings) -> LeftOut:
    """Return what «Настройки» leave out: private columns that are not ticked, and those that the school names.

    Raises BookError for a name that no column has, and for a column by which rows are known.
    """
    unticked = [(table, column) for table, column in TICKED if not settings.flag(tick_code(table, column))]
    columns = [(table, column) for table, column in unticked if column]
    columns += [_named(tidy(text)) for text in settings.text("copy_without").split(";") if tidy(text)]
    return LeftOut(
        (*STAYING, *(table for table, column in unticked if column is None)),
        frozenset((table, column.field) for table, column in columns),
    )


def _named(text: str) -> tuple[type[Row], Column]:
    for table in TABLES:
        for column in table.spec.columns:
            if fold(said(table, column)) == fold(text):
                if column.key:
                    raise BookError(
                        f"Столбец «{text}» нужен, чтобы узнать строки, когда копия вернётся. "
                        f"Уберите его из параметра «Не включать и столбцы» на листе «{Setting.spec.sheet}»."
                    )
                return table, column
    raise BookError(
        f"Столбца «{text}» в книге нет. Исправьте параметр «Не включать и столбцы» на листе «{Setting.spec.sheet}»: "
        "пишите «Лист: столбец»."
    )


def directors_copy(rows: Mapping[type[Row], Sequence[Row]], out: LeftOut) -> dict[type[Row], tuple[Row, ...]]:
    """Return the rows for a new book, by the tables that it has.

    Columns that stay at school are blank, and what those about people say is hidden elsewhere too, as are contacts in
    free texts; rows about one person's answers are not there, nor are the settings of mail and copy. The copy is built
    anew from these, never by deleting from the original, whose shared strings keep deleted names.
    """
    known = _secrets(rows, out)
    return {
        table: tuple(_shown(row, out, known) for row in found if not (_is_own(row) or _is_of_answers(row, out)))
        for table, found in rows.items()
        if table not in out.sheets
    }


def _secrets(rows: Mapping[type[Row], Sequence[Row]], out: LeftOut) -> tuple[str, ...]:
    """Return what the private columns about people say, but for names that others have in open columns."""
    people = (row for table in (Mentee, Mentor, Employee) for row in rows.get(table, ()))
    names = {tidy(str(row.values()["full_name"])) for row in people}
    texts = [
        value
        for table, name in out.columns
        if table in (Mentee, Mentor, Employee, Consent)
        for row in rows.get(table, ())
        if isinstance(value := getattr(row, name), str)
    ]
    return secrets(texts, names)


def _is_own(row: Row) -> bool:
    return isinstance(row, Setting) and fold(row.section) in _OWN_SECTIONS


def _is_of_answers(row: Row, out: LeftOut) -> bool:
    name = out.rows.get(type(row), "")
    return bool(name and getattr(row, name))


def _shown(row: Row, out: LeftOut, known: tuple[str, ...]) -> Row:
    values: dict[str, object] = {}
    for column in row.spec.columns:
        value = getattr(row, column.field)
        if (type(row), column.field) in out.columns:
            values[column.field] = column.blank
        elif column.kind is Kind.LINK and tidy(value.partition("!")[0].partition("·")[0]) in out.titles:
            values[column.field] = ""
        elif isinstance(value, str) and not column.private and (cleared := without_contacts(value, known)) != value:
            values[column.field] = cleared
    return row.but(**values) if values else row
