"""Pairs of answers of one person to the same item, «до» and «после», and which way each of them is better."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key
from mentoring_xl.schema.asking import AFTER, BEFORE, items
from mentoring_xl.schema.choices import ANSWER_TYPES, EFFECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.schema.asking import Participant, Reply
    from mentoring_xl.schema.tables import Question

_SCALE, _LOWER = ANSWER_TYPES.values[0], EFFECTS.values[1]
_ENDS_OF_SCALE = 1 + 10


@dataclass(frozen=True)
class Delta:
    """What one person answered to one item. lower: less is better. scaled: marks of 1–10, which may be averaged."""

    person: str
    role: str
    form: str
    item: str
    before: float
    after: float
    lower: bool = False
    scaled: bool = True

    @property
    def gain(self) -> float:
        """The change for the better: of anxiety 8 → 3 it is 5."""
        return self.before - self.after if self.lower else self.after - self.before

    @property
    def turned(self) -> tuple[float, float]:
        """Before and after on a scale where more is better: of anxiety 8 becomes 3."""
        before, after = self.before, self.after
        return (_ENDS_OF_SCALE - before, _ENDS_OF_SCALE - after) if self.lower else (before, after)


def deltas(
    questions: Sequence[Question], replies: Iterable[Reply], people: Mapping[str, Participant]
) -> tuple[Delta, ...]:
    """Return the pairs of answers in numbers, by person in the order of `people`, his items as `questions` stand.

    A person is compared by role and item, whatever the form of the questionnaire: by the end he may be in another. One
    who is not in the banks has the role and form of the questionnaire.
    """
    about = items(questions)
    order = {about[code_key(question.code)]: at for at, question in reversed(tuple(enumerate(questions)))}
    marks: defaultdict[tuple[str, str, str], dict[str, Reply]] = defaultdict(dict)
    for reply in replies:
        item = about.get(code_key(reply.question.code))
        if item and reply.question.stage in {BEFORE, AFTER} and isinstance(reply.value, float):
            marks[reply.person, reply.question.role, item][reply.question.stage] = reply
    places = {person: at for at, person in enumerate(people)}
    found = sorted(marks.items(), key=lambda one: (places.get(one[0][0], len(places)), order[one[0][2]]))
    return tuple(_delta(key, pair, people) for key, pair in found if len(pair) > 1)


def _delta(key: tuple[str, str, str], pair: Mapping[str, Reply], people: Mapping[str, Participant]) -> Delta:
    person, role, item = key
    before, after = pair[BEFORE], pair[AFTER]
    known = people.get(person)
    return Delta(
        person=person,
        role=known.role if known else role,
        form=known.form if known else after.question.form,
        item=item,
        before=float(before.value),
        after=float(after.value),
        lower=_LOWER in {before.question.effect, after.question.effect},
        scaled=before.question.kind == after.question.kind == _SCALE,
    )


def scores(given: Iterable[Delta]) -> dict[str, tuple[float, float]]:
    """Return each person's mean mark before and after, on a scale where more is better."""
    marks: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for delta in given:
        if delta.scaled:
            marks[delta.person].append(delta.turned)
    return {person: (fmean(b for b, _ in found), fmean(a for _, a in found)) for person, found in marks.items()}
