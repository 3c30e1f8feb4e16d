"""Who the person is whose data are to be erased: his rows, his names, what is his alone, the orders that name him."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, split_codes, tidy
from mentoring_xl.schema.states.orders import CANCELLED, SIGNED
from mentoring_xl.schema.tables import Consent, Employee, Mentee, Mentor, Order, OrderLine, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import Row

_CODES = re.compile(r"[/,;+\n]")


@dataclass(frozen=True)
class Person:
    """All rows of one person, as mentee, mentor and member of staff. codes: folded. code: as he was asked for.

    kept: rows of staff that stay because they carry a role in the programme. namesakes: rows of others of that name.
    ordered: his names in the lines of orders, which may outlive those of the banks.
    """

    code: str
    rows: tuple[Mentee | Mentor | Employee, ...]
    kept: tuple[Employee, ...] = ()
    namesakes: tuple[Mentee | Mentor | Employee, ...] = ()
    ordered: tuple[str, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The folded codes of his rows."""
        return frozenset(code_key(row.code) for row in self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """His full names as they are typed, each once."""
        return tuple(dict.fromkeys(filter(None, (*(tidy(row.full_name) for row in self.rows), *self.ordered))))


def person(tables: Tables, code: str) -> Person | None:
    """Return the person with a code, None when nobody has it.

    One person are the rows of this code, of the same code of staff, and of the same name and year of birth.
    """
    everybody: tuple[Mentee | Mentor | Employee, ...] = (*tables[Mentee], *tables[Mentor], *tables[Employee])
    wanted = code_key(code)
    rows = [row for row in everybody if wanted and code_key(row.code) == wanted]
    if not rows:
        return None
    for row in everybody:
        if not among(row, rows) and any(_same(row, known) for known in rows):
            rows.append(row)
    names = {fold(row.full_name) for row in rows} - {""}
    kept = tuple(row for row in rows if isinstance(row, Employee) and tidy(row.role))
    return Person(
        tidy(rows[0].code),
        tuple(row for row in rows if not among(row, kept)),
        kept,
        tuple(row for row in everybody if not among(row, rows) and fold(row.full_name) in names),
        tuple(_in_lines(tables[OrderLine], frozenset(code_key(row.code) for row in rows))),
    )


def other_names(tables: Tables, who: Person, officials: Iterable[str]) -> frozenset[str]:
    """Return the full names of everybody else: in the banks, on the staff, and those who sign."""
    everybody: tuple[Mentee | Mentor | Employee, ...] = (*tables[Mentee], *tables[Mentor], *tables[Employee])
    return frozenset(
        name for name in (*(tidy(row.full_name) for row in everybody if not among(row, who.rows)), *officials) if name
    )


def secrets(tables: Tables, who: Person) -> Iterator[str]:
    """Yield what is his alone: contacts, links, the names of his representatives."""
    for row in who.rows:
        for name in ("contacts", "link", "email"):
            yield from (tidy(part) for part in re.split(r"[;,\n]", str(getattr(row, name, ""))))
    for consent in tables[Consent]:
        if code_key(consent.person_code) in who.codes:
            yield tidy(consent.representative)


def signed_orders(tables: Tables, who: Person) -> tuple[Order, ...]:
    """Return the signed orders that name the person: by a line of theirs or on a sheet of their own."""
    lines = {code_key(line.order_code) for line in tables[OrderLine] if who.codes & codes_in(line.code)}
    known = {code_key(pair.code) for pair in tables[Pair]}
    return tuple(
        order
        for order in tables[Order]
        if order.state in (SIGNED, CANCELLED)
        and (
            code_key(order.code) in lines
            or (tidy(order.sheet) and any(who.codes & codes_in(code) for code in split_codes(order.pairs, known)))
        )
    )


def codes_in(text: str) -> frozenset[str]:
    """Return the folded codes of people in the code of a pair, of a group, or in a list of codes."""
    return frozenset(code_key(part) for part in _CODES.split(text)) - {""}


def among(row: Row, rows: Iterable[Row]) -> bool:
    """Tell whether it is this very row: rows of two people may say the same."""
    return any(row is one for one in rows)


def _same(one: Mentee | Mentor | Employee, two: Mentee | Mentor | Employee) -> bool:
    if (staff := _staff_code(one)) and staff == _staff_code(two):
        return True
    years = (getattr(one, "birth_year", None), getattr(two, "birth_year", None))
    same_name = fold(one.full_name) == fold(two.full_name) != ""
    return same_name and years[0] is not None and years[0] == years[1]


def _staff_code(row: Mentee | Mentor | Employee) -> str:
    return code_key(row.code if isinstance(row, Employee) else row.staff_code)


def _in_lines(lines: Iterable[OrderLine], codes: frozenset[str]) -> Iterator[str]:
    for line in lines:
        first, slash, second = line.code.partition("/")
        if code_key(second if slash else first) in codes:
            yield tidy(line.mentor)
        if slash and code_key(first) in codes:
            yield tidy(line.mentee)
