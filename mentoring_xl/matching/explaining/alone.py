"""Why somebody is in no pair at all though nobody looks for one: a mentee who does not wait, a mentor left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import code_key, counted, date_text, fold, tidy
from mentoring_xl.matching import ledger
from mentoring_xl.matching.barriers import OF_MENTOR
from mentoring_xl.matching.facts import is_active
from mentoring_xl.schema.states.pairs import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.matching.facts import Facts
    from mentoring_xl.schema.tables import Pair

    from .choice import Choice


def why_not_waiting(facts: Facts, pairs: Sequence[Pair], row: int) -> str:
    """Say why no mentor is looked for: all the causes, as `ledger.wanted` knows them. pairs: as they are settled."""
    return "; ".join(_causes(facts, [pair for pair in pairs if ledger.key(pair)[0] == facts.keys[0][row]], row))


def _causes(facts: Facts, own: Sequence[Pair], row: int) -> Iterator[str]:
    mentee = facts.mentees[row]
    if not is_active(mentee):
        yield f"статус «{fold(mentee.status)}»"
    for pair in own:
        if ledger.state(pair) == FINISHED:
            yield f"пара с наставником {tidy(pair.mentor_code)} завершена"
    if mentee.passed:
        yield "стоит «Отметка о прохождении»"
    if mentee.finished is not None and mentee.finished <= facts.today:
        yield f"программа завершена {date_text(mentee.finished)}"
    if not ledger.mentors_wanted(mentee):
        yield f"в «Сколько наставников» стоит {mentee.mentors_wanted}"
    for pair in own:
        if ledger.is_held(pair) and code_key(pair.mentor_code) not in facts.column_of:
            yield f"есть действующая пара с {tidy(pair.mentor_code)}, кого нет в банке наставников"


def why_free(choice: Choice, column: int) -> str:
    """Say why a mentor has nobody: the bans that keep everybody who waits from him, else places, else the points."""
    if not choice.waiting:
        return "наставляемых, которым нужна пара, нет"
    rows = np.array(choice.waiting, dtype=np.intp)
    columns = np.full(len(rows), column, dtype=np.intp)
    bans = [barrier.text for barrier in choice.board.bans.all if barrier.part.of(rows, columns).all()]
    if bans:
        return "; ".join(text.removesuffix(OF_MENTOR) for text in bans)
    suitable = int(choice.problem.allowed[:, column].sum())
    if not suitable:
        return "подходящих наставляемых нет"
    if choice.problem.capacity[column] <= 0:
        return "мест нет"
    people = counted(suitable, "наставляемому", "наставляемым", "наставляемым")
    return f"подходит {people}, но лучший набор пар обходится без него"
