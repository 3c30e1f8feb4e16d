"""How a report looks in a terminal (rich), in a pipe (plain) and as JSON."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING

from mentoring_xl.core.finding import Severity
from mentoring_xl.core.outcome import share
from mentoring_xl.core.text import counted, number_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Progress
    from mentoring_xl.session import Report
    from mentoring_xl.surveys import Result

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


def show_results(results: Iterable[Result]) -> None:
    """Print a line per question: how many answered, of how many, and what; small groups show their size only."""
    told = tuple(results)
    if not told:
        print("Ответов в книге нет. Внесите их на лист «Анкеты» и повторите.")
    for result in told:
        response = "" if result.response is None else f", ответили {number_text(result.response, 0)} %"
        print(f"{result.code}  {result.text}\n    n = {result.n}{response}{_answers(result)}")


def _answers(result: Result) -> str:
    if result.hidden:
        return "; ответов меньше трёх, поэтому они скрыты"
    if result.mean is not None and result.median is not None:
        top = "" if result.top is None else f", оценок 9–10: {number_text(result.top, 0)} %"
        return f"; среднее {number_text(result.mean, 1)}, медиана {number_text(result.median, 1)}{top}"
    return "; " + ", ".join(f"{answer} – {count}" for answer, count in result.chosen) if result.chosen else ""


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
