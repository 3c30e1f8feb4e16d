"""What a merge leaves to a person, and what it took, as rows of «Расхождения» without numbers and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import Conflict

from .conflicts import CAME, TAKEN, WAITING, Target, mark, sign_of, text_of, title_of
from .values import shown

if TYPE_CHECKING:
    from mentoring_xl.core.table import Column, Row

    from .lines import Line
    from .table import Taken

_WHOLE_ROW = "вся строка"


def about_cell(
    table: type[Row], column: Column, lines: tuple[Line | None, Line, Line], state: str = WAITING
) -> Conflict:
    """Return the question about one cell of a row of the book.

    lines: as sent (None for a row that both sides added), in the book, in the file.
    """
    then, now, there = (shown(column, line.cells.get(column.field)) if line else "" for line in lines)
    # the row as sent never changes, so the question is known again when the same file is taken once more
    ours, known = lines[1], lines[0] or lines[2]
    return Conflict(
        place=str(ours.row.cell(column.field)) if ours.row else table.spec.sheet,
        row_key=title_of(table, ours),
        title=column.title,
        base=then,
        ours=now,
        theirs=there,
        state=state,
        key=str(Target(table.spec.name, sign_of(table, ours), column.field, mark(text_of(table, known), then, there))),
    )


def about_row(what: str, table: type[Row], line: Line, place: str, texts: tuple[str, str, str]) -> Conflict:
    """Return the question about a whole row. what: REMOVED or ADDED. texts: as sent, in the book, in the file."""
    base, ours, theirs = texts
    return Conflict(
        place=place,
        row_key=title_of(table, line),
        title=_WHOLE_ROW,
        base=base,
        ours=ours,
        theirs=theirs,
        state=WAITING,
        key=str(Target(table.spec.name, sign_of(table, line), what, mark(base, theirs))),
    )


def about_taken(taken: Taken) -> Conflict:
    """Return the row that says what was taken, to be found again when the message is gone."""
    said = mark(taken.place, taken.title, taken.before, taken.after)
    key = Target(taken.place.partition("!")[0], taken.row, CAME, said)
    row = Conflict(place=taken.place, row_key=taken.row, title=taken.title, state=TAKEN, key=str(key))
    return row.but(base=taken.before, ours=taken.before, theirs=taken.after)
