"""All papers of a workbook by kind: a kind is one entry of KINDS, and everything else follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.finding import Severity
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import fold
from mentoring_xl.documents.contents import contents
from mentoring_xl.documents.paper import Paper
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Order, Setting

from .consents import consent_papers
from .ordering.ledger import Ledger
from .ordering.naming import slots
from .ordering.whom import Composed
from .orders import check_orders, order_papers
from .work_papers import check_papers, letter_papers, meeting_papers, programme_papers, report_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.documents.wording import Slots

Maker: TypeAlias = Callable[[Tables, dt.date], Iterable[Paper]]
"""maker(tables, today): the papers of one folder; all tables of the workbook are there."""
Checker: TypeAlias = Callable[[Tables, dt.date], Outcome]


@dataclass(frozen=True)
class Kind:
    """One kind of papers: its folder in the export, what makes them, and what finds their faults."""

    folder: str
    maker: Maker
    checker: Checker | None = None


def _orders(tables: Tables, today: dt.date) -> tuple[Paper, ...]:
    return tuple(paper for _, paper in order_papers(tables, today))


KINDS: tuple[Kind, ...] = (
    Kind("Приказы", _orders, check_orders),
    Kind("Согласия", consent_papers, check_papers),
    Kind("Программы", programme_papers, check_papers),
    Kind("Встречи и обучение", meeting_papers, check_papers),
    Kind("Благодарности", letter_papers, check_papers),
    Kind("Справки и отчёты", report_papers, check_papers),
)
"""In the order of the contents page."""


def chosen_kinds(names: Sequence[str]) -> tuple[Kind, ...]:
    """Return the kinds called by their folders or the first letters of them, all when none is called.

    Raises BookError for a name that fits no folder.
    """
    for name in names:
        if not _called(name):
            folders = ", ".join(f"«{kind.folder}»" for kind in KINDS)
            raise BookError(f"Документов «{name}» нет. Выберите из этих: {folders} – и повторите.")
    called = [kind for name in names for kind in _called(name)]
    return tuple(kind for kind in KINDS if kind in called) if names else KINDS


def papers(
    tables: Tables, today: dt.date, kinds: Iterable[Kind] = KINDS, progress: Progress = quiet
) -> tuple[Paper, ...]:
    """Return the papers of the kinds, kind by kind, each in the order in which its maker gives them."""
    wanted = tuple(kinds)
    found: list[Paper] = []
    for number, kind in enumerate(wanted):
        progress(kind.folder, number, len(wanted))
        found += kind.maker(tables, today)
    return tuple(found)


def faults(tables: Tables, today: dt.date, kinds: Iterable[Kind] = KINDS) -> tuple[Finding, ...]:
    """Return what is wrong in the papers of the kinds, each finding once, errors first."""
    checkers = dict.fromkeys(kind.checker for kind in kinds if kind.checker)
    found = dict.fromkeys(finding for check in checkers for finding in check(tables, today).findings)
    severities = tuple(Severity)
    return tuple(sorted(found, key=lambda finding: severities.index(finding.code.severity)))


def contents_page(tables: Tables, found: Iterable[Paper], today: dt.date) -> Paper:
    """Return the contents page of the papers."""
    return contents(found, Settings(tables[Setting]).text("school"), today)


def template_words(tables: Tables, today: dt.date) -> Slots:
    """Return what the placeholders of a school's own template stand for, as in «Тексты»."""
    return slots(Ledger(tables, today), Composed(Order()))


def _called(name: str) -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if fold(name) and fold(kind.folder).startswith(fold(name)))
