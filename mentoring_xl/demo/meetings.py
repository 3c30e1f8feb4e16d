"""How the pairs of the invented school meet: every fortnight, seldom in summer, with a word on what came of it."""

from __future__ import annotations

import datetime as dt
from itertools import cycle
from typing import TYPE_CHECKING

from mentoring_xl.schema.choices import MEETING_KINDS
from mentoring_xl.schema.tables import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.schema.tables import Pair

*_KINDS, _REGULAR, _LAST = MEETING_KINDS.values
_AT_FIRST, _BEST = 3, 9
"""Marks for how far a pair has come."""
_FORTNIGHT = 14
_JUNE, _SEPTEMBER = (6, 15), (9, 1)
_FRIDAY = 4
_BEGINNING = (
    ("знакомство, ожидания и правила", "договорились о дне и месте встреч"),
    ("пробная работа над запросом", "выбрали, с чего начать"),
    ("план работы на полгода", "план согласован"),
)
_TEACHERS = (
    ("разбор открытого урока", "новый приём проверен на уроке"),
    ("подготовка к уроку, конспект", "конспект доработан вместе"),
    ("взаимное посещение уроков", "отмечены удачи и одна трудность"),
    ("работа с трудным классом", "выбраны три приёма, пробуем две недели"),
)
_PUPILS = (
    ("разбор домашнего задания", "две ошибки больше не повторяются"),
    ("подготовка к контрольной", "повторили правила, решили пять задач"),
    ("как готовиться к уроку самому", "составили расписание на неделю"),
    ("тренировка устного ответа", "ответ получился без подсказки"),
)
_END = ("итоги программы", "цель достигнута, договорились остаться на связи")


def meetings(pair: Pair, until: dt.date) -> tuple[Meeting, ...]:
    """Return what a pair has held up to a day, on working days; that of a pair that has ended is the last.

    In summer they rest, but who looks at the school in summer sees that they met lately.
    """
    days = list(_fortnights(pair, until))
    kept = [day for day in days if day == days[-1] or not _JUNE <= (day.month, day.day) < _SEPTEMBER]
    usual = cycle(_TEACHERS if pair.form.startswith("учитель") else _PUPILS)
    said = [*_BEGINNING[: len(kept)], *(next(usual) for _ in kept[len(_BEGINNING) :])]
    kinds = [*_KINDS[: len(kept)], *(_REGULAR for _ in kept[len(_KINDS) :])]
    if pair.ends:
        said[-1], kinds[-1] = _END, _LAST
    return tuple(
        Meeting(
            pair_code=pair.code, names=f"{pair.mentor_name} – {pair.mentee_name}", kind=kind, planned=day, held=day,
            topic=topic, outcome=outcome, progress=min(_BEST, _AT_FIRST + number),
        )
        for number, (day, kind, (topic, outcome)) in enumerate(zip(kept, kinds, said, strict=True))
    )  # fmt: skip


def _fortnights(pair: Pair, until: dt.date) -> Iterator[dt.date]:
    """Yield a day in every fortnight since the beginning, each pair on its own; before a weekend on Friday."""
    day = (pair.starts or until) + dt.timedelta(days=2 + int(pair.mentee_code[-1]) % 5)
    while day <= until:
        yield day - dt.timedelta(days=max(0, day.weekday() - _FRIDAY))
        day += dt.timedelta(days=_FORTNIGHT)
