"""What somebody supposes in a what-if, carried over into the tables as if he had written it there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import code_key, counted, fold, shortened, tidy
from mentoring_xl.matching import ledger
from mentoring_xl.matching.facts import couple_code, in_code_order, places
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.schema.rules import CRITERION, MATCH_RULES
from mentoring_xl.schema.states.pairs import OVER
from mentoring_xl.schema.tables import MatchRule, Mentor, Pair

from .naming import column_called, row_called

if TYPE_CHECKING:
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.matching.facts import Facts
    from mentoring_xl.schema.tables import Mentee

_PLACES = re.compile(r"([+\-−]?)(\d{1,4})")
_LONGEST = 60


@dataclass(frozen=True)
class Supposed:
    """What somebody supposes, two texts each; people by code or full name, rules by code or title.

    locks, forbids: mentee and mentor. weights: rule and value. places: mentor and «+1», «-1» or how many he takes.
    stable: no two may prefer each other.
    """

    locks: tuple[tuple[str, str], ...] = ()
    forbids: tuple[tuple[str, str], ...] = ()
    weights: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    stable: bool = False


def supposed(tables: Tables, facts: Facts, what: Supposed) -> tuple[Tables, tuple[str, ...]]:
    """Return the tables with everything supposed, and each supposition as a phrase.

    Raises BookError when a person or a rule is unknown or a value cannot be.
    """
    _refuse_both(facts, what)
    said: list[str] = []
    for two in what.locks:
        tables = _marked(tables, facts, two, locked=True)
        said.append(f"закрепить {_pair(facts, two)}")
    for two in what.forbids:
        tables = _marked(tables, facts, two, locked=False)
        said.append(f"запретить {_pair(facts, two)}")
    for name, value in what.weights:
        tables, phrase = _weighed(tables, name, value)
        said.append(phrase)
    for name, value in what.places:
        tables, phrase = _with_places(tables, facts, name, value)
        said.append(phrase)
    return tables, (*said, *(["подбирать устойчивые пары"] if what.stable else []))


def _refuse_both(facts: Facts, what: Supposed) -> None:
    forbidden = {_pair(facts, two) for two in what.forbids}
    for code in (_pair(facts, two) for two in what.locks):
        if code in forbidden:
            raise BookError(f"Пару {code} нельзя сразу и закрепить, и запретить. Оставьте одно из двух и повторите.")


def _pair(facts: Facts, two: tuple[str, str]) -> str:
    mentee, mentor = _people(facts, two)
    return couple_code(mentee, mentor)


def _people(facts: Facts, two: tuple[str, str]) -> tuple[Mentee, Mentor]:
    return facts.mentees[row_called(facts, two[0])], facts.mentors[column_called(facts, two[1])]


def _marked(tables: Tables, facts: Facts, two: tuple[str, str], *, locked: bool) -> Tables:
    """Lock or forbid the row of two people on «Пары»: the first that is not over, else a new one."""
    mentee, mentor = _people(facts, two)
    wanted = code_key(mentee.code), code_key(mentor.code)
    pairs = list(tables[Pair])
    rows = [at for at, pair in enumerate(pairs) if ledger.key(pair) == wanted]
    live = [at for at in rows if ledger.state(pairs[at]) not in OVER]
    if not live:
        live = [len(pairs)]
        pairs.append(Pair(mentee_code=mentee.code, mentor_code=mentor.code, code=couple_code(mentee, mentor)))
    row = pairs[live[0]]
    pairs[live[0]] = row.but(locked=True, forbidden=False) if locked else row.but(forbidden=True)
    return tables.but({Pair: pairs})


def _weighed(tables: Tables, name: str, value: str) -> tuple[Tables, str]:
    rules = tables[MatchRule]
    titles = {fold(rule.title): rule.code for rule in (*MATCH_RULES, *rules)}
    code = titles.get(fold(name), tidy(name))
    default = next((rule for rule in MATCH_RULES if rule.code == code), None)
    if default is None:
        known = ", ".join(rule.code for rule in MATCH_RULES if rule.kind == CRITERION)
        raise BookError(f"Правила «{shortened(name, _LONGEST)}» нет. Укажите одно из них: {known} – и повторите.")
    at = next((at for at, rule in enumerate(rules) if tidy(rule.code) == code), None)
    rule = (default if at is None else rules[at]).but(value=tidy(value))
    wrong = [finding for finding in read_rules((rule,))[1] if finding.cell == rule.cell("value")]
    if wrong or not tidy(value):
        reason = wrong[0].fix if wrong else "Впишите значение после «=»."
        raise BookError(f"«{shortened(value, _LONGEST)}» не подходит для правила «{default.title}». {reason}")
    kept = rules if at is None else [*rules[:at], *rules[at + 1 :]]
    what = "вес" if default.kind == CRITERION else "значение"
    return tables.but({MatchRule: (*kept, rule)}), f"дать правилу «{default.title}» {what} «{tidy(value)}»"


def _with_places(tables: Tables, facts: Facts, name: str, value: str) -> tuple[Tables, str]:
    asked = facts.mentors[column_called(facts, name)]
    # an earlier supposition may have changed him already
    mentor = next(one for one in in_code_order(tables[Mentor]) if code_key(one.code) == code_key(asked.code))
    read = _PLACES.fullmatch(tidy(value))
    if read is None:
        raise BookError(
            f"«{shortened(value, _LONGEST)}» – не число мест. Напишите +1, -1 или сколько мест и повторите."
        )
    sign, number = read[1], int(read[2])
    count = number if not sign else places(mentor) + (number if sign == "+" else -number)
    if count < 0:
        have = counted(places(mentor), "место", "места", "мест")
        raise BookError(f"У наставника {tidy(mentor.code)} {have}: убрать столько нельзя. Исправьте число и повторите.")
    rows = tuple(one.but(capacity=count) if one is mentor else one for one in tables[Mentor])
    return tables.but({Mentor: rows}), f"дать {tidy(mentor.code)} {counted(count, 'место', 'места', 'мест')}"
