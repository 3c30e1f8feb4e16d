"""The terms and holidays of the school year, as the school wrote them in «Настройки»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import tidy
from mentoring_xl.deadlines import Plan, Term, TermKind, parse
from mentoring_xl.schema.findings.plan import R215, R216
from mentoring_xl.schema.settings import TERMS

from .plan_years import period_name, widest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Setting


class Terms(NamedTuple):
    """The terms in the order of the settings, and what is wrong with their cells."""

    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]


def terms_of(settings: Iterable[Setting], plan: Plan) -> Terms:
    """Read the rows of «Учебный год» that are filled; plan: gives the year to a day written without one.

    Yields R215 for a value without a first and a last day, which is left out, and R216 for one outside the plan.
    """
    terms: list[Term] = []
    found: list[Finding] = []
    for row in settings:
        text = tidy(row.value)
        if row.code not in TERMS or not text:
            continue
        term = _term(row.code, text, plan)
        said = {"text": text, "title": TERMS[row.code]}
        if term is None:
            found.append(R215.at(row.cell("value"), year=plan.start.year, **said))
            continue
        terms.append(term)
        first, last = widest(plan)
        if term.end < first or term.start > last:
            found.append(R216.at(row.cell("value"), period=period_name(plan), **said))
    return Terms(tuple(terms), tuple(found))


def _term(code: str, text: str, plan: Plan) -> Term | None:
    read = parse(text, plan)
    kind, _, number = code.rpartition("_")
    if read.start is None or read.end is None:
        return None
    return Term(TermKind[kind.upper()], int(number), read.start, read.end)
