"""The people of the invented school: staff, 60 mentees, 25 mentors."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentoring_xl.schema.choices import ROLE_MODELS
from mentoring_xl.schema.tables import Employee, Mentee, Mentor

from .days import past, spring
from .names import names
from .topics import INTERESTS, SUBJECTS, for_subject, topics

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from .names import Name

TEACHER_MENTEES, PUPIL_MENTEES = 20, 40
TEACHER_MENTORS, PUPIL_MENTORS = 13, 8
_OLD_HAND, _SUBJECT_HAND, _STRONG, _EQUAL = (ROLE_MODELS.values[place] for place in (0, 3, 4, 6))
_WANTS_TWO, _LEADS = 4, 5
"""The teacher who asks for two mentors and the pupil mentor who leads a group, by their place."""
_CLASSES = ("5А", "5Б", "6А", "6Б", "7А", "7Б", "8А", "8Б", "9А", "10А", "11А")
_LEADERS = (
    ("директор", "директор"),
    ("заместитель директора по учебной работе", "координатор"),
    ("заместитель директора по воспитательной работе", "куратор"),
    ("педагог-психолог", "психолог"),
    ("социальный педагог", ""),
    ("педагог-организатор", ""),
)
_OUTSIDE = (
    ("студентка 3 курса педагогического института", "студент–ученик", "подготовка к ОГЭ по математике, школа вожатых"),
    ("студент 2 курса политехнического колледжа", "студент–ученик", "программирование, создание сайтов, информатика"),
    ("инженер-технолог молочного комбината", "работодатель–ученик", "профориентация, рассказ о профессии, химия"),
    ("редактор районной газеты", "работодатель–ученик", "школьная газета, тексты и фотография"),
)


@dataclass(frozen=True)
class Cast:
    """Everybody, in the order of their codes."""

    staff: tuple[Employee, ...]
    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]

    @property
    def members(self) -> tuple[Mentee | Mentor, ...]:
        """Mentees, then mentors."""
        return (*self.mentees, *self.mentors)


def cast(draw: random.Random, today: dt.date) -> Cast:
    """Draw the people; ages and dates of entry are counted from `today`."""
    people = names(draw)
    staff = _staff(draw, people)
    teachers = [one for one in staff if one.post.startswith("учитель")]
    veterans = [one for one in teachers if (one.experience or 0) >= 6][:TEACHER_MENTORS]
    others = [one for one in teachers if one not in veterans][:TEACHER_MENTEES]
    mentees = (*_teacher_mentees(draw, others, today), *_pupil_mentees(draw, people, today))
    mentors = (
        *_teacher_mentors(draw, veterans, today),
        *_pupil_mentors(draw, people, today),
        *_outside_mentors(draw, people, today),
    )
    return Cast(
        staff,
        tuple(one.but(number=n, code=f"Н-{n:02}") for n, one in enumerate(mentees, 1)),
        tuple(one.but(number=n, code=f"М-{n:02}") for n, one in enumerate(mentors, 1)),
    )


def _staff(draw: random.Random, people: Iterator[Name]) -> tuple[Employee, ...]:
    rows = [_employee(next(people), post, draw.randint(8, 30), role=role) for post, role in _LEADERS]
    for number in range(TEACHER_MENTORS + TEACHER_MENTEES + 3):
        subject = SUBJECTS[number % len(SUBJECTS)]
        years = draw.randint(6, 32) if number < TEACHER_MENTORS else draw.choice((0, 1, 1, 2, 2, 3, 4, 7))
        school_class = _CLASSES[number] if number < len(_CLASSES) else ""
        role = "руководитель ШМО" if number < 4 else "классный руководитель" if school_class else ""
        post = f"учитель {_OF[subject]}"
        rows.append(_employee(next(people), post, years, role=role, subjects=subject, school_class=school_class))
    coded = [row.but(code=f"С-{number:02}", active=True) for number, row in enumerate(rows, 1)]
    return tuple(row.but(head_code="" if row.post == "директор" else _head_of(row, coded)) for row in coded)


_OF = {
    "математика": "математики", "русский язык": "русского языка", "литература": "литературы",
    "английский язык": "английского языка", "физика": "физики", "химия": "химии", "биология": "биологии",
    "география": "географии", "история": "истории и обществознания", "информатика": "информатики",
    "физическая культура": "физической культуры", "технология": "технологии", "музыка": "музыки",
}  # fmt: skip


def _employee(name: Name, post: str, experience: int, **fields: Any) -> Employee:
    category = "без категории" if experience < 4 else "первая" if experience < 20 else "высшая"
    return Employee(
        full_name=name.full, gender=name.gender, post=post, experience=experience, category=category, **fields
    )


def _head_of(row: Employee, staff: list[Employee]) -> str:
    """A head of a subject group leads the teachers of his subject; the deputy leads everybody else."""
    leaders = [
        one for one in staff if one.role == "руководитель ШМО" and one.subjects == row.subjects and one is not row
    ]
    return leaders[0].code if row.subjects and leaders else staff[0 if row in staff[:3] else 1].code


def _teacher_mentees(draw: random.Random, staff: list[Employee], today: dt.date) -> Iterator[Mentee]:
    found = topics("teacher")
    for number, one in enumerate(staff):
        topic = for_subject(found, one.subjects, number)
        yield Mentee(
            full_name=one.full_name,
            gender=one.gender,
            contacts=_mail(draw),
            birth_year=today.year - 22 - int(one.experience or 0) - draw.randint(0, 4),
            request=topic.request,
            deficits=topic.deficit,
            entered=past(spring(today), 3, 1) + dt.timedelta(days=draw.randint(0, 40)),
            group="педагог",
            post=one.post,
            subjects=one.subjects,
            experience=one.experience,
            category=one.category,
            request_source=draw.choice(("анкета", "аттестация", "методическая работа", "личное дело", "профстандарт")),
            interests=_interests(draw),
            wished_model=_OLD_HAND if (one.experience or 0) < 3 else _SUBJECT_HAND,
            mentors_wanted=2 if number == _WANTS_TWO else None,
            head_code=one.head_code,
            staff_code=one.code,
        )


def _pupil_mentees(draw: random.Random, people: Iterator[Name], today: dt.date) -> Iterator[Mentee]:
    found = topics("pupil")
    for number in range(PUPIL_MENTEES):
        name, school_class = next(people), draw.choice(_CLASSES[:9])
        topic = found[number % len(found)]
        yield Mentee(
            full_name=name.full,
            gender=name.gender,
            contacts=f"{_phone(draw)} (мама)",
            birth_year=_born(school_class, today),
            request=topic.request,
            entered=past(spring(today), 3, 1) + dt.timedelta(days=draw.randint(0, 45)),
            group="обучающийся",
            school_class=school_class,
            subjects=topic.subject,
            request_source=draw.choice(("анкета", "классный руководитель", "психолог", "родители", "соцработник")),
            interests=_interests(draw),
            wished_model=_STRONG if topic.subject else _EQUAL,
        )


def _teacher_mentors(draw: random.Random, staff: list[Employee], today: dt.date) -> Iterator[Mentor]:
    found = topics("teacher")
    for number, one in enumerate(staff):
        first, second = for_subject(found, one.subjects, 2 * number + 1), found[(number * 5 + 6) % len(found)]
        known = (first,) if first == second else (first, second)
        yield Mentor(
            full_name=one.full_name,
            gender=one.gender,
            contacts=_mail(draw),
            place="наша школа",
            competences="; ".join(topic.competence for topic in known),
            achievements=draw.choice(("победитель районного конкурса", "руководитель школьной команды олимпиады", "")),
            interests=_interests(draw),
            wished_age="любой",
            time=draw.choice(("1 час в неделю", "2 часа в неделю")),
            entered=past(spring(today), 3, 10),
            group="педагог",
            birth_year=today.year - 24 - int(one.experience or 0),
            post=one.post,
            subjects=one.subjects,
            experience=one.experience,
            category=one.category,
            forms="учитель–учитель",
            models=f"{_OLD_HAND}, {_SUBJECT_HAND}" if number % 2 else _OLD_HAND,
            capacity=draw.choice((1, 2, 2)),
            staff_code=one.code,
        )


def _pupil_mentors(draw: random.Random, people: Iterator[Name], today: dt.date) -> Iterator[Mentor]:
    found = topics("pupil")
    for number in range(PUPIL_MENTORS):
        name, school_class = next(people), _CLASSES[8 + number % 3]
        topic, second = found[number % len(found)], found[(number * 3 + 7) % len(found)]
        yield Mentor(
            full_name=name.full,
            gender=name.gender,
            contacts=f"{_phone(draw)} (папа)",
            place=f"{school_class} класс",
            competences=f"{topic.competence}; {second.competence}",
            interests=_interests(draw),
            wished_age=draw.choice(("10–12", "11–14", "любой")),
            time="1 час в неделю",
            entered=past(spring(today), 3, 20),
            group="обучающийся",
            birth_year=_born(school_class, today),
            school_class=school_class,
            subjects=topic.subject,
            forms="ученик–ученик",
            models=", ".join(dict.fromkeys(_STRONG if one.subject else _EQUAL for one in (topic, second))),
            capacity=draw.choice((2, 3, 3)),
            leads_group=number == _LEADS,
        )


def _outside_mentors(draw: random.Random, people: Iterator[Name], today: dt.date) -> Iterator[Mentor]:
    for post, form, competence in _OUTSIDE:
        woman = post.startswith("студентка")
        name = next(one for one in people if form != "студент–ученик" or (one.gender == "ж") == woman)
        yield Mentor(
            full_name=name.full,
            gender=name.gender,
            contacts=_mail(draw),
            place=post,
            competences=competence,
            interests=_interests(draw),
            wished_age="12–17",
            time="2 часа в неделю",
            entered=past(spring(today), 4, 2),
            group="внешний",
            birth_year=today.year - (20 if form == "студент–ученик" else draw.randint(30, 48)),
            post=post,
            forms=form,
            capacity=2,
        )


def _born(school_class: str, today: dt.date) -> int:
    return today.year - int(school_class[:-1]) - 6


def _interests(draw: random.Random) -> str:
    return ", ".join(draw.sample(INTERESTS, 2))


def _phone(draw: random.Random) -> str:
    return f"+7 900 {draw.randint(100, 999)}-{draw.randint(10, 99)}-{draw.randint(10, 99)}"


def _mail(draw: random.Random) -> str:
    return f"pochta{draw.randint(100, 999)}@example.org"
