"""The bans: what forbids two people to be a pair, each with its reason and the pairs it concerns."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from mentoring_xl.core.text import code_key, fold

from .across import Worked, crossed, marked, of_mentees, of_mentors
from .facts import PUPIL, TEACHER, class_number, group, is_active
from .forms import fitting_form, mentee_side, mentor_side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mentoring_xl.schema.tables import Mentee, Mentor

    from .across import Part
    from .facts import Facts, Lack

    Found: TypeAlias = Iterator[tuple[str, Part]]

OF_MENTEE, OF_MENTOR = " (наставляемый)", " (наставник)"
"""How a reason ends that lies on one side alone."""


def _lacking(rule: str) -> Callable[[Facts], Found]:
    """Return a finder of those who lack a consent, one reason for each wording and side."""

    def find(facts: Facts) -> Found:
        for side, people, keys in zip((OF_MENTEE, OF_MENTOR), (facts.mentees, facts.mentors), facts.keys, strict=True):
            texts = [_lack(facts.lacks.get(key, ()), rule) for key in keys]
            for text in dict.fromkeys(text for text in texts if text):
                yield text + side, _spread(facts, people, [found == text for found in texts])

    return find


def _lack(lacks: Sequence[Lack], rule: str) -> str:
    return next((lack.text for lack in lacks if lack.rule == rule), "")


def _spread(facts: Facts, people: Sequence[object], flags: Sequence[bool]) -> Part:
    """Return the flags of one side as mentees × mentors."""
    line = np.array(flags, dtype=np.bool_)
    return of_mentees(facts, line) if people is facts.mentees else of_mentors(facts, line)


def _inactive(facts: Facts) -> Found:
    for side, people in ((OF_MENTEE, facts.mentees), (OF_MENTOR, facts.mentors)):
        states = ["" if is_active(person) else fold(person.status) for person in people]
        for state in sorted(set(states) - {""}):
            yield f"статус «{state}»{side}", _spread(facts, people, [found == state for found in states])


def _same_person(facts: Facts) -> Found:
    """One code, one staff code, or one name when neither staff code nor birth year tells two people apart."""
    mentees, mentors = _identities(facts.mentees, facts.keys[0]), _identities(facts.mentors, facts.keys[1])
    by_code, by_staff, by_name = (_index(mentors, field) for field in ("code", "staff", "name"))
    pairs = [
        (mentee.code, mentor.code)
        for mentee in mentees
        for mentor in (
            *by_code.get(mentee.code, ()),
            *by_staff.get(mentee.staff, ()),
            *(other for other in by_name.get(mentee.name, ()) if not _told_apart(mentee, other)),
        )
    ]
    yield "это один человек", marked(facts, pairs)


class _Identity(NamedTuple):
    code: str
    staff: str
    name: str
    year: int | None


def _identities(people: Sequence[Mentee | Mentor], keys: Sequence[str]) -> list[_Identity]:
    return [
        _Identity(key, code_key(one.staff_code), fold(one.full_name), one.birth_year)
        for key, one in zip(keys, people, strict=True)
    ]


def _index(people: Sequence[_Identity], field: str) -> dict[str, list[_Identity]]:
    found: dict[str, list[_Identity]] = {}
    for one in people:
        if value := getattr(one, field):
            found.setdefault(value, []).append(one)
    return found


def _told_apart(one: _Identity, other: _Identity) -> bool:
    staff, years = (one.staff, other.staff), (one.year, other.year)
    return (all(staff) and staff[0] != staff[1]) or (all(years) and years[0] != years[1])


def _veto(facts: Facts) -> Found:
    yield "наставляемый отказался от этого наставника", marked(facts, facts.vetoes)
    yield "наставник отказался от этого наставляемого", marked(facts, ((whom, who) for who, whom in facts.vetoes))


def _forbidden(facts: Facts) -> Found:
    yield "стоит «Запрет» на листе «Пары»", marked(facts, facts.forbidden)


def _dissolved(facts: Facts) -> Found:
    yield "эта пара уже расторгалась", marked(facts, facts.dissolved)


def _form_misfit(facts: Facts) -> Found:
    mentees = [mentee_side(mentee) for mentee in facts.mentees]
    mentors = [mentor_side(mentor) for mentor in facts.mentors]
    yield "форма не подходит", crossed(mentees, mentors, lambda a, b: fitting_form(a, b) is None, bool)


def _pupil_teacher(facts: Facts) -> Found:
    teachers = np.array([group(mentee) == TEACHER for mentee in facts.mentees], dtype=np.bool_)
    pupils = np.array([group(mentor) == PUPIL for mentor in facts.mentors], dtype=np.bool_)
    yield "обучающийся не может быть наставником педагога", Worked(facts.shape, lambda i, j: teachers[i] & pupils[j])


def _younger_mentor(facts: Facts) -> Found:
    mentees = [(mentee.birth_year, class_number(mentee)) for mentee in facts.mentees]
    mentors = [(mentor.birth_year, class_number(mentor), group(mentor) == PUPIL) for mentor in facts.mentors]
    yield "наставник младше наставляемого", crossed(mentees, mentors, _is_younger, bool)


def _is_younger(mentee: tuple[int | None, int | None], mentor: tuple[int | None, int | None, bool]) -> bool:
    (born, school_class), (mentor_born, mentor_class, is_pupil) = mentee, mentor
    if not is_pupil:
        return False
    if born and mentor_born:
        return mentor_born > born
    return school_class is not None and mentor_class is not None and mentor_class < school_class


def _dates(facts: Facts) -> Found:
    """Both must be free on one day at least, today or later."""
    ours, theirs = (
        np.array([_window(person, facts.today) for person in side], dtype=np.int64).reshape(len(side), 2)
        for side in (facts.mentees, facts.mentors)
    )
    apart = Worked(
        facts.shape, lambda i, j: np.maximum(ours[i, 0], theirs[j, 0]) > np.minimum(ours[i, 1], theirs[j, 1])
    )
    yield "сроки участия не пересекаются", apart


def _window(person: Mentee | Mentor, today: dt.date) -> tuple[int, int]:
    first, last = max(person.available_from or today, today), person.available_to or dt.date.max
    return first.toordinal(), last.toordinal()


def _duplicate(facts: Facts) -> Found:
    yield "эти двое уже в паре", marked(facts, facts.active)


def _mentee_age(facts: Facts) -> Found:
    """The age is the one reached in the year of today, as «Проверить людей» counts it."""
    youngest, year = facts.norms.mentee_age, facts.today.year
    young = [mentee.birth_year is not None and year - mentee.birth_year < youngest for mentee in facts.mentees]
    yield f"наставляемому меньше {youngest} лет", _spread(facts, facts.mentees, young)


BANS: Mapping[str, Callable[[Facts], Found]] = {
    **{rule: _lacking(rule) for rule in ("data_consent", "minor_consent", "mentor_agreement")},
    "inactive": _inactive,
    "same_person": _same_person,
    "veto": _veto,
    "forbidden": _forbidden,
    "dissolved": _dissolved,
    "duplicate": _duplicate,
    "form_misfit": _form_misfit,
    "pupil_teacher": _pupil_teacher,
    "younger_mentor": _younger_mentor,
    "mentee_age": _mentee_age,
    "dates": _dates,
}
"""By the code of the rule."""
