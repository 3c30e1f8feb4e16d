"""The smallest change that would give a mentee a pair, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy

from .lifting import IMPOSSIBLE, by_hand, lift, other_topic, place
from .search import MOST_STEPS, Search, Way
from .wording import named, points, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.matching.barriers import Hindrances
    from mentoring_xl.matching.solving import Move

    from .choice import Choice
    from .search import Option


@dataclass(frozen=True)
class Remedy:
    """What would give a mentee a pair.

    steps: what staff have to do, in the imperative. column: whose mentee he would become, None when nothing but
    another mentor helps. pair: that mentor with the pair's points. moves: who changes his mentor to make room.
    is_sure: whether it is this mentor, and not perhaps another one whom the steps free too.
    """

    steps: tuple[str, ...]
    column: int | None = None
    pair: str = ""
    moves: tuple[str, ...] = ()
    is_sure: bool = True

    @property
    def text(self) -> str:
        """The steps, numbered when there are several, then what comes of them; a line each."""
        numbered = len(self.steps) > 1
        lines = [sentence(f"{number}. " if numbered else "", step) for number, step in enumerate(self.steps, 1)]
        if self.moves:
            lines.append(sentence("При этом ", "; ".join(self.moves)))
        if self.pair:
            lines.append(sentence("Тогда пара: " if self.is_sure else "Тогда пара найдётся, например: ", self.pair))
        return "\n".join(lines)


def remedy(choice: Choice, row: int, bans: Hindrances) -> Remedy:
    """Return the change with the fewest steps; of these the one that is easiest for staff, then best for the whole.

    row: a mentee who waits and has nobody. bans: his. Once the steps are carried out, the next recalculation gives him
    a pair, others moving as is best and groups keeping their topics; where somebody else would get the place, a step
    tells to write the pair by hand.
    """
    if not choice.board.facts.mentors:
        return Remedy(("найдите наставника: в банке их нет",))
    best = dict(choice.best.pairs) if choice.best else {}
    if choice.line_of[row] in best:
        return _told(choice, row, best[choice.line_of[row]], ["выключите настройку «Устойчивые пары»"])
    option = Search(choice, row, bans).best()
    if option.steps > MOST_STEPS:
        return Remedy((_nobody(option),))
    steps = tuple(_steps(choice, row, option))
    if option.way is not Way.PLACE or option.by_hand:
        told = _told(choice, row, option.column, steps)
        return replace(told, is_sure=option.way is not Way.LIFT_AND_PLACE or option.by_hand)
    own, *others = choice.changes.chain(choice.line_of[row], option.column) or (None,)
    column = option.column if own is None or own.end is None else own.end
    return _told(choice, row, column, steps, [_moved(choice, move) for move in others if move])


def _told(choice: Choice, row: int, column: int, steps: Sequence[str], moves: Sequence[str] = ()) -> Remedy:
    tenths = int(choice.board.scores.tenths[row, column])
    return Remedy(tuple(steps), column, f"{named(choice.board.facts.mentors[column])} ({points(tenths)})", tuple(moves))


def _steps(choice: Choice, row: int, option: Option) -> Iterator[str]:
    board, column = choice.board, option.column
    if option.way is not Way.PLACE:
        yield from (lift(board, barrier, row, column) for barrier in board.bans.at(row, column))
        if option.is_off_topic:
            yield other_topic(board, column)
    if option.way is not Way.LIFT:
        yield place(board, column)
    if option.by_hand:
        yield by_hand(board, row, column)


def _nobody(option: Option) -> str:
    if option.steps >= IMPOSSIBLE:
        return "найдите ещё одного наставника: из записанных никто не может им быть"
    return "найдите ещё одного наставника: с любым из записанных понадобилось бы больше трёх перемен"


def _moved(choice: Choice, move: Move) -> str:
    facts = choice.board.facts
    mentee = named(facts.mentees[choice.waiting[move.row]])
    start, end = (None if at is None else tidy(facts.mentors[at].code) for at in (move.start, move.end))
    if end is None:
        return f"{mentee} останется без наставника {start}"
    return f"{mentee} получит {end}" if start is None else f"{mentee} перейдёт от {start} к {end}"
