"""What people wrote into the file outside its tables: notes on cells, columns and sheets of their own, a stamp."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.schema.tables import Conflict

from .conflicts import INFORMING, SAID, Target, mark, title_of
from .lines import lines_in_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mentoring_xl.core.side import Said, Side

    from .table import TableMerge

_LONGEST = 2000
_NOTE, _ABOVE, _BESIDE, _NEW_SHEET = "комментарий", "над таблицей", "рядом с таблицей", "новый лист"


def remarks(base: Side, theirs: Side, merges: Mapping[str, TableMerge]) -> Iterator[Conflict]:
    """Yield what was not there when the copy was sent, for «Расхождения», to be read. merges: by sheet of the file."""
    was = {sheet: merging.base_grid.sheet for sheet, merging in merges.items() if merging.base_grid}
    sent = Counter(_sign(said, said.sheet) for said in base.said)
    texts = {_sign(said, "") for said in base.said}
    places = {(fold(said.sheet), said.row, said.column): said.text for said in base.said if not said.is_note}
    known = {fold(sheet) for sheet in base.sheets}
    new_sheets: dict[str, list[str]] = {}
    for said in theirs.said:
        sheet = was.get(said.sheet, said.sheet)
        sign = _sign(said, sheet)
        if sent[sign]:
            sent[sign] -= 1
        elif fold(sheet) in known:
            before = "" if said.is_note else places.get((fold(sheet), said.row, said.column), "")
            yield _remark(said, merges.get(said.sheet), before)
        elif _sign(said, "") not in texts:
            new_sheets.setdefault(said.sheet, []).append(said.text)
    for title, found in new_sheets.items():
        text = "\n".join(found)
        text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        yield _row(title, _NEW_SHEET, text)


def _remark(said: Said, merging: TableMerge | None, before: str) -> Conflict:
    line = merging.line_of(said.row) if merging else None
    # as the file has it: a row that came with the file is in the book when the same file is taken once more
    known = title_of(merging.table, line) if merging and line else ""
    row = merging.row_of(line) if merging and line else None
    beside = _ABOVE if merging and said.row < merging.grid.first_row else _BESIDE
    title = f"{_NOTE}, {said.author}" if said.is_note and said.author else _NOTE if said.is_note else said.heading
    if merging is None or row is None:
        sheet = merging.base_grid.sheet if merging and merging.base_grid else said.sheet
        at = f"{said.column}{said.row}"
        key = known, said.column if known else at
        return _row(f"{sheet}!{at}", title or beside, said.text, before=before, row=known, key=key)
    fields = {letter: name for name, letter in merging.grid.columns.items()}
    name = fields.get(said.column, row.spec.fields[0])
    known_as = title_of(type(row), lines_in_book((row,))[0])
    place = str(row.cell(name))
    return _row(place, title or beside, said.text, before=before, row=known_as, key=(known, said.column))


def _row(
    place: str, title: str, text: str, *, before: str = "", row: str = "", key: tuple[str, str] = ("", "")
) -> Conflict:
    """key: of which row of the file and where it stands, so that the same word in two cells is two remarks."""
    of, at = key
    target = Target(place.partition("!")[0], of, SAID, mark(at, title, before, text))
    return Conflict(place=place, row_key=row, title=title, base=before, theirs=text, state=INFORMING, key=str(target))


def _sign(said: Said, sheet: str) -> tuple[str, bool, str]:
    return fold(sheet), said.is_note, tidy(said.text)
