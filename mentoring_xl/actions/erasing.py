"""«Удалить данные»: one person's data leave the tables, his pairs are dissolved, and what stays is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Amend, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import Outcome
from mentoring_xl.core.table import Kind, Row
from mentoring_xl.core.text import code_key, counted, split_codes, tidy
from mentoring_xl.documents.declension import CASES, Gender, decline_name
from mentoring_xl.matching.banks import bank_edits
from mentoring_xl.matching.facts import Facts, in_code_order
from mentoring_xl.people import erasing, identity
from mentoring_xl.people.consents import DATA, WITHDRAWN, by_person, judge
from mentoring_xl.people.traces import Traces, traces
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    CaseForms,
    Conflict,
    Consent,
    Employee,
    Mentee,
    Mentor,
    OrderLine,
    Pair,
    Publication,
    Respondent,
    Setting,
)

from .gathering import norms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.people.identity import Person

_OFFICIALS = ("director", "curator")
_GENDERS: dict[str, Gender] = {"м": "m", "ж": "f"}
_OF_NO_USE: Mapping[type[Row], str] = {CaseForms: "text", Respondent: "written", Conflict: "row_key"}
"""Rows that go when this field names the person."""
_MOST_CELLS = 10
Rows = tuple[Row | None, ...]


@dataclass(frozen=True)
class Erasure:
    """What one erasing does. code: as the bank writes it. outcome: its summary says what goes and what stays.

    traces: by which the rest of the file is searched. kept_sheets: sheets of signed orders, which are not touched.
    """

    code: str
    outcome: Outcome
    traces: Traces
    kept_sheets: tuple[str, ...] = ()


def erase(tables: Tables, today: dt.date, code: str, *, from_orders: bool = False) -> Erasure:
    """Return what erases the data of the person with a code.

    tables: all of them. from_orders: the code stands in place of the name in signed orders too.
    Raises BookError when nobody has the code, or only an employee with a role in the programme.
    """
    who = identity.person(tables, code)
    if who is None:
        raise BookError(
            f"Кода «{tidy(code)}» нет ни в банках, ни на листе «{Employee.spec.sheet}». Проверьте код и повторите."
        )
    if not who.rows:
        raise BookError(
            f"{who.code} записан на листе «{Employee.spec.sheet}» с ролью: «{tidy(who.kept[0].role)}». "
            "Очистите его роль и повторите."
        )
    found = _traces(tables, who)
    after = erasing.rows_after(tables, who, today, from_orders=from_orders)
    after |= _banks_after(tables.but({t: filter(None, rows) for t, rows in after.items()}), after, today)
    orders = () if from_orders else identity.signed_orders(tables, who)
    still = {code_key(order.code) for order in orders}
    laid = {table: tuple(_scrubbed(row, found, still) for row in after.get(table, tables[table])) for table in TABLES}
    edits = tuple(edit for table, rows in laid.items() for edit in _edits(tables[table], rows))
    perhaps = tuple(_perhaps(laid, found))
    kept = tuple(dict.fromkeys((*(order.sheet for order in orders), *_sheets_of_lines(tables)))) if orders else ()
    return Erasure(who.code, Outcome(edits, (), (*_summary(tables, who, after, orders), *perhaps)), found, kept)


def _sheets_of_lines(tables: Tables) -> Iterator[str]:
    yield OrderLine.spec.sheet
    yield from (row.at.sheet for row in tables[OrderLine] if row.at)


def without_withdrawn(tables: Tables, today: dt.date) -> tuple[Tables, tuple[str, ...]]:
    """Return all tables with only a code of those whose consent to data processing was withdrawn, and their codes.

    For copies that go to other people: the book itself stays, and so do the states of the pairs.
    """
    register = by_person(tables[Consent])
    banks: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
    gone = [
        row.code
        for row in banks
        if tidy(row.full_name)
        and judge(register.get(code_key(row.code), ()), DATA, today, minor=False).state == WITHDRAWN
    ]
    for code in gone:
        who = identity.person(tables, code)
        if who is None:
            continue
        found = _traces(tables, who)
        laid = {table: tuple(_scrubbed(_unnamed(row, who), found, set()) for row in tables[table]) for table in TABLES}
        tables = tables.but({table: [row for row in rows if row is not None] for table, rows in laid.items()})
    return tables, tuple(map(tidy, gone))


def _unnamed(row: Row, who: Person) -> Row:
    if isinstance(row, Mentee | Mentor) and any(row is own for own in who.rows):
        return type(row)(at=row.at, number=row.number, code=row.code, group=row.group, status=row.status)
    return row


def _traces(tables: Tables, who: Person) -> Traces:
    settings = Settings(tables[Setting])
    others = identity.other_names(tables, who, (settings.text(code) for code in _OFFICIALS))
    genders = [_GENDERS.get(tidy(row.gender).lower()) for row in who.rows if row.gender]
    forms = [decline_name(name, case, genders[0] if genders else None).text for name in who.names for case in CASES]
    own = set(identity.secrets(tables, who))
    foreign = [
        str(value)
        for table in (Mentee, Mentor, Employee, Consent)
        for row in tables[table]
        if not _is_his(row, who)
        for value in row.values().values()
        if isinstance(value, str) and value
    ]
    return traces(who.code, forms, own, others, foreign)


def _is_his(row: Row, who: Person) -> bool:
    code = row.person_code if isinstance(row, Consent) else getattr(row, "code", "")
    return code_key(code) in who.codes


def _banks_after(tables: Tables, after: Mapping[type[Row], Rows], today: dt.date) -> dict[type[Row], Rows]:
    """Return the banks, in which those who worked with the person no longer do."""
    facts = Facts(
        in_code_order(tables[Mentee]), in_code_order(tables[Mentor]), today, norms=norms(Settings(tables[Setting]))
    )
    mentees, mentors, pairs = tables[Mentee], tables[Mentor], tables[Pair]
    puts = {id(put.row): put.values for put in bank_edits(facts, mentees, mentors, pairs)}
    return {
        table: tuple(row.but(**puts[id(row)]) if id(row) in puts and row.at else row for row in after[table] if row)
        for table in (Mentee, Mentor)
    }


def _scrubbed(row: Row | None, found: Traces, orders: set[str]) -> Row | None:
    """Return a row with the person's code wherever a text names him; lines of these orders stay.

    The cases of his name, his signature under answers and what two sides changed in his row are of no use without it.
    """
    if row is not None and (field := _OF_NO_USE.get(type(row))) and found.stand_in(str(getattr(row, field))):
        return None
    if row is None or (isinstance(row, OrderLine) and code_key(row.order_code) in orders):
        return row
    texts = {
        column.field: said
        for column in row.spec.columns
        if column.kind in (Kind.TEXT, Kind.LINK)
        and (text := getattr(row, column.field))
        and (said := found.erased(text)) != text
    }
    return row.but(**texts) if texts else row


def _perhaps(laid: Mapping[type[Row], Rows], found: Traces) -> Iterator[str]:
    """Yield the sentence about cells with the surname alone, which may be a word or somebody else's."""
    cells = [
        row.cell(name)
        for rows in laid.values()
        for row in rows
        if row is not None and row.at and not isinstance(row, OrderLine)
        for name, value in row.values().items()
        if isinstance(value, str) and found.perhaps_in(value)
    ]
    if cells:
        more = " и ещё в других" if len(cells) > _MOST_CELLS else ""
        yield f"Только фамилия осталась в ячейках {', '.join(map(str, cells[:_MOST_CELLS]))}{more}: посмотрите их сами."


