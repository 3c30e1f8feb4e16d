"""Why two people may not be a pair, and what to think about when they may; a ban is a reason, never a number."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import code_key, fold

from .across import crossed, marked
from .facts import PUPIL, TEACHER, class_number, group, is_active
from .forms import fitting_form, mentee_side, mentor_side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from mentoring_xl.schema.tables import Mentee, Mentor

    from .facts import Facts
    from .rules import Rules
    from .score import Scores

    Mask = NDArray[np.bool_]
    Found = Iterator[tuple[str, Mask]]

OF_MENTEE, OF_MENTOR = " (наставляемый)", " (наставник)"
"""How a reason ends that lies on one side alone."""

ENOUGH = 0.5
"""The share of its weight from which a criterion speaks for a pair; one that is «Обязательно» forbids what has less."""


@dataclass(frozen=True)
class Barrier:
    """One reason and the pairs that it concerns. rule: its code. mask: mentees × mentors."""

    rule: str
    text: str
    mask: Mask


@dataclass(frozen=True)
class Barriers:
    """Reasons in the order of the rules; `clear` is true where there is none, mentees × mentors."""

    all: tuple[Barrier, ...]
    clear: Mask

    def at(self, row: int, column: int) -> tuple[Barrier, ...]:
        """Return the reasons that concern one pair."""
        return tuple(barrier for barrier in self.all if barrier.mask[row, column])


def bans(facts: Facts, rules: Rules, scores: Scores) -> Barriers:
    """Return why pairs are forbidden by the bans in force and by the criteria that are «Обязательно»."""
    found = _barriers(facts, rules, _BANS)
    return _gathered(facts, (*found, *_required(rules, scores)))


def warnings(facts: Facts, rules: Rules) -> Barriers:
    """Return what to think about in pairs that are allowed all the same."""
    return _gathered(facts, tuple(_barriers(facts, rules, _WARNINGS)))


def _barriers(facts: Facts, rules: Rules, known: Mapping[str, Callable[[Facts], Found]]) -> Iterator[Barrier]:
    for rule, find in known.items():
        if rule in rules.on:
            yield from (Barrier(rule, text, mask) for text, mask in find(facts) if mask.any())


def _required(rules: Rules, scores: Scores) -> Iterator[Barrier]:
    for code, values in zip(scores.criteria, scores.values, strict=True):
        if code in rules.required and (values < ENOUGH).any():
            yield Barrier(code, f"не выполнено обязательное условие «{rules.titles[code]}»", values < ENOUGH)


def _gathered(facts: Facts, barriers: tuple[Barrier, ...]) -> Barriers:
    clear = np.ones(facts.shape, dtype=np.bool_)
    for barrier in barriers:
        clear &= ~barrier.mask
    return Barriers(barriers, clear)


def _lacking(rule: str) -> Callable[[Facts], Found]:
    """Return a finder of those who lack a consent, one reason for each wording and side."""

    def find(facts: Facts) -> Found:
        for side, people in ((OF_MENTEE, facts.mentees), (OF_MENTOR, facts.mentors)):
            texts = [_lack(facts, person, rule) for person in people]
            for text in dict.fromkeys(text for text in texts if text):
                yield text + side, _spread(facts, people, [found == text for found in texts])

    return find


def _lack(facts: Facts, person: Mentee | Mentor, rule: str) -> str:
    return next((lack.text for lack in facts.lacks.get(code_key(person.code), ()) if lack.rule == rule), "")


def _spread(facts: Facts, people: Sequence[object], flags: Sequence[bool]) -> Mask:
    """Return the flags of one side as mentees × mentors."""
    line = np.array(flags, dtype=np.bool_)
    return np.broadcast_to(line[:, None] if people is facts.mentees else line, facts.shape)


def _inactive(facts: Facts) -> Found:
    for side, people in ((OF_MENTEE, facts.mentees), (OF_MENTOR, facts.mentors)):
        states = ["" if is_active(person) else fold(person.status) for person in people]
        for state in sorted(set(states) - {""}):
            yield f"статус «{state}»{side}", _spread(facts, people, [found == state for found in states])


def _same_person(facts: Facts) -> Found:
    """One code, one staff code, or one name when neither staff code nor birth year tells two people apart."""
    by_code, by_staff, by_name = (_index(facts.mentors, key) for key in (_code, _staff, _name))
    pairs = [
        (_code(mentee), _code(mentor))
        for mentee in facts.mentees
        for mentor in (
            *by_code.get(_code(mentee), ()),
            *by_staff.get(_staff(mentee), ()),
            *(other for other in by_name.get(_name(mentee), ()) if not _told_apart(mentee, other)),
        )
    ]
    yield "это один человек", marked(facts, pairs)


def _index(mentors: tuple[Mentor, ...], key: Callable[[Mentor], str]) -> dict[str, list[Mentor]]:
    found: dict[str, list[Mentor]] = {}
    for mentor in mentors:
        if key(mentor):
            found.setdefault(key(mentor), []).append(mentor)
    return found


def _code(person: Mentee | Mentor) -> str:
    return code_key(person.code)


def _staff(person: Mentee | Mentor) -> str:
    return code_key(person.staff_code)


def _name(person: Mentee | Mentor) -> str:
    return fold(person.full_name)


def _told_apart(one: Mentee | Mentor, other: Mentee | Mentor) -> bool:
    staff, years = (_staff(one), _staff(other)), (one.birth_year, other.birth_year)
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
    yield "форма не подходит", crossed(mentees, mentors, lambda a, b: fitting_form(a, b) is None) > 0


def _pupil_teacher(facts: Facts) -> Found:
    teachers = np.array([group(mentee) == TEACHER for mentee in facts.mentees], dtype=np.bool_)
    pupils = np.array([group(mentor) == PUPIL for mentor in facts.mentors], dtype=np.bool_)
    yield "обучающийся не может быть наставником педагога", np.logical_and.outer(teachers, pupils)


def _younger_mentor(facts: Facts) -> Found:
    mentees = [(mentee.birth_year, class_number(mentee)) for mentee in facts.mentees]
    mentors = [(mentor.birth_year, class_number(mentor), group(mentor) == PUPIL) for mentor in facts.mentors]
    yield "наставник младше наставляемого", crossed(mentees, mentors, _is_younger) > 0


def _is_younger(mentee: tuple[int | None, int | None], mentor: tuple[int | None, int | None, bool]) -> bool:
    (born, school_class), (mentor_born, mentor_class, is_pupil) = mentee, mentor
    if not is_pupil:
        return False
    if born and mentor_born:
        return mentor_born > born
    return school_class is not None and mentor_class is not None and mentor_class < school_class


def _dates(facts: Facts) -> Found:
    """Both must be free on one day at least, today or later."""
    mentees, mentors = ([_window(person, facts.today) for person in side] for side in (facts.mentees, facts.mentors))
    yield "сроки участия не пересекаются", crossed(mentees, mentors, lambda a, b: max(a[0], b[0]) > min(a[1], b[1])) > 0


def _window(person: Mentee | Mentor, today: dt.date) -> tuple[dt.date, dt.date]:
    return max(person.available_from or today, today), person.available_to or dt.date.max


def _superior(facts: Facts) -> Found:
    heads = [facts.heads.get(code_key(mentee.code), "") for mentee in facts.mentees]
    staff = [code_key(mentor.staff_code) for mentor in facts.mentors]
    yield "наставник – непосредственный руководитель", crossed(heads, staff, lambda a, b: bool(a) and a == b) > 0


def _low_experience(facts: Facts) -> Found:
    years = [mentor.experience if group(mentor) == TEACHER else None for mentor in facts.mentors]
    low = [found is not None and found < facts.norms.experience for found in years]
    yield f"стаж наставника меньше {facts.norms.experience} лет", _spread(facts, facts.mentors, low)


def _mentor_age(facts: Facts) -> Found:
    norms, year = facts.norms, facts.today.year
    born = [mentor.birth_year if group(mentor) == PUPIL else None for mentor in facts.mentors]
    outside = [found is not None and not norms.age_from <= year - found <= norms.age_to + 1 for found in born]
    text = f"наставнику-обучающемуся не {norms.age_from}–{norms.age_to} лет"
    yield text, _spread(facts, facts.mentors, outside)


_BANS: Mapping[str, Callable[[Facts], Found]] = {
    **{rule: _lacking(rule) for rule in ("data_consent", "minor_consent", "mentor_agreement")},
    "inactive": _inactive,
    "same_person": _same_person,
    "veto": _veto,
    "forbidden": _forbidden,
    "dissolved": _dissolved,
    "form_misfit": _form_misfit,
    "pupil_teacher": _pupil_teacher,
    "younger_mentor": _younger_mentor,
    "dates": _dates,
}
_WARNINGS: Mapping[str, Callable[[Facts], Found]] = {
    "superior": _superior,
    "low_experience": _low_experience,
    "mentor_age": _mentor_age,
}
