"""The school as a whole: who it is, what has happened by today, and its tables."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import Answer, Consent, Employee, Mentee, Mentor, Preference, Step, SwotLine

from . import faults, feedback, life, papers
from .cast import Cast, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Question

_SEED = 20260901
NAME = "МБОУ «Медоволожская средняя школа»"


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
        if not step.code.startswith(("1.", "3.1.", "3.2", "3.3.")) or step.code == "3.1.6" or day > self.today:
            return step
        return step.but(done=True, done_on=day, document="Приказ № 11-ОД" if step.code.startswith("1.") else "")

    def _own(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        section, year = steps[-1].section if steps else "", self.today.year
        table = Step(
            code="4.4", number="4", title="Круглый стол «Наставник рядом»", deadline=f"26.11-18.11.{year}",
            responsible="Педагог-организатор", result="Протокол", served_by="Мероприятия",
        )  # fmt: skip
        show = Step(
            code="4.5", number="5", title="Выставка методической копилки наставников", deadline=f"31 ноября {year}",
            responsible="Методический совет", result="Каталог практик", served_by="Практики",
        )  # fmt: skip
        return tuple(step.but(section=section, level="мероприятие") for step in (table, show))


def school(today: dt.date, questions: tuple[Question, ...]) -> School:
    """Draw the school as it stands on `today`; the same day and questions give the same school."""
    draw = random.Random(_SEED)
    people = cast(draw, today)
    consents = faults.without_some(papers.consents(draw, people, today), today)
    before = papers.answers(draw, people, questions, today)
    preferences = faults.with_a_slip(papers.preferences(draw, people, today))
    mentees, mentors = faults.spoil(people, today)
    first = life.first_pairs(Cast(people.staff, mentees, mentors), today)
    answers = feedback.answers(random.Random(_SEED), people, first.pairs, questions, before)
    rows: dict[type[Row], tuple[Row, ...]] = {
        Employee: people.staff,
        Mentee: mentees,
        Mentor: mentors,
        Consent: consents,
        Answer: _loaded(answers, (*people.staff, *mentees, *mentors), questions),
        Preference: preferences,
        **first.rows,
        SwotLine: feedback.weighed(),
        **life.work(people, today),
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
        "partners": "5",
    }
    return School(NAME, settings, rows, today)


def _loaded(
    answers: Iterable[Answer], people: Iterable[Employee | Mentee | Mentor], questions: Iterable[Question]
) -> tuple[Answer, ...]:
    """Return the answers as «Загрузить ответы» leaves them: numbered, with whose they are and to what."""
    names = {person.code: person.full_name for person in people}
    texts = {question.code: question.text for question in questions}
    return tuple(
        row.but(number=number, full_name=names.get(row.person_code, ""), question=texts[row.question_code])
        for number, row in enumerate(answers, 1)
    )
