"""What orders are made from, read once: the register, the lines, the pairs as signed orders leave them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from mentoring_xl import documents, people
from mentoring_xl.actions.parties import Banks
from mentoring_xl.core.text import code_key, date_text, sheet_title, tidy
from mentoring_xl.documents import orders
from mentoring_xl.matching.ledger import joined_key, key
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.orders import CANCELLED, SIGNED
from mentoring_xl.schema.states.pairs import AGREED, DISSOLVED, FIXED, PROPOSED
from mentoring_xl.schema.tables import CaseForms, Consent, Mentee, Mentor, Order, OrderLine, Pair, PaperText, Setting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import R

_OWN_CODE = re.compile(r"ПР-(\d{1,9})")


def rows(tables: Tables, table: type[R]) -> tuple[R, ...]:
    """Return the rows of a table, none where the button does not read it."""
    if table not in tables:
        return ()
    return tables[table]


class Ledger:
    """The workbook as the orders see it.

    orders: the register in sheet order, every row with a code. stored: lines by order. known: the folded codes of the
    pairs. force: the pairs that signed orders have fixed. pairs: those of signed orders marked so.
    """

    def __init__(self, tables: Tables, today: dt.date) -> None:
        self.tables, self.today = tables, today
        self.settings = Settings(tables[Setting])
        self.texts, self.overrides = rows(tables, PaperText), documents.confirmed(rows(tables, CaseForms))
        self.stored = orders.by_order(rows(tables, OrderLine))
        self.orders = _coded(tables[Order], self.stored)
        self.known = frozenset(joined_key(pair) for pair in tables[Pair])
        self.force = orders.in_force(self.orders, self.stored, self.known)
        self.pairs = tuple(map(self._marked, tables[Pair]))
        self.banks = Banks(tables, self.settings, today)
        everybody: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
        self._standing = people.standing(everybody, tables[Consent], self.settings, today)

    @cached_property
    def present(self) -> Mapping[str, OrderLine]:
        """The pairs that have not been dissolved, as lines, by their folded codes."""
        lines: dict[str, OrderLine] = {}
        for pair in self.pairs:
            if pair.state != DISSOLVED:
                lines.setdefault(joined_key(pair), self.line(pair))
        return lines

    @cached_property
    def dissolved(self) -> Mapping[str, Pair]:
        """The dissolved pairs by their folded codes; whoever is a pair again is not dissolved."""
        return {
            joined_key(pair): pair
            for pair in self.pairs
            if pair.state == DISSOLVED and joined_key(pair) not in self.present
        }

    @cached_property
    def differences(self) -> tuple[orders.Difference, ...]:
        """Where fixed pairs are gone or changed, without those that have been dissolved."""
        bounds = [bound for code, bound in self.force.items() if code not in self.dissolved]
        return tuple(orders.differences(bounds, self.present))

    def line(self, pair: Pair) -> OrderLine:
        """Return the pair as an order names it; a person whom the banks do not know has no name."""
        mentee_key, mentor_key = key(pair)
        mentee, mentor = self.banks.mentees.get(mentee_key), self.banks.mentors.get(mentor_key)
        people_of = [side.person for side in (mentee, mentor) if side]
        return OrderLine(
            code=self.banks.code(pair),
            mentor=tidy(mentor.person.full_name) if mentor else "",
            mentor_about=about(mentor.person) if mentor else "",
            mentee=tidy(mentee.person.full_name) if mentee else "",
            mentee_about=about(mentee.person) if mentee else "",
            form=pair.form,
            day=pair.starts,
            consents="\n".join(filter(None, map(self._consents, people_of))),
        )

    def consented(self, person: Mentee | Mentor) -> bool:
        """Tell whether the consent to data processing is in force."""
        return self._standing[person.code].data_consent is not None

    def lines_of(self, order: Order) -> tuple[OrderLine, ...]:
        """Return the lines of an order as they are stored, else its codes with the names of today."""
        lines = orders.lines_of(order, self.stored, self.known)
        if code_key(order.code) in self.stored:
            return lines
        found = (self.named(line) for line in lines)
        return tuple(line.but(order_code=order.code, number=number) for number, line in enumerate(found, 1))

    def named(self, line: OrderLine) -> OrderLine:
        """Return a line that has no names as the book names its pair today, dissolved or not; others as they are."""
        if line.mentor or line.mentee:
            return line
        code = code_key(line.code)
        gone = self.dissolved.get(code)
        return self.present.get(code) or (self.line(gone) if gone else line)

    def order(self, code: str) -> Order | None:
        """Return the order of a folded code, None when there is none."""
        return next((order for order in self.orders if code_key(order.code) == code), None)

    def _marked(self, pair: Pair) -> Pair:
        bound = self.force.get(joined_key(pair))
        number = tidy(bound.order.order_number) if bound else ""
        if number and pair.state in (PROPOSED, AGREED):
            return pair.but(state=FIXED, order_number=number)
        return pair

    def _consents(self, person: Mentee | Mentor) -> str:
        standing = self._standing[person.code]
        days = [day for day in (standing.data_consent, standing.agreement) if day]
        who = "наставник" if isinstance(person, Mentor) else "наставляемый"
        return f"{who}: {', '.join(dict.fromkeys(map(date_text, days)))}" if days else ""


def about(person: Mentee | Mentor) -> str:
    """Return the post, else the class."""
    return tidy(person.post or (f"{person.school_class} класс" if person.school_class else ""))


def next_code(codes: Iterable[str]) -> str:
    """Return a code above all that there are: that of a row that was deleted is not given again."""
    numbers = (int(found[1]) for code in codes if (found := _OWN_CODE.fullmatch(code_key(code))))
    return f"ПР-{max(numbers, default=0) + 1}"


def sheet_of(order: Order) -> str:
    """Return the title of the order's sheet."""
    return sheet_title(f"Приказ {order.code}")


def is_final(order: Order) -> bool:
    """Tell whether the program leaves the order alone."""
    return order.state in (SIGNED, CANCELLED)


def _coded(register: Iterable[Order], stored: Mapping[str, tuple[OrderLine, ...]]) -> tuple[Order, ...]:
    """Give a code to every row that names a kind and has none."""
    found = list(register)
    codes = [*(order.code for order in found), *stored]
    for place, order in enumerate(found):
        if tidy(order.kind) and not tidy(order.code):
            codes.append(next_code(codes))
            found[place] = order.but(code=codes[-1])
    return tuple(found)
