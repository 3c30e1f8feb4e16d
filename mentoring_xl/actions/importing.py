"""«Загрузить дорожную карту»: a school's own plan laid into the book, beside or in place of what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Append, Print, Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted, tidy
from mentoring_xl.roadmap.family import code_key
from mentoring_xl.roadmap.plan_years import period_name, plan_named
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting, Step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.roadmap.importing.plan import Imported

REPLACE, ADD = "replace", "add"
"""What becomes of a plan that stands in the book already."""

_NO_FILE = "Файл не выбран. Выберите файл с дорожной картой и повторите."
_THERE = "Этот план уже в книге."
_CHOOSE = "В книге уже есть план: {rows}. Решите, заменить его или добавить новый в конец, и повторите."
_NEXT = "Проверьте лист «Дорожная карта» и нажмите «Проверить сроки»."
_TEXT = ("number", "title", "deadline", "responsible", "result")


def import_roadmap(
    tables: Tables, today: dt.date, progress: Progress = quiet, *, plan: Imported | None = None, mode: str = ""
) -> Outcome:
    """Lay a plan that was read from a file into «Дорожная карта», and what has no place there on a page of its own.

    mode: REPLACE or ADD, needed only when another plan stands in the book; without it nothing changes then. A row that
    was there before and is the same keeps what people wrote beside it. Reads Step and Setting.
    """
    if plan is None:
        return Outcome(summary=(_NO_FILE,))
    from mentoring_xl.roadmap.importing import report

    old = tables[Step]
    if needs_choice(old, plan) and not mode:
        return Outcome(summary=(_CHOOSE.format(rows=_rows(len(old))),))
    edits: tuple[Edit, ...] = (Print(report.SHEET, report.page(plan)),)
    if mode != REPLACE and _contains(old, plan.rows):
        return Outcome(edits, summary=(_THERE,))
    rows = _merged(old, plan.rows) if mode == REPLACE else _shifted(old, plan.rows)
    edits += (Rewrite(Step, rows),) if mode == REPLACE else (Append(Step, rows),)
    left = f"Вне плана осталось строк: {len(plan.unplaced)}, они на листе «{report.SHEET}»."
    return Outcome(
        edits,
        summary=(*report.counts(plan), *([left] if plan.unplaced else []), *_years(tables, plan), _NEXT),
    )


def needs_choice(old: tuple[Step, ...], plan: Imported) -> bool:
    """Tell whether a person must say what becomes of the plan in the book: there is one, and it is another."""
    return bool(old) and not _contains(old, plan.rows)


def _merged(old: Iterable[Step], new: Iterable[Step]) -> tuple[Step, ...]:
    """Put rows that stand in the book in place of the same new ones, so that marks and documents stay with them."""
    standing: dict[tuple[object, ...], list[Step]] = {}
    for row in old:
        standing.setdefault((*_said(row), code_key(row.code), row.level), []).append(row)
    found = []
    for row in new:
        same = standing.get((*_said(row), code_key(row.code), row.level))
        found.append(same.pop(0) if same else row)
    return tuple(found)


def _shifted(old: Iterable[Step], new: Iterable[Step]) -> tuple[Step, ...]:
    """Count the top level of codes on from those in the book, so that none comes twice."""
    tops = [code_key(row.code).partition(".")[0] for row in old]
    last = max((int(top) for top in tops if top.isdecimal()), default=0)
    return tuple(row.but(code=_moved(row.code, last)) for row in new)


def _moved(code: str, last: int) -> str:
    top, dot, rest = code.partition(".")
    return f"{int(top) + last}{dot}{rest}"


def _contains(old: tuple[Step, ...], new: tuple[Step, ...]) -> bool:
    """Tell whether the rows stand in the plan already, one after the other."""
    standing, wanted = [_said(row) for row in old], [_said(row) for row in new]
    return any(standing[at : at + len(wanted)] == wanted for at in range(len(standing) - len(wanted) + 1))


def _said(row: Step) -> tuple[str, ...]:
    return tuple(tidy(str(getattr(row, field))) for field in _TEXT)


def _years(tables: Tables, plan: Imported) -> tuple[str, ...]:
    """Say when the file and «Настройки» are for different years."""
    text = Settings(tables[Setting]).text("period")
    named = plan_named(text)
    if not plan.period or (named and period_name(named) == plan.period):
        return ()
    given = f"«{text}»" if text.strip() else "пусто"
    return (f"В файле план на {plan.period}, в «Настройках» «Год плана» – {given}. Впишите туда {plan.period}.",)


def _rows(count: int) -> str:
    return counted(count, "строка", "строки", "строк")
