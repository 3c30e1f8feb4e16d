"""What has happened in the invented school: the first pairs and their work, trainings, events, news."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentoring_xl.schema.choices import MEETING_KINDS, ORDER_KINDS, PAIR_STATES, PROGRAMME_STATES
from mentoring_xl.schema.tables import Event, Meeting, Mentee, Order, Pair, Practice, Programme, Publication, Training

from .days import coming, past
from .feedback import AFTER_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Mentor

    from .cast import Cast

AGREED, FIXED, FINISHED = PAIR_STATES.values[1:4]
_ORDER = "27-ОД"
_FIXED_PAIRS = (("Н-01", "М-01"), ("Н-02", "М-02"), ("Н-21", "М-14"), ("Н-22", "М-15"))
_FINISHED_PAIRS = (("Н-03", "М-03"), ("Н-24", "М-17"))
_AGREED_PAIR = ("Н-30", "М-16")
_RESULTS = "цель программы достигнута"
_TOPIC = "работа по программе"


@dataclass(frozen=True)
class Beginning:
    """The first pairs, and the rows they left: in the bank, in orders, meetings and programmes."""

    pairs: tuple[Pair, ...]
    rows: Mapping[type[Row], tuple[Row, ...]]


def first_pairs(people: Cast, today: dt.date) -> Beginning:
    """The first pairs were fixed in May by a signed order; they meet and have programmes; one more is agreed.

    Two of them are over after five months, as soon as these have passed; their mentees have finished the programme.
    """
    start = past(today, 5, 20)
    end = start + dt.timedelta(days=AFTER_DAYS)
    over: dict[str, object] = {"state": FINISHED, "ends": end, "end_reason": "срок программы истёк"}
    by_code = {one.code: one for one in people.members}
    fixed = [
        _pair(by_code, codes, state=FIXED, starts=start, order_number=_ORDER)
        for codes in (*_FIXED_PAIRS, *_FINISHED_PAIRS)
    ]
    work = fixed[: len(_FIXED_PAIRS)]
    finished = [pair.but(**over) if end <= today else pair for pair in fixed[len(work) :]]
    agreed = _pair(by_code, _AGREED_PAIR, state=AGREED)
    order = Order(
        code="ПР-1",
        kind=ORDER_KINDS.values[4],
        order_number=_ORDER,
        date=start,
        title="О закреплении наставнических пар",
        state="подписан",
        pairs=", ".join(pair.code for pair in fixed),
    )
    requests = {mentee.code: mentee.request for mentee in people.mentees}
    meetings = [row for pair in (*work[:3], *finished) for row in _meetings(pair, start, today)]
    programmes = (_programme(pair, requests[pair.mentee_code], today) for pair in (*work, *finished))
    graduates = {pair.mentee_code for pair in finished if pair.state == FINISHED}
    pairs = tuple(row.but(number=number) for number, row in enumerate((*work, *finished, agreed), 1))
    rows: dict[type[Row], tuple[Row, ...]] = {
        Mentee: tuple(
            one.but(finished=end, passed=True, results=_RESULTS) if one.code in graduates else one
            for one in people.mentees
        ),
        Pair: pairs,
        Order: (order,),
        Meeting: tuple(row.but(number=number) for number, row in enumerate(meetings, 1)),
        Programme: tuple(row.but(number=number) for number, row in enumerate(programmes, 1)),
    }
    return Beginning(pairs, rows)


def _meetings(pair: Pair, start: dt.date, today: dt.date) -> Iterator[Meeting]:
    """Yield the four meetings of the first month, and the last one of a pair whose work is over."""
    kinds = {start + dt.timedelta(days=7 * step + 3): kind for step, kind in enumerate(MEETING_KINDS.values[:4])}
    if pair.ends:
        kinds[pair.ends - dt.timedelta(days=3)] = MEETING_KINDS.values[4]
    for day, kind in kinds.items():
        yield Meeting(pair_code=pair.code, kind=kind, planned=day, held=day if day <= today else None, topic=_TOPIC)


def _programme(pair: Pair, request: str, today: dt.date) -> Programme:
    goal = f"помочь: {request}"
    planned = Programme(pair_code=pair.code, form=pair.form, starts=pair.starts, goal=goal)
    if pair.state == FINISHED:
        return planned.but(ends=pair.ends, state=PROGRAMME_STATES.values[3], results=_RESULTS)
    return planned.but(ends=coming(today, 12, 25), state=PROGRAMME_STATES.values[2])


def _pair(by_code: Mapping[str, Mentee | Mentor], codes: tuple[str, str], **fields: Any) -> Pair:
    mentee, mentor = (by_code[code] for code in codes)
    return Pair(
        mentee_code=mentee.code,
        mentee_name=mentee.full_name,
        mentor_code=mentor.code,
        mentor_name=mentor.full_name,
        form="учитель–учитель" if mentee.group == "педагог" else "ученик–ученик",
        code=f"{mentee.code}/{mentor.code}",
        **fields,
    )


def work(people: Cast, today: dt.date) -> dict[type[Row], tuple[Row, ...]]:
    """Trainings, events, a practice and a publication of the year."""
    taught = ", ".join(mentor.code for mentor in people.mentors[:16])
    return {
        Training: (
            Training(number=1, topic="Наставник: роли, границы, первая встреча", kind="установочная сессия", hours=4.0,
                     expert="педагог-психолог", date=past(today, 4, 25), participants=taught,
                     state="проведено"),
            Training(number=2, topic="Обратная связь и разбор трудностей", kind="методический семинар", hours=2.0,
                     expert="методический совет", date=coming(today, 12, 9), participants="", state="план"),
        ),
        Event: (
            Event(number=1, title="Групповая встреча наставников и наставляемых", kind="групповая встреча",
                  date=past(today, 5, 14), place="актовый зал", responsible=people.staff[2].full_name,
                  participants="наставники и наставляемые", outcome="собраны предпочтения"),
            Event(number=2, title="Школьная конференция по итогам года", kind="школьная конференция",
                  date=coming(today, 12, 18), place="актовый зал", responsible=people.staff[1].full_name),
        ),
        Practice: (
            Practice(number=1, title="Урок вдвоём", authors=people.mentors[0].full_name, form="учитель–учитель",
                     summary="Наставник и молодой педагог ведут урок вместе и разбирают его по записи.",
                     presented="методический семинар", consent=True),
        ),
        Publication: (
            Publication(number=1, date=past(today, 5, 16), where="сайт школы",
                        title="В школе прошла встреча наставников", people="", consent=True,
                        responsible=people.staff[5].full_name),
        ),
    }  # fmt: skip
