"""What was understood of a school's own plan, in sentences and as a page of the book, so that nothing gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.lines import lines_of
from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.core.text import counted
from mentoring_xl.roadmap import columns
from mentoring_xl.schema.tables import Step

from .heads import MARK
from .plan import HEADING, ITEM, MEASURE, STAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .heads import Heading
    from .plan import Imported

SHEET = "Загрузка плана"
_WIDTHS = (42.0, 42.0)
_LINE_HEIGHT = 19.0
_LETTERS = 0.8
"""Of the page's font in the width of one letter of the default font."""
_FIELDS = {
    columns.NUMBER: ("number", ""),
    columns.TASK: ("title", ""),
    columns.STAGE: ("section", ", строка-этап"),
    columns.DEADLINE: ("deadline", ""),
    columns.START: ("deadline", ", начало"),
    columns.END: ("deadline", ", окончание"),
    MARK: ("deadline", ", отметки"),
    columns.RESPONSIBLE: ("responsible", ""),
    columns.RESULT: ("result", ""),
    columns.STATUS: ("done", ""),
    columns.NOTE: ("note", ""),
    None: ("note", ", с названием столбца"),
}


def goes_to(heading: Heading) -> str:
    """Return the column of «Дорожная карта» that a column of the file goes to."""
    field, more = _FIELDS[heading.field]
    return f"«{Step.spec.column(field).title}»{more}"


def counts(plan: Imported) -> tuple[str, ...]:
    """Return how many rows of each kind there are, and how many have a deadline, a responsible and a result."""
    rows = (
        (len(plan.sections), ("раздел", "раздела", "разделов")),
        (plan.count(STAGE), ("этап", "этапа", "этапов")),
        (plan.count(MEASURE), ("мероприятие", "мероприятия", "мероприятий")),
        (plan.count(HEADING), ("подраздел", "подраздела", "подразделов")),
        (plan.count(ITEM), ("пункт", "пункта", "пунктов")),
    )
    kinds = ", ".join(counted(count, *words) for count, words in rows if count)
    filled = [f"{plan.filled(field)}" for field in ("deadline", "responsible", "result")]
    return f"Прочитано: {kinds}.", "Сроков: {}, ответственных: {}, результатов: {}.".format(*filled)


def described(plan: Imported) -> tuple[str, ...]:
    """Return what a dry run shows: title, year, columns, counts, and what has no place in the plan."""
    title = " ".join(plan.title) or "не найдено"
    year = plan.period or "в названии не указан"
    return (
        f"Файл «{plan.file}». Название: {title}. Год плана: {year}.",
        *([f"Гриф: {' '.join(plan.stamp)}"] if plan.stamp else []),
        *(f"Столбец «{heading.title}» → {goes_to(heading)}." for heading in plan.headings),
        *counts(plan),
        *([f"Вне плана осталось строк: {len(plan.unplaced)}."] if plan.unplaced else []),
        *(f"    {text}" for text in plan.unplaced),
    )


def as_data(plan: Imported) -> dict[str, object]:
    """Return the same for programs, with all rows."""
    shown = ("code", "number", "level", "section", "title", "deadline", "responsible", "result", "done", "note")
    return {
        "file": plan.file,
        "title": list(plan.title),
        "stamp": list(plan.stamp),
        "period": plan.period,
        "columns": [{"title": heading.title, "field": heading.field} for heading in plan.headings],
        "sections": list(plan.sections),
        "rows": [{field: getattr(row, field) for field in shown} for row in plan.rows],
        "unplaced": list(plan.unplaced),
    }


def page(plan: Imported) -> Page:
    """Return the page that keeps title, stamp and all that has no place in the table."""
    return Page(_WIDTHS, tuple(_lines(plan)), margins=(20, 10, 15, 15))


def _lines(plan: Imported) -> Iterator[Line]:
    yield Line((Piece("Загрузка дорожной карты", span=2, look=Look.TITLE),))
    yield _wide(f"Файл: {plan.file}")
    yield _wide(f"Год плана: {plan.period or 'в названии не указан'}")
    for name, texts in (("Гриф", plan.stamp), ("Название", plan.title)):
        if texts:
            yield _wide(f"{name}:")
            yield from map(_wide, texts)
    yield from map(_wide, counts(plan))
    yield Line((Piece("Столбец файла", look=Look.HEAD), Piece("Столбец «Дорожной карты»", 1, look=Look.HEAD)))
    for heading in plan.headings:
        texts = heading.title, goes_to(heading)
        height = max(_height(text, width) for text, width in zip(texts, _WIDTHS, strict=True))
        yield Line(tuple(Piece(text, at, look=Look.BOX) for at, text in enumerate(texts)), height)
    if plan.unplaced:
        yield _wide("Не вошло в план:")
        yield from map(_wide, plan.unplaced)


def _wide(text: str) -> Line:
    return Line((Piece(text, span=2, look=Look.LEFT),), _height(text, sum(_WIDTHS)))


def _height(text: str, width: float) -> float:
    return _LINE_HEIGHT * lines_of(text, _LETTERS * width)
