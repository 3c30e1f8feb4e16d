"""What two lists of one kind have in common: subjects, interests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .coverage import said
from .words import likeness, membership, spelling, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from .stems import Phrase
    from .words import Matrix

NEAR = 0.5
"""What an item counts that is not the same but stands near."""

_SAME_ITEM, _AKIN_ITEM = 0.79, 0.59


def overlap(
    left: Sequence[Sequence[Phrase]],
    right: Sequence[Sequence[Phrase]],
    compare: Callable[[Sequence[Phrase], Sequence[Phrase]], Matrix],
) -> Matrix:
    """Return the share of the shorter list that both lists have, len(left) × len(right); NaN when a side has none.

    compare: what two items have in common, 0, NEAR or 1.
    """
    left_items, right_items = vocabulary(left), vocabulary(right)
    alike = compare(list(left_items), list(right_items))
    ours, theirs = membership(left, left_items), membership(right, right_items)
    common = np.zeros((len(left), len(right)), dtype=np.float32)
    # noughts and ones give nothing invalid, but some builds of OpenBLAS raise the flag all the same: numpy issue 24067
    with np.errstate(invalid="ignore"):
        for level in (NEAR, 1.0):
            met = (alike >= level).astype(np.float32)
            common += np.minimum(ours @ (met @ theirs.T > 0), (theirs @ (met.T @ ours.T > 0)).T) / 2
    shorter = np.minimum.outer(ours.sum(axis=1), theirs.sum(axis=1))
    found: Matrix = np.full(shorter.shape, np.nan, dtype=np.float32)
    np.divide(common, shorter, out=found, where=shorter > 0)
    return found


def same(left: Sequence[Phrase], right: Sequence[Phrase]) -> NDArray[np.bool_]:
    """Tell which items name one thing: «русский язык» and «русский язык и литература» do."""
    ours, theirs = vocabulary(left), vocabulary(right)
    found: NDArray[np.bool_] = _named(left, right, ours, theirs, spelling(list(ours), list(theirs))) >= _SAME_ITEM
    return found


def akin(left: Sequence[Phrase], right: Sequence[Phrase]) -> Matrix:
    """Return 1 for items that name one thing, NEAR for those of one sense: «рисование» and «живопись»; else 0."""
    ours, theirs = vocabulary(left), vocabulary(right)
    near = NEAR * (_named(left, right, ours, theirs, likeness(list(ours), list(theirs))) >= _AKIN_ITEM)
    found: Matrix = np.maximum(same(left, right), near).astype(np.float32)
    return found


def _named(
    left: Sequence[Phrase], right: Sequence[Phrase], ours: dict[str, int], theirs: dict[str, int], alike: Matrix
) -> Matrix:
    """Return what share of the words of one item stands in the other, of the two shares the greater one.

    ours, theirs: the words of both sides with their rows and columns in `alike`.
    """
    one, other = membership(left, ours), membership(right, theirs)
    found: Matrix = np.maximum(
        one @ said(alike, theirs, right) / one.sum(axis=1, keepdims=True),
        (other @ said(alike.T, ours, left) / other.sum(axis=1, keepdims=True)).T,
    )
    return found
