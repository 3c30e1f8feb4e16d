"""How a report looks in a terminal (rich), in a pipe (plain) and as JSON."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING

from mentoring_xl.core.finding import Severity
from mentoring_xl.core.outcome import share
from mentoring_xl.core.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Progress
    from mentoring_xl.session import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@contextlib.contextmanager
def progress(*, quietly: bool) -> Iterator[Progress]:
    """Give a progress function that keeps one line of a terminal up to date and wipes it at the end."""
    shown = sys.stderr.isatty() and not quietly

    def report(what: str, done: int, whole: int) -> None:
        if shown:
            print(f"\r\x1b[K{share(what, done, whole)}", end="", file=sys.stderr, flush=True)

    try:
        yield report
    finally:
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def show(report: Report, *, as_json: bool, dry_run: bool) -> None:
    """Print the report to standard output."""
    if as_json:
        print(json.dumps(as_data(report, dry_run=dry_run), ensure_ascii=False, indent=2))
        return
    _show_findings(report.findings)
    for sentence in report.summary:
        print(sentence)
    if report.found:
        print(report.found)
    print(_written(report, dry_run=dry_run))


def _written(report: Report, *, dry_run: bool) -> str:
    if not report.changes:
        return "В книге всё уже так: менять нечего."
    cells = "; ".join(f"«{sheet}» – {counted(n, 'ячейка', 'ячейки', 'ячеек')}" for sheet, n in report.changes.items())
    return f"Изменилось бы: {cells}. Книга не записана." if dry_run else f"Записано: {cells}."


def _show_findings(findings: tuple[Finding, ...]) -> None:
    if not sys.stdout.isatty():
        for finding in findings:
            print(finding)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        colour = _COLOURS[finding.code.severity]
        table.add_row(
            str(finding.cell), f"[{colour}]{finding.code.code}[/]", _plain(finding.message), _plain(finding.fix)
        )
    Console().print(table)


def _plain(text: str) -> str:
    return text.replace("[", "\\[")


def as_data(report: Report, *, dry_run: bool) -> dict[str, object]:
    """Return the report for programs."""
    return {
        "button": report.button.name,
        "dry_run": dry_run,
        "saved": report.saved,
        "summary": list(report.summary),
        "changes": dict(report.changes),
        "findings": [
            {
                "sheet": finding.cell.sheet,
                "column": finding.cell.column,
                "row": finding.cell.row,
                "code": finding.code.code,
                "severity": finding.code.severity.name.lower(),
                "message": finding.message,
                "fix": finding.fix,
            }
            for finding in report.findings
        ],
    }
