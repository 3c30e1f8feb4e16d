"""One press of a button on one book: read, act, note, write, journal."""

from __future__ import annotations

import gc
import importlib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from mentoring_xl.books.snapshots import Snapshot
from mentoring_xl.core.edit import Amend, Append, Print, Put, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.finding import Severity
from mentoring_xl.core.grid import typed
from mentoring_xl.core.outcome import Tables, quiet
from mentoring_xl.core.text import counted
from mentoring_xl.notices import Press, renewed
from mentoring_xl.schema.buttons import ALWAYS_READ
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import TABLES, Entry, Notice, Setting, Step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from mentoring_xl.books.port import Book
    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.grid import Reading
    from mentoring_xl.core.outcome import Outcome, Progress
    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.buttons import Button

_MODULES = {"План": "plan", "Люди": "people", "Пары": "pairs", "Документы": "orders", "Проверка": "review"}
_OWN_MODULES = {
    "plan_calendar": "calendar",
    "import_roadmap": "importing",
    "pairs_map": "pairs_map",
    "create_programmes": "programmes",
    "explain_pair": "explaining",
    "import_answers": "answers",
    "survey_results": "results",
    "accept_reply": "merging",
    "settle_conflicts": "merging",
}
_SEVERITIES = tuple(Severity)


class Action(Protocol):
    """The pure function behind a button."""

    def __call__(self, tables: Tables, today: dt.date, progress: Progress = quiet, **given: object) -> Outcome: ...


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
        """«1 ошибка, 3 предупреждения», or «замечаний нет»."""
        return verdict(self.findings)

    @property
    def found(self) -> str:
        """The verdict as a sentence, "" from a button that looks for nothing and found nothing."""
        if self.findings:
            return f"Найдено: {self.verdict}."
        return "Замечаний нет." if self.button.finds else ""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for rings of objects: among the rows of a book that takes long and finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def press(
    button: Button,
    book: Book,
    now: dt.datetime,
    *,
    progress: Progress = quiet,
    dry_run: bool = False,
    given: Mapping[str, object] | None = None,
) -> Report:
    """Press a button on an open book.

    now: the clock, handed in. dry_run: everything is done in memory and nothing is written. given: what the action
    takes besides the tables, by name: the plan read from a file.
    Raises BookError when the book cannot be read or saved; the file is then as it was.
    """
    progress("Чтение книги", 0, 1)
    readings, names = _read(book, {*button.reads, *ALWAYS_READ, Notice})
    tables = Tables({table: reading.rows for table, reading in readings.items()}, _plan_title(book, readings))
    outcome = action(button)(tables, now.date(), progress, **(given or {}))
    progress("Запись", 0, 1)
    changes = Counter(book.apply(outcome.edits))
    misread = _misread(book, readings, outcome.edits)
    findings = _sorted((*misread, *Settings(tables[Setting]).findings, *outcome.findings))
    notices = renewed(tables[Notice], findings, Press(button, now.date(), names))
    if Notice in button.reads and notices != tables[Notice]:
        # what counts the findings counts them as this press leaves them
        outcome = action(button)(tables.but({Notice: notices}), now.date(), progress, **(given or {}))
        changes.update(book.apply(outcome.edits))
    changes.update(book.apply((Rewrite(Notice, notices),)))
    report = Report(button, findings, outcome.summary, _in_sheet_order(changes, names))
    if not changes or dry_run:
        return report
    book.apply((Append(Entry, (_entry(report, now),)),))
    trace = book.trace()
    trace = replace(trace, files=files) if (files := book.save()) else trace
    return replace(report, saved=True, summary=(*report.summary, *_keep(book, Snapshot(button.label, now, trace))))


def ask(
    button: Button,
    book: Book,
    now: dt.datetime,
    *,
    progress: Progress = quiet,
    given: Mapping[str, object] | None = None,
) -> tuple[str, ...]:
    """Press a button that only answers: its sentences; nothing is written, not even a finding. Raises BookError."""
    progress("Чтение книги", 0, 1)
    tables = read(book, {*button.reads, *ALWAYS_READ})
    return action(button)(tables, now.date(), progress, **(given or {})).summary


def read(book: Book, wanted: Iterable[type[Row]]) -> Tables:
    """Read tables for a command that only looks; cells that cannot be read are blank. Raises BookError."""
    rows = {table: typed(table, book.grid(table)).rows for table in wanted}
    return Tables(rows, _plan_title(book, rows))


def action(button: Button) -> Action:
    """Return the function of a button; its module is imported only now."""
    name = _OWN_MODULES.get(button.name) or _MODULES[button.group]
    module = importlib.import_module(f"mentoring_xl.actions.{name}")
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


def _keep(book: Book, snapshot: Snapshot) -> tuple[str, ...]:
    """Keep what undo needs; the press is done already, so a failure is only told."""
    try:
        book.shelf.keep(snapshot)
    except BookError as error:
        return (f"Отменить это нажатие не получится. {error}",)
    return ()


def _read(book: Book, wanted: set[type[Row]]) -> tuple[dict[type[Row], Reading[Row]], dict[str, str]]:
    """Return the rows of each table, and the name of the table by the title of its sheet."""
    readings: dict[type[Row], Reading[Row]] = {}
    names: dict[str, str] = {}
    for table in sorted(wanted, key=lambda table: table.spec.name):
        grid = book.grid(table)
        readings[table] = typed(table, grid)
        names[grid.sheet] = table.spec.name
    return readings, names


def _plan_title(book: Book, wanted: Container[type[Row]]) -> str:
    """Return the title above the roadmap where the roadmap is read, else nothing."""
    if Step not in wanted:
        return ""
    from mentoring_xl.roadmap.caption import plan_caption

    return "\n".join(plan_caption(book.above(Step))[0])


def _misread(book: Book, readings: Mapping[type[Row], Reading[Row]], edits: Iterable[Edit]) -> Iterator[Finding]:
    """Yield the cells that cannot be read as they stand after the edits, which move rows and fill the program's cells.

    «Замечания» itself is laid anew after this.
    """
    edited = {
        type(edit.row) if isinstance(edit, Put | Amend) else edit.table for edit in edits if not isinstance(edit, Print)
    }
    for table, reading in readings.items():
        if table is not Notice:
            # where every cell could be read, edits leave none that cannot
            again = table in edited and reading.findings
            yield from (typed(table, book.grid(table)) if again else reading).findings


def _in_sheet_order(changes: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
    """Order the counts as the sheets of a new book stand; printed pages come last."""
    order = [table.spec.name for table in TABLES]
    known = {sheet: order.index(names[sheet]) for sheet in changes if sheet in names}
    return dict(sorted(changes.items(), key=lambda item: (known.get(item[0], len(order)), item[0])))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order: Callable[[Finding], int] = lambda finding: _SEVERITIES.index(finding.code.severity)  # noqa: E731
    return tuple(sorted(dict.fromkeys(findings), key=order))


def _entry(report: Report, now: dt.datetime) -> Entry:
    changes = ", ".join(
        f"{sheet}: {counted(count, 'ячейка', 'ячейки', 'ячеек')}" for sheet, count in report.changes.items()
    )
    return Entry(when=f"{now:%d.%m.%Y %H:%M}", button=report.button.label, changes=changes, findings=report.verdict)
