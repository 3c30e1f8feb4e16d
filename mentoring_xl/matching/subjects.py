"""School subjects that stand near each other: physics and astronomy, Russian and literature."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from .lists import NEAR, same
from .stems import EMPTY, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .stems import Phrase
    from .words import Matrix

_AREAS = """
    русский литература словесность риторика
    английский немецкий французский испанский китайский иностранный
    математика алгебра геометрия информатика икт программирование
    история обществознание право экономика политология
    физика астрономия химия биология география природоведение естествознание экология окружающий
    музыка изо рисование мхк искусство хор изобразительный
    технология труд черчение
    физкультура физическая обж обзр безопасность
"""
"""The areas of the federal standard; geography stands with the natural sciences."""


def kinship(left: Sequence[Phrase], right: Sequence[Phrase]) -> Matrix:
    """Return 1 for names of one subject, NEAR for subjects of one area, else 0; len(left) × len(right), float32."""
    ours, theirs = ([_areas(item) for item in items] for items in (left, right))
    near = np.array([[not one.isdisjoint(other) for other in theirs] for one in ours], dtype=np.float32)
    found: Matrix = np.maximum(same(left, right), NEAR * near.reshape(len(left), len(right))).astype(np.float32)
    return found


def _areas(item: Phrase) -> frozenset[int]:
    return frozenset(area for word in item for area in _area_of().get(word, ()))


@cache
def _area_of() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_AREAS.strip().splitlines()):
        for word in phrase(line):
            if word not in EMPTY:
                found[word] = (*found.get(word, ()), number)
    return found
