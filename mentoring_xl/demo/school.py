"""The school as a whole: who it is, what has happened by today, and its tables."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import (
    Answer,
    Consent,
    Employee,
    Event,
    Meeting,
    Mentee,
    Mentor,
    Order,
    Pair,
    Practice,
    Preference,
    Programme,
    Publication,
    Step,
    Training,
)

from . import faults, papers
from .cast import Cast, cast
from .days import coming, past

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Question

_SEED = 20260901
NAME = "МБОУ «Медоволожская средняя школа»"
_SPRING_ORDER = "27-ОД"
_OLD_PAIRS = (("Н-01", "М-01"), ("Н-02", "М-02"), ("Н-21", "М-14"), ("Н-22", "М-15"))


@dataclass(frozen=True)
class School:
    """settings: values of «Настройки» by code. rows: by table, in sheet order, without the roadmap."""

    name: str
    settings: Mapping[str, str]
    rows: Mapping[type[Row], tuple[Row, ...]]
    today: dt.date

    def worked(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Return the roadmap with what has been done by now and two lines of the school's own with faulty deadlines."""
        return (*(self._worked(step) for step in steps), *self._own(steps))

    def _worked(self, step: Step) -> Step:
        day = dt.date(self.today.year, 3 if step.code.startswith("1.") else 4, 17)
        if not step.code.startswith(("1.", "3.1", "3.2", "3.3.")) or step.code == "3.1.6" or day > self.today:
            return step
        return step.but(done=True, done_on=day, document="Приказ № 11-ОД" if step.code.startswith("1.") else "")

    def _own(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        section = steps[-1].section if steps else ""
        year = self.today.year
        return (
            Step(
                section=section, level="мероприятие", code="4.4", number="4", title="Круглый стол «Наставник рядом»", deadline=f"26.11-18.11.{year}",
                responsible="Педагог-организатор", result="Протокол", served_by="Мероприятия",
            ),
            Step(
                section=section, level="мероприятие", code="4.5", number="5", title="Выставка методической копилки наставников", deadline=f"31 ноября {year}",
                responsible="Методический совет", result="Каталог практик", served_by="Практики",
            ),
        )  # fmt: skip


def school(today: dt.date, questions: tuple[Question, ...]) -> School:
    """Draw the school as it stands on `today`; the same day and questions give the same school."""
    draw = random.Random(_SEED)
    people = cast(draw, today)
    consents = faults.without_some(papers.consents(draw, people, today), today)
    answers = papers.answers(draw, people, questions, today)
    preferences = faults.with_a_slip(papers.preferences(draw, people, today))
    mentees, mentors = faults.spoil(people, today)
    rows: dict[type[Row], tuple[Row, ...]] = {
        Employee: people.staff,
        Mentee: mentees,
        Mentor: mentors,
        Consent: consents,
        Answer: answers,
        Preference: preferences,
        **_spring(Cast(people.staff, mentees, mentors), today),
        **_life(people, today),
    }
    director, _, curator = people.staff[:3]
    settings = {
        "school": f"муниципальное бюджетное общеобразовательное учреждение «{NAME.partition('«')[2]}",
        "school_short": NAME,
        "town": "с. Медовая Вологда",
        "director_post": "Директор",
        "director": director.full_name,
        "curator": curator.full_name,
        "curator_post": curator.post,
        "period": str(today.year),
        "pupils_10_19": "312",
        "pupils_15_19": "96",
    }
    return School(NAME, settings, rows, today)


def _spring(people: Cast, today: dt.date) -> dict[type[Row], tuple[Row, ...]]:
    """The first pairs were fixed in May by a signed order; they meet and have programmes."""
    start = past(today, 5, 20)
    by_code = {one.code: one for one in people.members}
    pairs = tuple(
        Pair(
            number=number,
            mentee_code=mentee,
            mentee_name=by_code[mentee].full_name,
            mentor_code=mentor,
            mentor_name=by_code[mentor].full_name,
            form="учитель–учитель" if by_code[mentee].group == "педагог" else "ученик–ученик",
            state="закреплена приказом",
            starts=start,
            order_number=_SPRING_ORDER,
            code=f"{mentee}/{mentor}",
        )
        for number, (mentee, mentor) in enumerate(_OLD_PAIRS, 1)
    )
    order = Order(
        code="ПР-1",
        kind="о закреплении наставнических пар (групп)",
        order_number=_SPRING_ORDER,
        date=start,
        title="О закреплении наставнических пар",
        state="подписан",
        pairs=", ".join(pair.code for pair in pairs),
    )
    kinds = ("организационная", "пробная рабочая", "планирование", "регулярная")
    meetings = [
        Meeting(pair_code=pair.code, kind=kind, planned=start + dt.timedelta(days=7 * step + 3),
                held=start + dt.timedelta(days=7 * step + 3 + step % 2), topic="работа по программе", progress=5 + step)
        for pair in pairs[:3]
        for step, kind in enumerate(kinds)
    ]  # fmt: skip
    programmes = tuple(
        Programme(number=number, pair_code=pair.code, form=pair.form, starts=start,
                  goal=f"помочь: {by_code[pair.mentee_code].request}", ends=coming(today, 12, 25), state="идёт")
        for number, pair in enumerate(pairs, 1)
    )  # fmt: skip
    return {
        Pair: pairs,
        Order: (order,),
        Meeting: tuple(row.but(number=number) for number, row in enumerate(meetings, 1)),
        Programme: programmes,
    }


def _life(people: Cast, today: dt.date) -> dict[type[Row], tuple[Row, ...]]:
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
