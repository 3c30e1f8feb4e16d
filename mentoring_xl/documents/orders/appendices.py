"""The tables of appendix 1: pairs, changes of a signed list, the roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, tidy
from mentoring_xl.documents.paper import Grid
from mentoring_xl.schema.texts import CHANGING, PAIRING, ROADMAP

from .frame import Appendix
from .lines import OUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.schema.tables import OrderLine, Step

_PAIRS = ("№", "Наставник", "Наставляемый", "Форма", "С какого дня", "Согласия")
_CHANGES = ("№", "Что изменить", "Наставник", "Наставляемый", "Форма, с какого дня", "Согласия")
_PLAN = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")


def appendix(kind: str, title: str, lines: Iterable[OrderLine], plan: Iterable[Step]) -> Appendix | None:
    """Return the table that belongs to a kind of order, None when it has none."""
    if kind == PAIRING:
        return Appendix(Grid(_PAIRS, tuple(map(_pair, lines)), (0.06, 0.24, 0.24, 0.15, 0.13, 0.18)), title)
    if kind == CHANGING:
        return Appendix(Grid(_CHANGES, tuple(map(_change, lines)), (0.06, 0.18, 0.22, 0.22, 0.15, 0.17)), title)
    if kind == ROADMAP:
        return Appendix(Grid(_PLAN, tuple(_plan(plan)), (0.07, 0.35, 0.16, 0.2, 0.22)), title, "УТВЕРЖДЕНА")
    return None


def _pair(line: OrderLine) -> tuple[str, ...]:
    return (str(line.number or ""), *_sides(line), line.form, _since(line), line.consents)


def _change(line: OrderLine) -> tuple[str, ...]:
    where = f"строку {line.changed}" if line.changed else ""
    verb, _, rest = line.change.partition(" ")
    told = " ".join(part for part in (verb, where, rest) if part)
    if line.change == OUT:
        return (str(line.number or ""), told, *_sides(line), line.form, "")
    form = f"{line.form},\n{_since(line)}" if line.form else _since(line)
    return (str(line.number or ""), told, *_sides(line), form, line.consents)


def _sides(line: OrderLine) -> tuple[str, str]:
    return _side(line.mentor or line.code, line.mentor_about), _side(line.mentee, line.mentee_about)


def _side(name: str, about: str) -> str:
    return f"{name},\n{about}" if name and about else name


def _since(line: OrderLine) -> str:
    return date_text(line.day) if line.day else "с даты приказа"


def _plan(steps: Iterable[Step]) -> Iterator[tuple[str, ...]]:
    """Each section of the plan is headed by its title."""
    section = ""
    for step in steps:
        if not tidy(step.title):
            continue
        if tidy(step.section) != section:
            section = tidy(step.section)
            if section and section != tidy(step.title):
                yield (section,)
        yield step.number, tidy(step.title), tidy(step.deadline), tidy(step.responsible), tidy(step.result)
