"""What stands above the plan: the stamp of approval, the title and the year in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.roadmap.plan_years import period_name, plan_named

if TYPE_CHECKING:
    from collections.abc import Iterable

_STAMP = ("утвержд", "согласован", "принят", "рассмотрен", "приложение", "введен")
_TITLE = re.compile(
    r"\W*(?:(?:сводный|примерный|годовой|комплексный|перспективный|календарный|сетевой|учебный)\s+)*"
    r"(?:план|дорожная карта|программа|график|комплекс мер|мероприятия|перечень мероприятий|месячник)"
)
_AFTER_TITLE = re.compile(
    r"\W*(?:цел[ьи]|задач[аи]|основани[ея]|куратор|координатор|исполнител[ьи]|разработчик)\b.*:"
    r"|(?:раздел|этап|блок|модуль)\s|(?:[ivx]+|\d{1,2})\.\s"
)
_ACT = re.compile(r"\bот\s+\d{1,2}(?:\.\d{1,2}\.|\s+[а-яё]+\s+)\d{4}", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(20\d\d)(?:\s?(?:г\.?|год\w*))?\s?[-–—/]\s?((?:20)?\d\d)(?!\d|\.)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True)
class Above:
    """The lines above a plan. period: «2023», «2023/2024», «2021–2024», "" when the title names none."""

    stamp: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    period: str = ""
    stray: tuple[str, ...] = ()


def above(lines: Iterable[str]) -> Above:
    """Tell stamp, title and all other lines above a plan apart; the title ends at «Цель: …» or at a section."""
    stamp: list[str] = []
    title: list[str] = []
    stray: list[str] = []
    place = stray
    for line in lines:
        said = fold(_unspaced(line))
        if said.startswith(_STAMP) and not title:
            place = stamp
        elif place is not title and not title and _TITLE.match(said):
            place = title
        elif place is title and (said.startswith(_STAMP) or _AFTER_TITLE.match(said)):
            place = stray
        place.append(line)
    return Above(tuple(stamp), tuple(title), period_in(" ".join(title)), tuple(stray))


def period_in(title: str) -> str:
    """Return the period that a title names; years in dates of legal acts are not the plan's."""
    text = _ACT.sub(" ", tidy(title))
    if years := _YEARS.search(text):
        first, last = int(years[1]), int(years[2]) + (2000 if len(years[2]) == 2 else 0)
        plan = plan_named(f"{first}/{last}") if last == first + 1 else None
        return period_name(plan) if plan else f"{first}–{last}" if last > first else str(first)
    found = _YEAR.findall(text)
    return found[-1] if found else ""


def _unspaced(line: str) -> str:
    """Return «П Л А Н» as one word."""
    return "".join(line.split()) if all(len(word) == 1 for word in line.split()) else line
