"""What the people of the invented school signed, answered and wished."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.schema.choices import CONSENT_KINDS
from mentoring_xl.schema.tables import Answer, Consent, Preference

from .days import past, spring
from .names import feminine

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from mentoring_xl.schema.tables import Mentee, Mentor, Question

    from .cast import Cast

DATA, PUBLICATION, AGREEMENT, _TAKING_PART = CONSENT_KINDS.values
_ADULT = 18
_PLACES = ("в прошлой школе", "на практике", "в колледже", "в институте", "в летнем лагере", "в этой школе")
_OPEN_ANSWERS = ("поддержка", "практические советы", "новые идеи", "общение", "разбор уроков", "больше уверенности")


def consents(draw: random.Random, people: Cast, today: dt.date) -> tuple[Consent, ...]:
    """Everybody signs; some mentees also for publication, every mentor also his agreement."""
    rows = []
    for person in people.members:
        signed = min(today, (person.entered or today) + dt.timedelta(days=draw.randint(0, 10)))
        rows.append(_consent(person, DATA, signed, today))
        if draw.random() < 0.4:
            rows.append(_consent(person, PUBLICATION, signed, today))
    rows += [_consent(mentor, AGREEMENT, past(spring(today), 4, 10), today) for mentor in people.mentors]
    return tuple(row.but(number=number) for number, row in enumerate(rows, 1))


def _consent(person: Mentee | Mentor, kind: str, signed: dt.date, today: dt.date) -> Consent:
    minor = today.year - (person.birth_year or 0) <= _ADULT
    surname, _, father = person.full_name.split()
    return Consent(
        person_code=person.code,
        kind=kind,
        signed=signed,
        given_by="законный представитель" if minor else "участник",
        representative=_parent(surname, father, person.gender) if minor else "",
    )


def _parent(surname: str, father: str, gender: str) -> str:
    """Return the name of the mother who signs: the surname in the feminine form."""
    mother = surname if gender == "ж" else feminine(surname)
    return f"{mother} {_MOTHERS[len(father) % len(_MOTHERS)]}"


_MOTHERS = ("Елена Игоревна", "Светлана Олеговна", "Ирина Львовна", "Анна Викторовна", "Оксана Юрьевна")


def answers(draw: random.Random, people: Cast, questions: Iterable[Question], today: dt.date) -> tuple[Answer, ...]:
    """Nine in ten answer the questionnaire «до» of their form and role."""
    before = [question for question in questions if question.stage == "до" and not question.effect]
    rows = []
    for role, members in (("наставляемый", people.mentees), ("наставник", people.mentors)):
        for person in members:
            form = "учитель–учитель" if person.group == "педагог" else "ученик–ученик"
            if draw.random() < 0.1:
                continue
            day = past(spring(today), 4, draw.randint(1, 18))
            rows += [
                Answer(
                    person_code=person.code, question_code=question.code, answer=_reply(draw, question), answered=day
                )
                for question in before
                if question.form in {"", form} and question.role in {"", role}
            ]
    return tuple(row.but(number=number) for number, row in enumerate(rows, 1))


def _reply(draw: random.Random, question: Question) -> str:
    match question.kind:
        case "1–10":
            return str(min(10, max(1, round(draw.gauss(7, 2)))))
        case "да/нет":
            return "да" if draw.random() < 0.7 else "нет"
        case "частота":
            return draw.choice(("очень часто", "часто", "редко", "1–2 раза"))
        case _:
            return draw.choice(_PLACES if "где?" in question.text else _OPEN_ANSWERS)


def preferences(draw: random.Random, people: Cast, today: dt.date) -> tuple[Preference, ...]:
    """After the group meeting half of the mentees and of the mentors name up to three of the other side."""
    rows = []
    for members, others in ((people.mentees, people.mentors), (people.mentors, people.mentees)):
        for person in members:
            fitting = [one.code for one in others if (one.group == "педагог") == (person.group == "педагог")]
            if draw.random() < 0.5 or len(fitting) < 4:
                continue
            first, second, third, veto = draw.sample(fitting, 4)
            rows.append(
                Preference(
                    person_code=person.code,
                    first=first,
                    second=second if draw.random() < 0.7 else "",
                    third=third if draw.random() < 0.4 else "",
                    veto=veto if draw.random() < 0.08 else "",
                    answered=past(spring(today), 5, 14),
                )
            )
    return tuple(row.but(number=number) for number, row in enumerate(rows, 1))
