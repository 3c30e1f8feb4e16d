"""Why a mentee has no pair, and who comes nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import tidy
from mentoring_xl.matching.barriers import OF_MENTEE, OF_MENTOR

from .remedy import Remedy, remedy
from .wording import named, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.matching.barriers import Barrier, Hindrances
    from mentoring_xl.matching.board import Board

    from .choice import Choice

_NAMED_CAUSES, _RARE = 2, 0.2


def why_unpaired(board: Board, row: int, bans: Hindrances) -> str:
    """Say why a mentee has no mentor: the bans that stop him with everybody, else that all who suit are taken.

    A second line names the commonest reasons why the other mentors do not suit, and how many each concerns.
    """
    if not board.facts.mentors:
        return "в банке наставников никого нет"
    found = tuple(zip(bans.widths, (barrier.text for barrier in bans.all), strict=True))
    everywhere = [text for width, text in found if width == len(board.facts.mentors)]
    if everywhere:
        return "; ".join(text.removesuffix(OF_MENTEE) for text in everywhere)
    lines = [_taken(int(board.bans.clear[row].sum()))]
    if found:
        causes = sorted(found, key=lambda cause: -cause[0])
        common = [cause for cause in causes[:_NAMED_CAUSES] if cause[0] > _RARE * causes[0][0]]
        named = ", ".join(f"{text} – {count}" for count, text in common)
        lines.append(f"другие не подходят: {named}{' и другое' if len(causes) > len(common) else ''}")
    return "\n".join(lines)


def _taken(suitable: int) -> str:
    match suitable:
        case 0:
            return "подходящих наставников нет"
        case 1:
            return "единственный подходящий наставник занят"
        case _:
            return f"все подходящие наставники заняты – {suitable}"


def nearest(board: Board, row: int, bans: Hindrances, count: int, places_left: Sequence[int]) -> str:
    """Name `count` mentors, a line each: those with the fewest bans and then the most points, and what hinders them.

    A ban that stops the mentee with everybody is not repeated. places_left: by mentor, when the choice is made.
    """
    # a ban that stops him with everybody changes no order
    order = np.lexsort((-board.scores.tenths[row], bans.counts))[:count].tolist()
    some = [place for place, width in enumerate(bans.widths) if width < len(places_left)]
    return "\n".join(
        _candidate(board, row, column, [bans.all[place] for place in some if bans.masks[place, column]], left)
        for column, left in ((column, places_left[column]) for column in order)
    )


def _candidate(board: Board, row: int, column: int, bans: Sequence[Barrier], left: int) -> str:
    mentor = board.facts.mentors[column]
    hinders = [barrier.text.removesuffix(OF_MENTOR) for barrier in bans] + ([] if left > 0 else ["мест нет"])
    told = f"{tidy(mentor.code)} {tidy(mentor.full_name)} – {points(int(board.scores.tenths[row, column]))}"
    return f"{told} ({', '.join(hinders)})" if hinders else told


@dataclass(frozen=True)
class UnpairedStory:
    """Why a mentee has no pair, what would give him one, and who comes nearest; each text has its own lines."""

    row: int
    title: str
    reason: str
    remedy: Remedy
    nearest: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The whole story."""
        return (
            self.title,
            "Почему:",
            *self.reason.split("\n"),
            "Что изменить:",
            *self.remedy.text.split("\n"),
            *(("Ближайшие кандидаты:", *self.nearest.split("\n")) if self.nearest else ()),
        )


def unpaired(choice: Choice, row: int, candidates: int) -> UnpairedStory:
    """Tell the story of a mentee who waits and has nobody; candidates: how many mentors to name."""
    bans = choice.board.bans.of(row)
    return UnpairedStory(
        row,
        f"{named(choice.board.facts.mentees[row])} – без пары.",
        why_unpaired(choice.board, row, bans),
        remedy(choice, row, bans),
        nearest(choice.board, row, bans, candidates, choice.places_left),
    )
