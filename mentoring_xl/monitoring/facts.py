"""Who takes part, who is paired, what is done: the sets that indicators and the state are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold
from mentoring_xl.schema.choices import TAKING_PART
from mentoring_xl.schema.states.pairs import WORKING
from mentoring_xl.schema.tables import Mentee, Mentor, Pair, Step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mentoring_xl.core.outcome import Tables


@dataclass(frozen=True)
class Facts:
    """Codes of people and rows of pairs and steps that count today."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    consented: frozenset[str]
    pairs: tuple[Pair, ...]
    steps: tuple[Step, ...]

    @property
    def people(self) -> tuple[Mentee | Mentor, ...]:
        """Everybody who takes part, mentees first."""
        return (*self.mentees, *self.mentors)

    @property
    def paired(self) -> frozenset[str]:
        """Folded codes of the mentees that have a working pair."""
        return codes(pair.mentee_code for pair in self.pairs if pair.state in WORKING)


def codes(typed: Iterable[str]) -> frozenset[str]:
    """Return codes as `code_key` folds them; a blank one names nobody."""
    return frozenset(map(code_key, typed)) - {""}


def gather(tables: Tables, consented: Collection[str]) -> Facts:
    """Return the facts of the tables; people who left do not count. consented: codes of those with a valid consent.

    «Дорожная карта» is handed in without the rows that only head others.
    """
    return Facts(
        mentees=tuple(person for person in tables[Mentee] if fold(person.status) in TAKING_PART),
        mentors=tuple(person for person in tables[Mentor] if fold(person.status) in TAKING_PART),
        consented=frozenset(consented),
        pairs=tuple(pair.but(state=fold(pair.state)) for pair in tables[Pair]),
        steps=tables[Step],
    )
