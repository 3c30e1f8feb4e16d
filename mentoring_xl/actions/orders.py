"""«Заполнить приказы»: the register and the sheet of the order on pairs."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from mentoring_xl import documents
from mentoring_xl.core.edit import Append, Edit, Print, Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, counted, date_text, sheet_title, split_codes, tidy
from mentoring_xl.matching.banks import bank_edits
from mentoring_xl.matching.facts import Facts, in_code_order
from mentoring_xl.schema.choices import ORDER_KINDS, ORDER_STATES, PAIR_STATES
from mentoring_xl.schema.findings.papers import D101, D102, D103, D104, D105, D106, D107, D108, D109
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Mentee, Mentor, Order, Pair, Setting

from .pairs import norms
from .parties import Banks, joined_key, key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding

PAIRS_KIND = ORDER_KINDS.values[4]
PROPOSED, AGREED, FIXED = PAIR_STATES.values[:3]
DRAFT, TO_SIGN, SIGNED, CANCELLED = ORDER_STATES.values
_DRAFTS = frozenset({"", DRAFT, TO_SIGN})


def fill_orders(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Draw up the order on pairs that are in no order yet, and mark the pairs of signed orders.

    An order that has been signed is never changed; the draft is laid anew from the pairs of today.
    """
    progress("Приказы", 0, 2)
    settings = Settings(tables[Setting])
    banks = Banks(tables, settings, today)
    pairs = _marked(tables)
    marks = tuple(_marks(tables[Pair], pairs))
    waiting = _waiting(tables, settings)
    refused = [(pair, finding) for pair in waiting if (finding := _refusal(pair, banks))]
    hindered = {key(pair) for pair, _ in refused}
    chosen = tuple(pair for pair in waiting if key(pair) not in hindered)
    progress("Приказы", 1, 2)
    drawn, edits, notes = _draft(tables, settings, chosen, banks)
    findings = (*(finding for _, finding in refused), *_faults(tables[Order], pairs, banks), *notes)
    named = tuple(_named(tables, pairs, settings, today)) if marks else ()
    return Outcome((*edits, *marks, *named), findings, _summary(drawn, len(chosen), len(refused), len(marks)))


