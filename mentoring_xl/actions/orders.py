"""«Заполнить приказы»: the register and the sheet of the order on pairs."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from mentoring_xl import documents, people
from mentoring_xl.core.edit import Append, Edit, Print, Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted, date_text, split_list
from mentoring_xl.schema.choices import ORDER_KINDS
from mentoring_xl.schema.findings.papers import D101, D102, D103, D104, D105, D106, D107
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, Mentee, Mentor, Order, Pair, Setting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.people import Standing

PAIRS_KIND = ORDER_KINDS.values[4]
PROPOSED, AGREED, FIXED = "предложена", "согласована", "закреплена приказом"
SIGNED, CANCELLED = "подписан", "отменён"
_DRAFTS = frozenset({"", "черновик", "на подписи"})


def fill_orders(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Draw up the order on pairs that are in no order yet, and mark the pairs of signed orders.

    An order that has been signed is never changed; the draft is laid anew from the pairs of today.
    """
    progress("Приказы", 0, 2)
    settings = Settings(tables[Setting])
    standings = people.standing((*tables[Mentee], *tables[Mentor]), tables[Consent], settings, today)
    marks = tuple(_marks(tables))
    in_orders = {code for order in tables[Order] if order.state == SIGNED for code in split_list(order.pairs)}
    waiting = [pair for pair in tables[Pair] if _may_enter(pair, in_orders, settings)]
    refused = {pair.code: reason for pair in waiting if (reason := _hindrance(pair, standings))}
    chosen = tuple(pair for pair in waiting if pair.code not in refused)
    findings = [
        D101.at(pair.cell("mentee_code"), reason=refused[pair.code]) for pair in waiting if pair.code in refused
    ]
    progress("Приказы", 1, 2)
    drawn, edits, notes = _draft(tables, settings, chosen)
    findings += [*check_orders(tables, today).findings, *notes]
    return Outcome((*edits, *marks), tuple(findings), _summary(drawn, chosen, refused, marks))


def check_orders(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Look at the register: numbers, dates, pairs that have changed, consents that have lapsed. Makes no edit."""
    settings = Settings(tables[Setting])
    standings = people.standing((*tables[Mentee], *tables[Mentor]), tables[Consent], settings, today)
    found = (*_register(tables[Order]), *_vanished(tables), *_lapsed(tables[Pair], standings))
    return Outcome((), found, ())


def _may_enter(pair: Pair, in_orders: set[str], settings: Settings) -> bool:
    wanted = {AGREED, PROPOSED} if settings.flag("order_proposed") else {AGREED}
    return pair.state in wanted and not pair.forbidden and pair.code not in in_orders


def _hindrance(pair: Pair, standings: Mapping[str, Standing]) -> str:
    """Return what keeps the pair out of an order, "" when nothing does."""
    for code in (pair.mentee_code, pair.mentor_code):
        if code not in standings:
            return f"код {code} не найден в банке"
        if standings[code].missing:
            return f"{code}: {standings[code].missing}"
    return ""


def _draft(
    tables: Tables, settings: Settings, pairs: tuple[Pair, ...]
) -> tuple[Order | None, list[Edit], list[Finding]]:
    old = next((row for row in tables[Order] if row.kind == PAIRS_KIND and row.state in _DRAFTS), None)
    if old is None and not pairs:
        return None, [], []
    row = old or Order(code=_free_code(tables[Order]), kind=PAIRS_KIND, state="черновик")
    filled = row.but(
        title=row.title or "О закреплении наставнических пар (групп)",
        grounds=row.grounds or settings.text("order_grounds"),
        pairs=", ".join(pair.code for pair in pairs),
        sheet=f"Приказ {row.code}",
    )
    page, notes = _page(filled, tables, settings, pairs)
    changed = {name: value for name, value in filled.values().items() if value != getattr(row, name)}
    keep: list[Edit] = [Print(filled.sheet, page)]
    if old is None:
        keep.insert(0, Append(Order, (filled,)))
    elif changed:
        keep.insert(0, Put(old, changed))
    return filled, keep, notes


def _page(
    order: Order, tables: Tables, settings: Settings, pairs: tuple[Pair, ...]
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
    mentees = {person.code: documents.Party(person.full_name, _about(person)) for person in tables[Mentee]}
    mentors = {person.code: documents.Party(person.full_name, _about(person)) for person in tables[Mentor]}
    lines = [
        documents.OrderLine(mentors[pair.mentor_code], mentees[pair.mentee_code], pair.form, pair.starts)
        for pair in pairs
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


def _about(person: Mentee | Mentor) -> str:
    if person.post:
        return person.post
    return f"{person.school_class} класс" if person.school_class else ""


def _free_code(orders: tuple[Order, ...]) -> str:
    taken = {order.code for order in orders}
    return next(code for number in count(1) if (code := f"ПР-{number}") not in taken)


def _marks(tables: Tables) -> Iterator[Put]:
    """Pairs of a signed order become «закреплена приказом» with its number, and its date where they have none."""
    pairs = {pair.code: pair for pair in tables[Pair]}
    for order in tables[Order]:
        if order.state != SIGNED or not order.order_number:
            continue
        for code in split_list(order.pairs):
            pair = pairs.get(code)
            if pair and pair.state in {PROPOSED, AGREED}:
                yield Put(pair, {"state": FIXED, "order_number": order.order_number})


def _register(orders: tuple[Order, ...]) -> Iterator[Finding]:
    seen: dict[tuple[str, dt.date], Order] = {}
    for order in orders:
        missing = [word for word, value in (("номер", order.order_number), ("дата", order.date)) if not value]
        if order.state == SIGNED and missing:
            yield D102.at(order.cell("order_number"), missing=" и ".join(missing).replace("дата", "дату"))
        if order.order_number and order.date and order.state != CANCELLED:
            first = seen.setdefault((order.order_number, order.date), order)
            if first is not order:
                row = first.cell("order_number").row
                day = date_text(order.date)
                yield D103.at(order.cell("order_number"), number=order.order_number, day=day, row=row)


def _vanished(tables: Tables) -> Iterator[Finding]:
    present = {pair.code for pair in tables[Pair]}
    for order in tables[Order]:
        if order.state == SIGNED:
            for code in split_list(order.pairs):
                if code not in present:
                    yield D104.at(order.cell("pairs"), pair=code)


def _lapsed(pairs: tuple[Pair, ...], standings: Mapping[str, Standing]) -> Iterator[Finding]:
    for pair in pairs:
        if pair.state == FIXED and (reason := _hindrance(pair, standings)):
            yield D105.at(pair.cell("state"), number=pair.order_number, reason=reason)


def _summary(
    order: Order | None, chosen: tuple[Pair, ...], refused: Mapping[str, str], marks: tuple[Put, ...]
) -> tuple[str, ...]:
    said = []
    if order is None:
        said.append("Новых пар для приказа нет.")
    else:
        pairs = counted(len(chosen), "пара", "пары", "пар")
        said.append(f"Приказ о закреплении пар – на листе «{order.sheet}»: {pairs}.")
    if refused:
        said.append(f"Не вошли из-за согласий: {counted(len(refused), 'пара', 'пары', 'пар')}.")
    if marks:
        said.append(f"Отмечены закреплёнными: {counted(len(marks), 'пара', 'пары', 'пар')}.")
    return tuple(said)
