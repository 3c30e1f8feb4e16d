"""Who of the banks takes part in which form: by the pair, else by what the bank says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, split_list, tidy
from mentoring_xl.people import members
from mentoring_xl.schema.asking import Participant
from mentoring_xl.schema.choices import FORMS, PERSON_STATES, ROLES
from mentoring_xl.schema.states.pairs import FIXED, OVER
from mentoring_xl.schema.tables import Mentee, Mentor, Pair

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.core.outcome import Tables

_TEACHERS, _PUPILS = FORMS.values[:2]
_WORKED = OVER | {FIXED}
_LEFT = PERSON_STATES.values[-1]


def participants(tables: Tables) -> dict[str, Participant]:
    """Return those of the banks who have not left, by folded code, mentees first; of one code the first row counts."""
    worked = [pair for pair in tables[Pair] if fold(pair.state) in _WORKED]
    forms = {code_key(code): pair.form for pair in worked for code in (pair.mentee_code, pair.mentor_code) if pair.form}
    paired = {code_key(code) for pair in worked for code in (pair.mentee_code, pair.mentor_code)}
    banks: tuple[tuple[Mentee | Mentor, ...], ...] = (tables[Mentee], tables[Mentor])
    found: dict[str, Participant] = {}
    for role, bank in zip(ROLES.values, banks, strict=True):
        for person in filter(members.filled, bank):
            key = code_key(person.code)
            if key and fold(person.status) != _LEFT:
                form = _form(person, forms)
                known = Participant(tidy(person.code), tidy(person.full_name), role, form, paired=key in paired)
                found.setdefault(key, known)
    return found


def _form(person: Mentee | Mentor, forms: Mapping[str, str]) -> str:
    wished = person.wished_form if isinstance(person, Mentee) else next(iter(split_list(person.forms)), "")
    usual = _TEACHERS if members.in_group(person, members.TEACHER) else _PUPILS
    return FORMS.spelled(forms.get(code_key(person.code)) or person.form or wished or usual)
