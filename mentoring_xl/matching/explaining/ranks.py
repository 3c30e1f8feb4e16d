"""How high two people stand with each other: by points among those who are allowed, and by their own choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mentoring_xl.core.text import code_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .choice import Choice, Seat

_BLOCK = 1 << 22
"""Cells compared at one time."""


@dataclass(frozen=True)
class Standing:
    """The mentor is the mentee's `mentor`-th of `mentors`, the mentee the mentor's `mentee`-th of `mentees`."""

    mentor: int
    mentors: int
    mentee: int
    mentees: int

    @property
    def short(self) -> str:
        """«2 из 14 / 1 из 9»: the mentor with the mentee, then the mentee with the mentor."""
        return f"{self.mentor} из {self.mentors} / {self.mentee} из {self.mentees}"

    @property
    def sentence(self) -> str:
        """The same in words."""
        return (
            f"для наставляемого этот наставник {_place(self.mentor, self.mentors)}, "
            f"для наставника этот наставляемый {_place(self.mentee, self.mentees)}"
        )


def _place(rank: int, count: int) -> str:
    return "единственный возможный" if count == 1 else f"{rank}-й из {count} возможных"


def standings(choice: Choice, seats: Sequence[Seat]) -> tuple[Standing | None, ...]:
    """Rank each pair by points among the pairs that no ban forbids; None for a forbidden pair.

    Equal points share the better rank. Of the mentees those count who wait or have a held pair, and the one himself.
    """
    if not seats:
        return ()
    rows, columns = np.array(seats, dtype=np.intp).T
    board, tenths = choice.board, choice.board.scores.tenths
    own, allowed = tenths[rows, columns], board.bans.clear[rows, columns]
    step = max(_BLOCK // max(tenths.shape), 1)
    found: list[NDArray[np.int64]] = []
    for start in range(0, len(seats), step):
        part = slice(start, start + step)
        row, column = rows[part], columns[part]
        above, all_mentors = _counted(tenths[row], board.bans.clear[row], own[part])
        playing = board.bans.clear[:, column].T & choice.in_play
        playing[np.arange(len(row)), row] = True
        below, all_mentees = _counted(tenths[:, column].T, playing, own[part])
        found.append(np.stack((above, all_mentors, below, all_mentees), axis=1))
    return tuple(
        Standing(above + 1, mentors, below + 1, mentees) if is_allowed else None
        for (above, mentors, below, mentees), is_allowed in zip(
            np.concatenate(found).tolist(), allowed.tolist(), strict=True
        )
    )


def _counted(
    tenths: NDArray[np.integer[Any]], allowed: NDArray[np.bool_], own: NDArray[np.integer[Any]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return by line how many allowed have more than `own` points, and how many are allowed."""
    return ((tenths > own[:, None]) & allowed).sum(axis=1), allowed.sum(axis=1)


def mutual(choice: Choice, row: int, column: int) -> str:
    """Say how the two chose after the group meeting; nothing when neither of them answered."""
    facts = choice.board.facts
    mentee, mentor = code_key(facts.mentees[row].code), code_key(facts.mentors[column].code)
    ours, theirs = facts.ranks.get((mentee, mentor)), facts.ranks.get((mentor, mentee))
    if ours and theirs:
        return f"выбрали друг друга: наставляемый поставил наставника на {ours}-е место, наставник его – на {theirs}-е"
    if not choice.answered & {mentee, mentor}:
        return ""
    left = f"поставил этого наставника на {ours}-е место" if ours else _unnamed(answered=mentee in choice.answered)
    right = (
        f"поставил этого наставляемого на {theirs}-е место" if theirs else _unnamed(answered=mentor in choice.answered)
    )
    return f"наставляемый {left}; наставник {right}"


def _unnamed(*, answered: bool) -> str:
    return "назвал других" if answered else "никого не назвал"
