"""The working pairs and groups of a book with their people, and which programme is whose."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, split_codes
from mentoring_xl.documents.programmes.draft import Couple
from mentoring_xl.matching.ledger import is_working, joined_key, key
from mentoring_xl.schema.findings.programmes import W101
from mentoring_xl.schema.tables import Mentee, Mentor, Pair

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables

    from .parties import Banks


def working(tables: Tables) -> tuple[Pair, ...]:
    """Return the pairs that work, two people once, in sheet order."""
    pairs: dict[str, Pair] = {}
    for pair in tables[Pair]:
        if is_working(pair) and not pair.forbidden and all(key(pair)):
            pairs.setdefault(joined_key(pair), pair)
    return tuple(pairs.values())


def refusals(pairs: Iterable[Pair], banks: Banks) -> dict[str, Finding]:
    """Return by `joined_key` why a pair gets no programme: somebody is not in the banks or has no consent."""
    return {
        joined_key(pair): W101.at(pair.cell("mentee_code"), reason=reason)
        for pair in pairs
        if (reason := banks.hindrance(pair))
    }


def couples(pairs: Iterable[Pair], banks: Banks) -> tuple[Couple, ...]:
    """Put the pairs of a mentor who leads a group together, every other pair alone; people are in the banks."""
    grouped: defaultdict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for pair in pairs:
        mentee, mentor = key(pair)
        person = banks.mentors[mentor].person
        leads = isinstance(person, Mentor) and person.leads_group
        grouped[(mentor,) if leads else (mentor, mentee)].append(pair)
    return tuple(_couple(tuple(found), banks) for found in grouped.values())


def known_codes(pairs: Iterable[Pair]) -> frozenset[str]:
    """Return the folded codes of pairs."""
    return frozenset(map(joined_key, pairs))


def listed_codes(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the folded codes of the pairs that a programme or a meeting names, each once, as they are written.

    known: `known_codes`, by which a code that has a comma in itself stays whole.
    """
    return tuple(dict.fromkeys(filter(None, map(code_key, split_codes(text, known)))))


def codes_of(text: str, known: Collection[str]) -> frozenset[str]:
    """Return the same codes as a set."""
    return frozenset(listed_codes(text, known))


def narrowed(couple: Couple, wanted: Collection[str], banks: Banks) -> Couple | None:
    """Return the part of a couple whose pairs are wanted, None when nothing is left."""
    pairs = tuple(pair for pair in couple.pairs if joined_key(pair) in wanted)
    return _couple(pairs, banks) if pairs else None


def _couple(pairs: tuple[Pair, ...], banks: Banks) -> Couple:
    mentees = [banks.mentees[key(pair)[0]].person for pair in pairs]
    mentor = banks.mentors[key(pairs[0])[1]].person
    code = ", ".join(banks.code(pair) for pair in pairs)
    assert isinstance(mentor, Mentor)
    return Couple(pairs, tuple(one for one in mentees if isinstance(one, Mentee)), mentor, code)