def check_orders(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Find what «Заполнить приказы» would find, and make no edit."""
    return Outcome((), fill_orders(tables, today).findings, ())


def _faults(orders: tuple[Order, ...], pairs: tuple[Pair, ...], banks: Banks) -> tuple[Finding, ...]:
    return (*_register(orders), *_vanished(orders, pairs), *_lapsed(pairs, banks))


def _waiting(tables: Tables, settings: Settings) -> tuple[Pair, ...]:
    """Return the pairs that are due for an order, two people once."""
    wanted = {AGREED, PROPOSED} if settings.flag("order_proposed") else {AGREED}
    known = {joined_key(pair) for pair in tables[Pair]}
    in_orders = {
        code_key(code) for order in tables[Order] if order.state == SIGNED for code in split_codes(order.pairs, known)
    }
    due: dict[tuple[str, str], Pair] = {}
    for pair in tables[Pair]:
        if pair.state in wanted and not pair.forbidden and joined_key(pair) not in in_orders:
            due.setdefault(key(pair), pair)
    return tuple(due.values())


def _refusal(pair: Pair, banks: Banks) -> Finding | None:
    for field, (sheet, code, member) in zip(("mentee_code", "mentor_code"), banks.sides(pair), strict=True):
        if member is None:
            return D108.at(pair.cell(field), text=code, sheet=sheet)
        if not tidy(member.person.full_name):
            return D109.at(member.person.cell("full_name"), code=code)
    reason = banks.hindrance(pair)
    return D101.at(pair.cell("mentee_code"), reason=reason) if reason else None


def _draft(
    tables: Tables, settings: Settings, pairs: tuple[Pair, ...], banks: Banks
) -> tuple[Order | None, list[Edit], list[Finding]]:
    old = next((row for row in tables[Order] if row.kind == PAIRS_KIND and row.state in _DRAFTS), None)
    if old is None and not pairs:
        return None, [], []
    row = old or Order(kind=PAIRS_KIND, state=DRAFT)
    code = tidy(row.code) or _free_code(tables[Order])
    filled = row.but(
        code=code,
        title=row.title or "О закреплении наставнических пар (групп)",
        grounds=row.grounds or settings.text("order_grounds"),
        pairs=", ".join(banks.code(pair) for pair in pairs),
        sheet=sheet_title(f"Приказ {code}"),
    )
    page, notes = _page(filled, tables, settings, pairs, banks)
    changed = {name: value for name, value in filled.values().items() if value != getattr(row, name)}
    keep: list[Edit] = [Print(filled.sheet, page)]
    if old is None:
        keep.insert(0, Append(Order, (filled,)))
    elif changed:
        keep.insert(0, Put(old, changed))
    return filled, keep, notes


def _page(
    order: Order, tables: Tables, settings: Settings, pairs: tuple[Pair, ...], banks: Banks
) -> tuple[documents.Page, list[Finding]]:
    curator, notes = _curator(tables, settings)
    heading = documents.Heading(
        school=settings.text("school"),
        town=settings.text("town"),
        director_post=settings.text("director_post"),
        director=documents.initials(settings.text("director")),
        number=order.order_number,
        date=order.date,
        title=order.title,
        grounds=order.grounds,
        control=settings.text("order_control"),
    )
    lines = [
        documents.OrderLine(
            _party(banks.mentors[mentor].person), _party(banks.mentees[mentee].person), pair.form, pair.starts
        )
        for pair in pairs
        for mentee, mentor in [key(pair)]
    ]
    return documents.pairs_order(heading, lines, curator), notes


def _curator(tables: Tables, settings: Settings) -> tuple[documents.Curator, list[Finding]]:
    """Decline the curator; a doubtful form is named at the setting, and so is an empty name of school or director."""
    rows = {row.code: row for row in tables[Setting]}
    empty = [rows[code] for code in ("school", "director") if code in rows and not settings.text(code)]
    notes = [D107.at(row.cell("value"), title=row.title) for row in empty]
    name, post = settings.text("curator"), settings.text("curator_post")
    if not name:
        return documents.Curator(), notes
    forms = [documents.decline_post(post, "dative")] if post else []
    forms.append(documents.decline_name(name, "dative"))
    notes += [
        D106.at(rows["curator"].cell("value"), text=form.text, doubt=form.doubt) for form in forms if not form.certain
    ]
    return documents.Curator(" ".join(form.text for form in forms)), notes


def _party(person: Mentee | Mentor) -> documents.Party:
    about = person.post or (f"{person.school_class} класс" if person.school_class else "")
    return documents.Party(tidy(person.full_name), tidy(about))


def _free_code(orders: tuple[Order, ...]) -> str:
    taken = {code_key(order.code) for order in orders}
    return next(code for number in count(1) if (code := f"ПР-{number}") not in taken)


def _marked(tables: Tables) -> tuple[Pair, ...]:
    """Return the pairs, those of signed orders as «закреплена приказом» with its number."""
    known = {joined_key(pair) for pair in tables[Pair]}
    numbers = {
        code_key(code): tidy(order.order_number)
        for order in tables[Order]
        if order.state == SIGNED and tidy(order.order_number)
        for code in split_codes(order.pairs, known)
    }
    return tuple(
        pair.but(state=FIXED, order_number=numbers[joined_key(pair)])
        if pair.state in {PROPOSED, AGREED} and joined_key(pair) in numbers
        else pair
        for pair in tables[Pair]
    )


def _marks(old: tuple[Pair, ...], marked: tuple[Pair, ...]) -> Iterator[Put]:
    for before, after in zip(old, marked, strict=True):
        if after is not before:
            yield Put(before, {"state": after.state, "order_number": after.order_number})


def _named(tables: Tables, pairs: tuple[Pair, ...], settings: Settings, today: dt.date) -> Iterator[Put]:
    """Tell the banks of the pairs that have just been fixed, as «Пересчитать пары» would."""
    facts = Facts(in_code_order(tables[Mentee]), in_code_order(tables[Mentor]), today, norms=norms(settings))
    return bank_edits(facts, tables[Mentee], tables[Mentor], pairs)


def _register(orders: tuple[Order, ...]) -> Iterator[Finding]:
    seen: dict[tuple[str, dt.date], Order] = {}
    for order in orders:
        missing = [word for word, value in (("номера", order.order_number), ("даты", order.date)) if not value]
        if order.state == SIGNED and missing:
            yield D102.at(order.cell("order_number"), missing=" и ".join(missing))
        if order.order_number and order.date and order.state != CANCELLED:
            first = seen.setdefault((order.order_number, order.date), order)
            if first is not order:
                row = first.cell("order_number").row
                day = date_text(order.date)
                yield D103.at(order.cell("order_number"), number=order.order_number, day=day, row=row)


def _vanished(orders: tuple[Order, ...], pairs: tuple[Pair, ...]) -> Iterator[Finding]:
    present = {joined_key(pair) for pair in pairs}
    for order in orders:
        if order.state == SIGNED:
            for code in split_codes(order.pairs, present):
                if code_key(code) not in present:
                    yield D104.at(order.cell("pairs"), pair=code)


def _lapsed(pairs: tuple[Pair, ...], banks: Banks) -> Iterator[Finding]:
    for pair in pairs:
        if pair.state == FIXED and (reason := banks.hindrance(pair)):
            yield D105.at(pair.cell("state"), number=pair.order_number, reason=reason)


def _summary(order: Order | None, chosen: int, refused: int, marked: int) -> tuple[str, ...]:
    said = []
    if order is None:
        said.append("Новых пар для приказа нет.")
    else:
        pairs = counted(chosen, "пара", "пары", "пар")
        said.append(f"Приказ о закреплении пар – на листе «{order.sheet}»: {pairs}.")
    if refused:
        said.append(f"Не вошли: {counted(refused, 'пара', 'пары', 'пар')}.")
    if marked:
        said.append(f"Отмечены закреплёнными: {counted(marked, 'пара', 'пары', 'пар')}.")
    return tuple(said)
