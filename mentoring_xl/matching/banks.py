"""The columns of the two banks that tell of working pairs: with whom, in which form, from where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Put
from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.states.pairs import FINISHED
from mentoring_xl.schema.tables import Mentor

from .facts import OUTSIDER, group
from .ledger import is_working, key, state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.schema.tables import Mentee, Pair

    from .facts import Facts

_MENTEE_COLUMNS = ("mentor_name", "form", "mentor_place")
_MENTOR_COLUMNS = ("mentee_names", "form", "mentee_place")


def bank_edits(
    facts: Facts, mentees: Iterable[Mentee], mentors: Iterable[Mentor], pairs: Iterable[Pair]
) -> Iterator[Put]:
    """Yield the rows of the banks that change, mentees first, in sheet order.

    Only working pairs are told of; the row of one who has none but has finished a pair stays as it is.
    """
    of_mentee, of_mentor = defaultdict(list), defaultdict(list)
    for pair in pairs:
        mentee_key, mentor_key = key(pair)
        of_mentee[mentee_key].append(pair)
        of_mentor[mentor_key].append(pair)
    for mentee in mentees:
        yield from _edit(facts, mentee, of_mentee[code_key(mentee.code)], _MENTEE_COLUMNS)
    for mentor in mentors:
        yield from _edit(facts, mentor, of_mentor[code_key(mentor.code)], _MENTOR_COLUMNS)


def _edit(facts: Facts, person: Mentee | Mentor, pairs: list[Pair], columns: tuple[str, str, str]) -> Iterator[Put]:
    working = [pair for pair in pairs if is_working(pair)]
    if not working and any(state(pair) == FINISHED for pair in pairs):
        return
    told = (
        _joined((pair.mentee_name if isinstance(person, Mentor) else pair.mentor_name) for pair in working),
        _joined(pair.form for pair in working),
        _joined(_place_of_other(facts, person, pair) for pair in working),
    )
    changed = {name: text for name, text in zip(columns, told, strict=True) if getattr(person, name) != text}
    if changed:
        yield Put(person, changed)


def _place_of_other(facts: Facts, person: Mentee | Mentor, pair: Pair) -> str:
    mentee_key, mentor_key = key(pair)
    if isinstance(person, Mentor):
        row = facts.row_of.get(mentee_key)
        return "" if row is None else _place(facts, facts.mentees[row], "")
    column = facts.column_of.get(mentor_key)
    return "" if column is None else _place(facts, facts.mentors[column], facts.mentors[column].place)


def _place(facts: Facts, person: Mentee | Mentor, named: str) -> str:
    """Return where a person works or studies: as named, else the class, else this school."""
    school = facts.norms.schools[0] if facts.norms.schools and group(person) != OUTSIDER else ""
    return tidy(named) or tidy(person.school_class) or school


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(text for text in texts if text))
