"""What has happened in the invented school: the first pairs and their work, trainings, events, news."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mentoring_xl.schema.choices import ORDER_KINDS, PAIR_STATES
from mentoring_xl.schema.tables import Event, Meeting, Order, Pair, Practice, Programme, Publication, Training

from .days import coming, past

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Mentee, Mentor

    from .cast import Cast

AGREED, FIXED = PAIR_STATES.values[1:3]
_ORDER = "27-ОД"
_FIXED_PAIRS = (("Н-01", "М-01"), ("Н-02", "М-02"), ("Н-21", "М-14"), ("Н-22", "М-15"))
_AGREED_PAIR = ("Н-30", "М-16")
_TOPIC = "работа по программе"


def first_pairs(people: Cast, today: dt.date) -> dict[type[Row], tuple[Row, ...]]:
    """The first pairs were fixed in May by a signed order; they meet and have programmes; one more is agreed."""
    start = past(today, 5, 20)
    by_code = {one.code: one for one in people.members}
    requests = {mentee.code: mentee.request for mentee in people.mentees}
    fixed = [_pair(by_code, codes, state=FIXED, starts=start, order_number=_ORDER) for codes in _FIXED_PAIRS]
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
    kinds = ("организационная", "пробная рабочая", "планирование", "регулярная")
    meetings = [
        Meeting(pair_code=pair.code, kind=kind, planned=day, held=day if day <= today else None, topic=_TOPIC)
        for pair in fixed[:3]
        for step, kind in enumerate(kinds)
        for day in [start + dt.timedelta(days=7 * step + 3)]
    ]
    programmes = tuple(
        Programme(number=number, pair_code=pair.code, form=pair.form, starts=start,
                  goal=f"помочь: {requests[pair.mentee_code]}", ends=coming(today, 12, 25), state="идёт")
        for number, pair in enumerate(fixed, 1)
    )  # fmt: skip
    return {
        Pair: tuple(row.but(number=number) for number, row in enumerate((*fixed, agreed), 1)),
        Order: (order,),
        Meeting: tuple(row.but(number=number) for number, row in enumerate(meetings, 1)),
        Programme: programmes,
    }


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
