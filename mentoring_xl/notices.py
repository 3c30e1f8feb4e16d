"""«Замечания» after a press: what it looked at is written anew, what other buttons found stays."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.cell import index
from mentoring_xl.core.finding import Severity
from mentoring_xl.schema.buttons import ALWAYS_READ, BUTTONS, LOADERS
from mentoring_xl.schema.tables import TABLES, Notice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.buttons import Button

_ABOUT_READING = frozenset("VS")
"""First letters of the codes that any button finds which reads the sheet."""
_ABOUT_CHOICES = "X"
"""First letter of the codes that stand until a person has chosen; only the buttons that find them answer for them."""
_SEVERITIES = [severity.value for severity in Severity]
_SHEETS = [table.spec.name for table in TABLES]
_LABELS = frozenset(button.label for button in (*BUTTONS, *LOADERS))
_KEY = re.compile(r"(\w*)!([A-Z]{1,3})(\d*)")


class Press(NamedTuple):
    """Which button was pressed, when, and the name of each table by the title of its sheet."""

    button: Button
    today: dt.date
    names: Mapping[str, str]


def renewed(old: Iterable[Notice], findings: Iterable[Finding], press: Press) -> tuple[Notice, ...]:
    """Return the rows of «Замечания»: the worst first, then in the order of sheets, rows and columns.

    A finding that still stands keeps its row, and with it its day, its button and what a person wrote beside it.
    Whatever the press had to look at and did not find again is gone, whichever button had found it.
    """
    standing: defaultdict[tuple[str, str], list[Notice]] = defaultdict(list)
    for notice in old:
        standing[notice.place, notice.code].append(notice)
    fresh = [_notice(finding, standing[str(finding.cell), finding.code.code], press) for finding in findings]
    left = (notice for notices in standing.values() for notice in notices)
    kept = [notice for notice in left if not _answers_for(press.button, notice)]
    return tuple(notice.but(number=number) for number, notice in enumerate(sorted((*kept, *fresh), key=_order), 1))


def _notice(finding: Finding, standing: list[Notice], press: Press) -> Notice:
    row = standing.pop(0) if standing else Notice(found=press.today)
    return row.but(
        severity=finding.code.severity.value,
        place=str(finding.cell),
        message=finding.message,
        fix=finding.fix,
        code=finding.code.code,
        button=row.button if row.button in _LABELS else press.button.label,
        key=f"{press.names.get(finding.cell.sheet, '')}!{finding.cell.column}{finding.cell.row or ''}",
    )


def _answers_for(button: Button, notice: Notice) -> bool:
    """Tell whether a press of the button would find the notice again if it still stood."""
    letter = notice.code[:1]
    if letter == _ABOUT_CHOICES and notice.button in _LABELS:
        return letter in button.finds
    if button.name == "check" or notice.button == button.label or notice.button not in _LABELS:
        return True
    if letter in _ABOUT_READING:
        return notice.key.partition("!")[0] in {table.spec.name for table in (*button.reads, *ALWAYS_READ)}
    return letter != "" and letter in button.finds


def _order(notice: Notice) -> tuple[int, int, int, int]:
    severity = _SEVERITIES.index(notice.severity) if notice.severity in _SEVERITIES else -1
    key = _KEY.fullmatch(notice.key)
    if not key or key[1] not in _SHEETS:
        return severity, len(_SHEETS), 0, 0
    return severity, _SHEETS.index(key[1]), int(key[3] or 0), index(key[2])