def _edits(before: tuple[Row, ...], after: Rows) -> Iterator[Edit]:
    for old, new in zip(before, after, strict=True):
        if new is not None and new.at is old.at and new != old:
            yield Amend(old, {name: value for name, value in new.values().items() if value != getattr(old, name)})
    laid = tuple(row for row in after if row is not None)
    if any(new is None or new.at is not old.at for old, new in zip(before, after, strict=True)):
        yield Rewrite(type(before[0]), laid)


def _summary(tables: Tables, who: Person, after: Mapping[type[Row], Rows], orders: Iterable[object]) -> tuple[str, ...]:
    taken = {table: sum(row is None for row in rows) for table, rows in after.items()}
    pairs = sum(old != new for old, new in zip(tables[Pair], after[Pair], strict=True))
    codes = ", ".join(dict.fromkeys(tidy(row.code) for row in who.rows))
    said = [
        f"Очищаются строки {codes}: остаётся только код. "
        f"Убираются согласия ({taken[Consent]}) и ответы анкет ({taken[Answer]})."
    ]
    if pairs:
        stopped = counted(pairs, "пара", "пары", "пар")
        said.append(f"Прекращается работа: {stopped}. Если пара закреплена приказом, издайте приказ.")
    listed = ", ".join(_order(order) for order in orders)
    if listed:
        said.append(f"Имя остаётся в подписанных приказах и на их листах: {listed}.")
    said += [
        f"Имя остаётся на листе «{Employee.spec.sheet}», {tidy(row.code)}: там он {tidy(row.role)}." for row in who.kept
    ]
    if who.namesakes:
        others = ", ".join(tidy(row.code) for row in who.namesakes)
        said.append(f"Есть ещё записи с таким именем: {others}. Они не тронуты; если это он же, удалите и их.")
    places = ", ".join(row.cell("people").__str__() for row in tables[Publication] if _named(row, who))
    if places:
        said.append(f"Публикации о нём снимите сами: {places}.")
    return tuple(said)


def _named(row: Publication, who: Person) -> bool:
    return any(code_key(code) in who.codes for code in split_codes(row.people, who.codes))


def _order(order: object) -> str:
    number = tidy(getattr(order, "order_number", ""))
    return f"{tidy(getattr(order, 'code', ''))}{f' (№ {number})' if number else ''}"
