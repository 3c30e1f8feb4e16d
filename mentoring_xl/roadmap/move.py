"""A published roadmap moved to another year and another school; dates and names of legal acts stay as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.deadlines import parse
from mentoring_xl.deadlines.plan import school_year_of_month

from .plan_years import period_name, plan_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from .blueprint import Blueprint

_DATE_OF_ACT = r"\bот\s+\d{1,2}(?:\.\d{1,2}\.|\s+[а-яё]+\s+)\d{4}"
_ACT = re.compile(rf"{_DATE_OF_ACT}[^«»]*«[^»]*»|{_DATE_OF_ACT}", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_BLANK, _BLANK_DAY = "_____", "«___» __________ 20___ г."


def for_year(blueprint: Blueprint, period: str, school: str | None = None, director: str | None = None) -> Blueprint:
    """Return a built-in roadmap for another period («2026» or «2026/2027») and, where given, another school.

    The source's year changes in the title and the deadlines; in an academic period a deadline of January to July falls
    in the second year. The school's name changes in title, stamp, sections and rows. director: initials and surname
    for the stamp; without it a new school gets a blank to sign on. Nobody has approved the moved plan yet, so the day
    in the stamp becomes a blank. An empty period keeps the source's year, one that cannot be read is a ValueError.
    """
    moved = _moved(blueprint, period) if period.strip() else blueprint
    signed = _signed(_renamed(moved, school), director or "") if school or director else moved
    if signed is blueprint:
        return blueprint
    return replace(signed, stamp=tuple(_BLANK_DAY if _DAY.fullmatch(line) else line for line in signed.stamp))


def _moved(blueprint: Blueprint, period: str) -> Blueprint:
    plan = plan_named(period)
    if plan is None or not (plan.academic or plan.start.year == plan.end.year):
        raise ValueError(period)
    first = plan.start.year
    if not blueprint.period:
        return replace(blueprint, period=period_name(plan))
    year = re.compile(rf"(?<!\d){blueprint.period}(?!\d)")

    def dated(text: str, new: int) -> str:
        return _outside_acts(text, lambda part: year.sub(str(new), part))

    def deadline(text: str) -> str:
        read = parse(text)
        day = read.start or read.end
        return dated(text, school_year_of_month(first, day.month) if day and plan.academic else first)

    title = tuple(dated(line, first) for line in blueprint.title)
    if plan.academic:
        title = tuple(re.sub(rf"{first} год\b", f"{period_name(plan)} учебный год", line) for line in title)
    return replace(
        blueprint,
        title=title,
        period=period_name(plan),
        rows=tuple(row.but(deadline=deadline(row.deadline)) for row in blueprint.rows),
    )


def _renamed(blueprint: Blueprint, school: str | None) -> Blueprint:
    if not (school and blueprint.school):
        return blueprint
    name = re.compile(r"\s+".join(map(re.escape, blueprint.school.split())))

    def renamed(text: str) -> str:
        return _outside_acts(text, lambda part: name.sub(lambda _: school, part))

    return replace(
        blueprint,
        title=tuple(renamed("\n".join(blueprint.title)).split("\n")),
        stamp=tuple(renamed("\n".join(blueprint.stamp)).split("\n")),
        rows=tuple(row.but(section=renamed(row.section), title=renamed(row.title)) for row in blueprint.rows),
        school=school,
    )


def _signed(blueprint: Blueprint, director: str) -> Blueprint:
    if not blueprint.director:
        return blueprint
    stamp = tuple(line.replace(blueprint.director, director).strip() or _BLANK for line in blueprint.stamp)
    return replace(blueprint, stamp=stamp, director=director)


def _outside_acts(text: str, change: Callable[[str], str]) -> str:
    """Change a text except for the dates and quoted names of legal acts: «от 25 декабря 2019 г. «Об …»»."""
    parts: list[str] = []
    end = 0
    for act in _ACT.finditer(text):
        parts += [change(text[end : act.start()]), act.group()]
        end = act.end()
    return "".join([*parts, change(text[end:])])
