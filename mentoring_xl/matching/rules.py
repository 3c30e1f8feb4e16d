"""The rows of «Настройки подбора» as weights and switches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_flag, as_number
from mentoring_xl.core.text import fold, tidy
from mentoring_xl.schema.findings.pairs import M302, M303, M304, M305, M307
from mentoring_xl.schema.rules import CRITERION, MATCH_RULES, REQUIRED, WEIGHTS
from mentoring_xl.schema.tables import MatchRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.finding import Finding

_DEFAULTS = {rule.code: rule for rule in MATCH_RULES}
_MOST = 1000
_WEIGHTS = {fold(word): points for word, points in WEIGHTS.items()}


@dataclass(frozen=True)
class Rules:
    """weights: points by criterion, in the order of the default rules. required: criteria that a pair must meet.

    on: the bans and warnings in force. titles: by code, as the sheet has them.
    """

    weights: Mapping[str, float]
    required: frozenset[str]
    on: frozenset[str]
    titles: Mapping[str, str]


def read_rules(rows: Iterable[MatchRule] = ()) -> tuple[Rules, tuple[Finding, ...]]:
    """Read the rules; what is missing, blank or not understood has its default, and a finding unless it is blank."""
    found: dict[str, MatchRule] = {}
    findings: list[Finding] = []
    for row in rows:
        code = tidy(row.code)
        if code not in _DEFAULTS:
            findings.append(M303.at(row.cell("code"), text=code))
        elif code in found:
            findings.append(M305.at(row.cell("code"), text=code))
        else:
            found[code] = row
    missing = [rule.title for code, rule in _DEFAULTS.items() if code not in found]
    if missing:
        named = "все" if not found else ", ".join(f"«{title}»" for title in missing)
        findings.append(M304.at(MatchRule().cell("code"), rules=named))
    weights, required, switched_on = {}, set(), set()
    for code, default in _DEFAULTS.items():
        rule = found.get(code, default)
        if default.kind != CRITERION:
            switched_on |= {code} if _is_on(rule, default.value, findings) else set()
            continue
        weights[code], is_required = _weight(rule, default.value, findings)
        required |= {code} if is_required else set()
    titles = {code: tidy(found.get(code, default).title) or default.title for code, default in _DEFAULTS.items()}
    return Rules(weights, frozenset(required), frozenset(switched_on), titles), tuple(findings)


def _weight(rule: MatchRule, default: str, findings: list[Finding]) -> tuple[float, bool]:
    """Return the points and whether the criterion is «Обязательно»."""
    text = tidy(rule.value) or default
    number = as_number(text)
    if number is not None and 0 <= number <= _MOST:
        return number, False
    if fold(text) not in _WEIGHTS:
        findings.append(M302.at(rule.cell("value"), text=text, most=_MOST, default=default))
        text = default
    return _WEIGHTS[fold(text)], fold(text) == fold(REQUIRED)


def _is_on(rule: MatchRule, default: str, findings: list[Finding]) -> bool:
    on = as_flag(tidy(rule.value) or default)
    if on is None:
        findings.append(M307.at(rule.cell("value"), text=tidy(rule.value), default=default))
    return on is not False
