"""What has happened in the invented school: the first pairs and their work, trainings, events, news."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentoring_xl.schema.choices import ORDER_KINDS
from mentoring_xl.schema.states.orders import SIGNED
from mentoring_xl.schema.states.pairs import AGREED, FINISHED, FIXED
from mentoring_xl.schema.states.programmes import COMPLETED, RUNNING
from mentoring_xl.schema.tables import Event, Meeting, Mentee, Order, Pair, Practice, Programme, Publication, Training

from .days import WORKED, coming, past, spring
from .meetings import meetings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Mentor

    from .cast import Cast

_ORDER = "27-ОД"
_FIXED_PAIRS = (
    ("Н-01", "М-01"), ("Н-02", "М-02"), ("Н-04", "М-05"), ("Н-08", "М-08"), ("Н-10", "М-10"),
    ("Н-21", "М-14"), ("Н-22", "М-15"), ("Н-25", "М-21"), ("Н-28", "М-16"), ("Н-31", "М-19"),
)  # fmt: skip
_NEVER_MET, _RESTS, _REST = "Н-22", "Н-08", dt.timedelta(days=40)
_FINISHED_PAIRS = (("Н-03", "М-03"), ("Н-24", "М-17"))
_AGREED_PAIR = ("Н-30", "М-16")
_RESULTS = "цель программы достигнута"
_TASKS = (
    "Найти, что мешает.\nРазобрать трудные темы, по одной на встречу.\nНаучить готовиться самостоятельно.",
    "Посетить уроки друг друга.\nРазобрать трудности и подобрать приёмы.\nПровести открытый урок.",
)
"""Of a pupil, of a teacher."""


@dataclass(frozen=True)
class Beginning:
    """The first pairs, and the rows they left: in the bank, in orders, meetings and programmes."""

    pairs: tuple[Pair, ...]
    rows: Mapping[type[Row], tuple[Row, ...]]


def first_pairs(people: Cast, today: dt.date) -> Beginning:
    """The first pairs were fixed in spring by a signed order; they meet and have programmes; one more is agreed.

    Two of them are over, their mentees have finished the programme; one has never met, one has paused for long.
    """
    start = spring(today)
    end = start + WORKED
    by_code = {one.code: one for one in people.members}
    fixed = [
        _pair(by_code, codes, state=FIXED, starts=start, order_number=_ORDER)
        for codes in (*_FIXED_PAIRS, *_FINISHED_PAIRS)
    ]
    work = fixed[: len(_FIXED_PAIRS)]
    over: dict[str, object] = {"state": FINISHED, "ends": end, "end_reason": "срок программы истёк"}
    finished = [pair.but(**over) for pair in fixed[len(work) :]]
    agreed = _pair(by_code, _AGREED_PAIR, state=AGREED)
    order = Order(
        code="ПР-1",
        kind=ORDER_KINDS.values[4],
        order_number=_ORDER,
        date=start,
        title="О закреплении наставнических пар",
        state=SIGNED,
        pairs=", ".join(pair.code for pair in fixed),
    )
    mentees = {mentee.code: mentee for mentee in people.mentees}
    held = [row for pair in (*work, *finished) for row in meetings(pair, _met_until(pair, today))]
    programmes = (_programme(pair, mentees[pair.mentee_code], today) for pair in (*work, *finished))
    graduates = {pair.mentee_code for pair in finished}
    pairs = tuple(row.but(number=number) for number, row in enumerate((*work, *finished, agreed), 1))
    rows: dict[type[Row], tuple[Row, ...]] = {
        Mentee: tuple(
            one.but(finished=end, passed=True, results=_RESULTS) if one.code in graduates else one
            for one in people.mentees
        ),
        Pair: pairs,
        Order: (order,),
        Meeting: tuple(row.but(number=number) for number, row in enumerate(held, 1)),
        Programme: tuple(row.but(number=number) for number, row in enumerate(programmes, 1)),
    }
    return Beginning(pairs, rows)


def _met_until(pair: Pair, today: dt.date) -> dt.date:
    if pair.mentee_code == _NEVER_MET:
        return dt.date.min
    return pair.ends or (today - _REST if pair.mentee_code == _RESTS else today)


def _programme(pair: Pair, mentee: Mentee, today: dt.date) -> Programme:
    planned = Programme(
        pair_code=pair.code,
        mentor_name=pair.mentor_name,
        mentee_name=pair.mentee_name,
        form=pair.form,
        starts=pair.starts,
        goal=f"Помочь наставляемому: {mentee.request}",
        deficits=mentee.deficits,
        tasks=_TASKS[mentee.group == "педагог"],
    )
    if pair.state == FINISHED:
        return planned.but(ends=pair.ends, state=COMPLETED, results=_RESULTS)
    return planned.but(ends=coming(today, 12, 25), state=RUNNING)


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
    """Trainings, events, a practice and a publication."""
    taught = ", ".join(mentor.code for mentor in people.mentors[:16])
    return {
        Training: (
            Training(number=1, topic="Наставник: роли, границы, первая встреча", kind="установочная сессия", hours=4.0,
                     expert="педагог-психолог", date=past(spring(today), 4, 25), participants=taught,
                     state="проведено"),
            Training(number=2, topic="Обратная связь и разбор трудностей", kind="методический семинар", hours=2.0,
                     expert="методический совет", date=coming(today, 12, 9), participants="", state="план"),
        ),
        Event: (
            Event(number=1, title="Групповая встреча наставников и наставляемых", kind="групповая встреча",
                  date=past(spring(today), 5, 14), place="актовый зал", responsible=people.staff[2].full_name,
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
            Publication(number=1, date=past(spring(today), 5, 16), where="сайт школы",
                        title="В школе прошла встреча наставников", people="", consent=True,
                        responsible=people.staff[5].full_name),
        ),
    }  # fmt: skip
