"""The numbers of the programme by the placeholders under which notes, news and reports name them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl import monitoring
from mentoring_xl.core.text import code_key, date_text, fold, number_text, tidy
from mentoring_xl.documents import Slot
from mentoring_xl.matching.ledger import key
from mentoring_xl.monitoring.pairing import pairing
from mentoring_xl.roadmap.agenda import answering_for, shown
from mentoring_xl.roadmap.period import period_in
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.choices import GROUPS, TAKING_PART
from mentoring_xl.schema.states.orders import SIGNED
from mentoring_xl.schema.states.programmes import APPROVED, COMPLETED, DRAFT, RUNNING
from mentoring_xl.schema.states.steps import OVERDUE
from mentoring_xl.schema.tables import Indicator, Meeting, Mentee, Mentor, Order, Pair, Practice, Programme, Step

from .couples import couples, working
from .current import as_of, consented
from .ordering.ledger import rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.documents.wording import Slots

    from .parties import Banks

_OUTSIDE = GROUPS.values[2]


def figures(tables: Tables, today: dt.date, banks: Banks) -> Slots:
    """Return placeholder → text; what cannot be counted has none. People who have left do not count."""
    current = as_of(tables, today)
    pairs = [pair for pair in working(tables) if _is_known(pair, banks)]
    states = Counter(fold(row.state) for row in tables[Programme] if tidy(row.pair_code))
    mentees = [one for one in current[Mentee] if fold(one.status) in TAKING_PART]
    mentors = [one for one in current[Mentor] if fold(one.status) in TAKING_PART]
    waiting = pairing(current[Mentee], current[Pair], today)
    said = {
        "дата": date_text(today),
        "мероприятий": len(current[Step]),
        "выполнено": sum(step.done for step in current[Step]),
        "просрочено": len(late_steps(current)),
        "наставляемых": len(mentees),
        "наставников": len(mentors),
        "пар": len(couples(pairs, banks)),
        "пара предложена": len(waiting.proposed),
        "без пары": len(waiting.alone),
        "программ идет": states[fold(RUNNING)],
        "программ завершено": states[COMPLETED],
        "программ готовится": states[""] + states[DRAFT] + states[APPROVED],
        "встреч проведено": sum(bool(row.held) for row in tables[Meeting]),
        "встреч по плану": sum(bool(row.planned and row.planned <= today) for row in tables[Meeting]),
        "наставники по формам": _by_form(pairs, "mentor_code"),
        "наставляемые по формам": _by_form(pairs, "mentee_code"),
        "приказы": "; ".join(map(_order, filter(_is_signed, tables[Order]))),
        "партнеры": ", ".join(dict.fromkeys(tidy(one.place) for one in mentors if _is_partner(one))),
        "практики": "; ".join(tidy(row.title) for row in rows(tables, Practice) if tidy(row.title)),
        **_indicators(current, today),
    }
    return {name: Slot((str(value),) if value != "" else ()) for name, value in said.items()}


def late_steps(current: Tables) -> tuple[Step, ...]:
    """Return the overdue rows of the plan as it stands on its day."""
    return tuple(step for step in current[Step] if step.state == OVERDUE)


def late_with_responsible(tables: Tables, today: dt.date) -> tuple[Step, ...]:
    """Return the overdue rows; one that names nobody has the responsible of the row above it that does."""
    late = late_steps(as_of(tables, today))
    if not late:
        return ()
    answering = answering_for(timetable(tables[Step], period_in(tables, today).plan))
    whose = {_known(step): ", ".join(map(shown, who)) for step, who in zip(tables[Step], answering, strict=True)}
    return tuple(step if tidy(step.responsible) else step.but(responsible=whose[_known(step)]) for step in late)


def _known(step: Step) -> tuple[str, ...]:
    return str(step.cell("title")), step.code, step.title


def filled_indicators(current: Tables, today: dt.date) -> tuple[Indicator, ...]:
    """Return the rows of «Мониторинг» with the values of a day."""
    return monitoring.fill(current, today, consented(current, today))


def _indicators(current: Tables, today: dt.date) -> dict[str, str]:
    """Return what the indicators say; the trained and the young teachers as counts."""
    rows = {row.code: row for row in filled_indicators(current, today)}
    counts = {
        "обучено": ("TRAINED", "part"),
        "молодых педагогов": ("YOUNG", "whole"),
        "молодых охвачено": ("YOUNG", "part"),
        "охват": ("PAIRED", "percent"),
        "удовлетворенность наставляемых": ("HAPPY-MENTEES", "percent"),
        "удовлетворенность наставников": ("HAPPY-MENTORS", "percent"),
    }
    values = {name: getattr(rows.get(code), field, None) for name, (code, field) in counts.items()}
    return {name: "" if value is None else number_text(value, 1) for name, value in values.items()}


def _by_form(pairs: Iterable[Pair], field: str) -> str:
    people = {(tidy(pair.form) or "форма не указана", code_key(getattr(pair, field))) for pair in pairs}
    counts = Counter(form for form, _ in people)
    return "; ".join(f"{form} – {count}" for form, count in sorted(counts.items()))


def _is_known(pair: Pair, banks: Banks) -> bool:
    mentee, mentor = key(pair)
    return mentee in banks.mentees and mentor in banks.mentors


def _is_signed(order: Order) -> bool:
    return order.state == SIGNED and bool(tidy(order.order_number))


def _order(order: Order) -> str:
    day = f" от {date_text(order.date)}" if order.date else ""
    title = f" «{tidy(order.title)}»" if tidy(order.title) else ""
    return f"№ {tidy(order.order_number)}{day}{title}"


def _is_partner(mentor: Mentor) -> bool:
    return fold(mentor.group) == _OUTSIDE and bool(tidy(mentor.place))
