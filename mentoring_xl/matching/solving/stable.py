"""Stable pairs: nobody finds a partner whom he would rather have and who would rather have him."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.matching.solving.problem import Integers, Mask, Pair, Whole

_LAST = np.iinfo(np.int64).max
"""Behind every rank: whoever has a place left takes anybody allowed."""


def stable(
    mentee_ranks: Integers, mentor_ranks: Integers, allowed: Mask, capacity: Sequence[int], wants: Sequence[int]
) -> tuple[Pair, ...]:
    """Return the stable set that is best for the mentees, in row order, then column order.

    mentee_ranks, mentor_ranks: mentees × mentors, how each sees the other, less is better; of equals the one with the
    lower column or row comes first. allowed: the same shape. capacity: by mentor, places. wants: by mentee, mentors.
    Deferred acceptance (D. Gale, L. Shapley, 1962; several mentors for one mentee: A. Roth, 1984): each mentee asks
    down his list, each mentor keeps the best who asked. Topics must be fixed beforehand in `allowed`.
    """
    lists = [iter(_preferred(mentee_ranks[row], allowed[row])) for row in range(len(wants))]
    kept: list[list[tuple[int, int]]] = [[] for _ in capacity]
    asking = [row for row, wanted in enumerate(wants) for _ in range(min(max(wanted, 0), len(capacity)))]
    while asking:
        row = asking.pop()
        column = next(lists[row], None)
        if column is None:
            continue
        heapq.heappush(kept[column], (-int(mentor_ranks[row, column]), -row))
        if len(kept[column]) > max(capacity[column], 0):
            asking.append(-heapq.heappop(kept[column])[1])
    return tuple(sorted((-row, column) for column, rows in enumerate(kept) for _, row in rows))


def blocking(
    mentee_ranks: Integers,
    mentor_ranks: Integers,
    allowed: Mask,
    capacity: Sequence[int],
    wants: Sequence[int],
    *,
    pairs: Iterable[Pair],
) -> Iterator[Pair]:
    """Yield the allowed pairs, in row order, whose both sides would rather have each other than somebody they have.

    Arguments as in `stable`; a side with a place left would rather have anybody allowed than keep it free.
    """
    chosen = np.zeros(allowed.shape, dtype=bool)
    rows, columns = np.array(list(pairs), dtype=np.int64).reshape(-1, 2).T
    chosen[rows, columns] = True
    by_mentee = mentee_ranks < _worst(mentee_ranks, chosen, wants)[:, None]
    by_mentor = mentor_ranks < _worst(mentor_ranks.T, chosen.T, capacity)
    for row, column in np.argwhere(allowed & ~chosen & by_mentee & by_mentor):
        yield int(row), int(column)


def _preferred(ranks: Integers, allowed: Mask) -> list[int]:
    columns = np.flatnonzero(allowed)
    return columns[ranks[columns].argsort(kind="stable")].tolist()  # type: ignore[no-any-return]


def _worst(ranks: Integers, chosen: Mask, places: Sequence[int]) -> Whole:
    """Return by person the rank that a newcomer must beat: the worst partner's, or last with a place left."""
    worst: Whole = np.where(chosen, ranks, np.iinfo(np.int64).min).max(axis=1, initial=np.iinfo(np.int64).min)
    return np.where(chosen.sum(axis=1) < np.array(places, dtype=np.int64), _LAST, worst)
