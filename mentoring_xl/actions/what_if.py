"""What would change if staff locked, forbade, weighed or made room otherwise: two choices side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, number_text, tidy
from mentoring_xl.matching.explaining.wording import loss_text, points
from mentoring_xl.matching.solving.problem import Worth
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting

from .gathering import gather
from .supposing import supposed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.matching.explaining.choice import Choice
    from mentoring_xl.matching.facts import Person

    from .supposing import Supposed


@dataclass(frozen=True)
class With:
    """A mentor somebody has, and the points of the two, 0…100."""

    code: str
    name: str
    points: float


@dataclass(frozen=True)
class Move:
    """A mentee whose mentors would be others; `after` counts in the points of the weights supposed."""

    code: str
    name: str
    before: tuple[With, ...]
    after: tuple[With, ...]


@dataclass(frozen=True)
class Whole:
    """All mentees with a mentor, held pairs among them, all pairs, and the tenths of a point of these."""

    people: int
    pairs: int
    tenths: int


@dataclass(frozen=True)
class WhatIf:
    """What would change. supposed: phrases. moves: in code order. findings: those that would be new.

    after_as_before: the new set counted with the old weights, None when the weights are the same. is_proved: it was
    checked that no legal set beats either of the two (of a stable set: the best one behind it). price_of_stability:
    what the best set would have more than the new one, None when that need not be stable.
    """

    supposed: tuple[str, ...]
    moves: tuple[Move, ...]
    before: Whole
    after: Whole
    after_as_before: Whole | None
    is_proved: bool
    price_of_stability: Worth | None
    findings: tuple[Finding, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What a person reads."""
        return tuple(_lines(self))


def what_if(tables: Tables, today: dt.date, what: Supposed) -> WhatIf:
    """Choose pairs from the tables and from the tables with everything supposed, and compare the two sets.

    Both are what «Пересчитать пары» would propose, whatever proposals stand on «Пары». Reads what the button reads.
    Raises BookError when a person, a rule or a value of `what` cannot be.
    """
    from .choosing import chosen

    settings = Settings(tables[Setting])
    facts = gather(tables, settings, today)
    changed, phrases = supposed(tables, facts, what)
    before = chosen(tables, facts)
    after = chosen(changed, gather(changed, settings, today), stable=what.stable or None)
    known = {(finding.code, finding.message) for finding in _findings(before, tables)}
    reweighed = before.board.rules.weights != after.board.rules.weights
    return WhatIf(
        phrases,
        tuple(
            Move(tidy(mentee.code), tidy(mentee.full_name), _mentors(before, row), _mentors(after, row))
            for row, mentee in enumerate(facts.mentees)
            if set(before.mentors_of.get(row, ())) != set(after.mentors_of.get(row, ()))
        ),
        _whole(before, before),
        _whole(after, after),
        _whole(after, before) if reweighed else None,
        _is_proved(before) and _is_proved(after),
        after.best.worth - after.solution.worth if after.best else None,
        tuple(finding for finding in _findings(after, changed) if (finding.code, finding.message) not in known),
    )


def _findings(choice: Choice, tables: Tables) -> Iterator[Finding]:
    """Find what is wrong with the rows of «Пары» as they would be."""
    from mentoring_xl.matching import checks

    from .choosing import renewed, settled

    return checks.pair_findings(choice.board, renewed(choice, settled(tables)))


def _is_proved(choice: Choice) -> bool:
    from mentoring_xl.matching.solving import check

    best = choice.best or choice.solution
    return best.proof.exact and check(choice.problem, best)


def _mentors(choice: Choice, row: int) -> tuple[With, ...]:
    mentors = choice.board.facts.mentors
    return tuple(
        With(*_named(mentors[column]), choice.board.points(row, column)) for column in choice.mentors_of.get(row, ())
    )


def _named(person: Person) -> tuple[str, str]:
    return tidy(person.code), tidy(person.full_name)


def _whole(choice: Choice, weights: Choice) -> Whole:
    """Count a set; weights: the choice whose points are taken."""
    seats = [(row, column) for row, columns in choice.mentors_of.items() for column in columns]
    tenths = weights.board.scores.tenths
    return Whole(len(choice.mentors_of), len(seats), sum(int(tenths[seat]) for seat in seats))


def _lines(found: WhatIf) -> Iterator[str]:
    yield f"Если {', '.join(found.supposed)}:" if found.supposed else "Ничего не предположено."
    for move in found.moves:
        yield f"{move.code} {move.name}: {_said(move.before)} → {_said(move.after)}"
    yield _counts(found) if found.moves else "Пары останутся прежними."
    if found.moves and found.after_as_before:
        yield "Баллы после стрелки – по новым весам."
    yield f"Людей с парой: было {found.before.people}, станет {found.after.people}."
    yield f"Сумма баллов: {_tenths(found.before.tenths, found.after.tenths)}."
    if found.after_as_before:
        yield f"По прежним весам: {_tenths(found.before.tenths, found.after_as_before.tenths)}."
    if found.price_of_stability:
        lost = loss_text(found.price_of_stability, paired_first=False)
        price = f"по сравнению с лучшим при тех же условиях {lost}"
        yield f"Новый набор устойчив; {price if found.price_of_stability != Worth(0, 0) else 'это ничего не стоит'}."
    elif found.is_proved:
        yield "Оба набора лучшие из возможных: проверено."
    yield from (f"Появится замечание: {finding.message} → {finding.fix}" for finding in found.findings)


def _said(mentors: tuple[With, ...]) -> str:
    told = ", ".join(f"{one.code} {one.name} ({number_text(one.points, 1)})" for one in mentors)
    return told or "без пары"


def _counts(found: WhatIf) -> str:
    gained = sum(not move.before for move in found.moves)
    lost = sum(not move.after for move in found.moves)
    people = counted(len(found.moves), "человека", "человек", "человек")
    return (
        f"Изменится у {people}: получат пару {gained}, останутся без пары {lost}, "
        f"сменят наставника {len(found.moves) - gained - lost}."
    )


def _tenths(before: int, after: int) -> str:
    said = f"было {points(before)}, станет {points(after)}"
    if before == after:
        return said
    return f"{said} ({'больше' if after > before else 'меньше'} на {points(abs(after - before))})"
