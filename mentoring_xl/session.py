"""One press of a button on one book: read, act, note, write, journal."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from mentoring_xl.core.edit import Append, Rewrite
from mentoring_xl.core.finding import Severity
from mentoring_xl.core.grid import typed
from mentoring_xl.core.outcome import Tables, quiet
from mentoring_xl.core.text import counted
from mentoring_xl.schema.buttons import ALWAYS_READ, BUTTONS
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Entry, Notice, Setting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from mentoring_xl.books.port import Book
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Outcome, Progress
    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.buttons import Button

_MODULES = {"План": "plan", "Люди": "people", "Пары": "pairs", "Документы": "orders", "Проверка": "review"}
_SEVERITIES = tuple(Severity)


class Action(Protocol):
    """The pure function behind a button."""

    def __call__(self, tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome: ...


@dataclass(frozen=True)
class Report:
    """What a press did. changes: cells by sheet, without «Журнал»; saved: the book on disk is the new one."""

    button: Button
    findings: tuple[Finding, ...] = ()
    summary: tuple[str, ...] = ()
    changes: Mapping[str, int] = field(default_factory=dict)
    saved: bool = False

    @property
    def verdict(self) -> str:
        """«Ошибок: 1, предупреждений: 3», or «Замечаний нет»."""
        return verdict(self.findings)


def press(button: Button, book: Book, now: dt.datetime, *, progress: Progress = quiet, dry_run: bool = False) -> Report:
    """Press a button on an open book.

    now: the clock, handed in. dry_run: everything is done in memory and nothing is written.
    Raises BookError when the book cannot be read or saved; the file is then as it was.
    """
    progress("Чтение книги", 0, 1)
    tables, misread, names = _read(book, {*button.reads, *ALWAYS_READ, Notice})
    outcome = action(button)(tables, now.date(), progress)
    findings = _sorted((*misread, *Settings(tables[Setting]).findings, *outcome.findings))
    notices = _notices(tables[Notice], button, findings, names, now.date())
    progress("Запись", 0, 1)
    changes = book.apply((*outcome.edits, Rewrite(Notice, notices)))
    report = Report(button, findings, outcome.summary, changes)
    if not changes or dry_run:
        return report
    book.apply((Append(Entry, (_entry(report, now),)),))
    book.save()
    return Report(button, findings, outcome.summary, changes, saved=True)


def action(button: Button) -> Action:
    """Return the function of a button; its module is imported only now."""
    module = importlib.import_module(f"mentoring_xl.actions.{_MODULES[button.group]}")
    found: Action = getattr(module, button.name)
    return found


def verdict(findings: Iterable[Finding]) -> str:
    """Return the count of findings by severity as one phrase."""
    found = list(findings)
    words = {
        severity: counted(count, *forms)
        for severity, forms in _FORMS.items()
        if (count := sum(finding.code.severity is severity for finding in found))
    }
    return ", ".join(words.values()) if words else "замечаний нет"


_FORMS = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("предупреждение", "предупреждения", "предупреждений"),
    Severity.NOTE: ("заметка", "заметки", "заметок"),
}


def _read(book: Book, wanted: set[type[Row]]) -> tuple[Tables, list[Finding], dict[str, str]]:
    rows: dict[type[Row], Iterable[Row]] = {}
    findings: list[Finding] = []
    names: dict[str, str] = {}
    for table in sorted(wanted, key=lambda table: table.spec.name):
        grid = book.grid(table)
        reading = typed(table, grid)
        rows[table] = reading.rows
        findings += reading.findings
        names[grid.sheet] = table.spec.name
    return Tables(rows), findings, names


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order: Callable[[Finding], int] = lambda finding: _SEVERITIES.index(finding.code.severity)  # noqa: E731
    return tuple(sorted(dict.fromkeys(findings), key=order))


def _notices(
    old: tuple[Notice, ...], button: Button, findings: Iterable[Finding], names: Mapping[str, str], today: dt.date
) -> tuple[Notice, ...]:
    """Replace what this button found last time; «Проверить всё» replaces everything."""
    labels = {other.label for other in BUTTONS}
    covers_all = button.name == "check"
    kept = [notice for notice in old if not covers_all and notice.button != button.label and notice.button in labels]
    standing = {(notice.place, notice.code): notice for notice in old if notice not in kept}
    fresh = []
    for finding in findings:
        # a finding that still stands keeps its row, and with it what a person wrote beside it
        row = standing.pop((str(finding.cell), finding.code.code), Notice(found=today))
        fresh.append(
            row.but(
                severity=finding.code.severity.value,
                place=str(finding.cell),
                message=finding.message,
                fix=finding.fix,
                code=finding.code.code,
                button=button.label,
                key=f"{names.get(finding.cell.sheet, '')}!{finding.cell.column}{finding.cell.row or ''}",
            )
        )
    order = [severity.value for severity in _SEVERITIES]
    both = sorted((*kept, *fresh), key=lambda notice: order.index(notice.severity) if notice.severity in order else 0)
    return tuple(notice.but(number=number) for number, notice in enumerate(both, 1))


def _entry(report: Report, now: dt.datetime) -> Entry:
    changes = ", ".join(
        f"{sheet}: {counted(count, 'ячейка', 'ячейки', 'ячеек')}" for sheet, count in report.changes.items()
    )
    return Entry(when=f"{now:%d.%m.%Y %H:%M}", button=report.button.label, changes=changes, findings=report.verdict)
