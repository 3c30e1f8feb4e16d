"""Why this pair: what speaks for and against it, how high the two stand with each other, what a change would cost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, tidy
from mentoring_xl.matching.ledger import state
from mentoring_xl.schema.states.pairs import AGREED, FIXED, WORKING

from .forced import loss_if_forced
from .ranks import mutual, standings
from .reasons import reasons
from .wording import loss_text, named, points, points_word, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring_xl.matching.solving import Alternative
    from mentoring_xl.schema.tables import Pair

    from .choice import Choice, Seat
    from .ranks import Standing


_STABLE = "Пары устойчивы: замену одной пары программа при этом не считает."


class Standpoint(Enum):
    """What a pair is to the set; the value is how its first line ends."""

    PROPOSED = "предложена"
    HELD = "закреплена"
    FORBIDDEN = "запрещена"
    PASSED_OVER = "не предложена"


@dataclass(frozen=True)
class PairStory:
    """All that is known of a pair, as data and as sentences.

    row, column: of the board. tenths: its points. standing: None when a ban forbids the pair. replacement: of a
    proposed pair. reasons: lines joined by «\\n». meeting: how they chose after the group meeting, or "". outlook: who
    would come instead and at what price, or why that is not asked; lines likewise.
    """

    row: int
    column: int
    standpoint: Standpoint
    tenths: int
    standing: Standing | None
    replacement: Alternative | None
    title: str
    reasons: str
    meeting: str
    outlook: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The whole story, a sentence or a list of criteria in each line."""
        place = f"Место в списке: {self.standing.sentence}." if self.standing else ""
        meeting = f"После групповой встречи: {self.meeting}." if self.meeting else ""
        told = (self.title, *self.reasons.split("\n"), place, meeting, *self.outlook)
        return tuple(line for line in told if line)


def explain(choice: Choice, row: int, column: int) -> PairStory:
    """Tell the story of one pair, proposed, held or neither; row and column are the board's."""
    return stories(choice, [(row, column)])[0]


def stories(
    choice: Choice, seats: Sequence[Seat], further: Mapping[Seat, Sequence[str]] | None = None
) -> tuple[PairStory, ...]:
    """Tell the stories of many pairs; further: warnings that only the whole set shows, by pair."""
    warned = further or {}
    return tuple(
        _story(choice, seat, standing, warned.get(seat, ()))
        for seat, standing in zip(seats, standings(choice, seats), strict=True)
    )


def _story(choice: Choice, seat: Seat, standing: Standing | None, further: Sequence[str]) -> PairStory:
    (row, column), board = seat, choice.board
    tenths, standpoint = int(board.scores.tenths[seat]), _standpoint(choice, seat)
    replacement = None
    if standpoint is Standpoint.PROPOSED and not choice.is_stable:
        replacement = choice.changes.alternative((choice.line_of[row], column))
    mentee, mentor = named(board.facts.mentees[row]), named(board.facts.mentors[column])
    return PairStory(
        row,
        column,
        standpoint,
        tenths,
        standing,
        replacement,
        f"{mentee} – {mentor}: {points_word(tenths)}, пара {_state(choice, seat, standpoint)}.",
        reasons(board, row, column, further),
        mutual(choice, row, column),
        tuple(_outlook(choice, seat, standpoint, replacement)),
    )


def _standpoint(choice: Choice, seat: Seat) -> Standpoint:
    if seat in choice.held:
        return Standpoint.HELD
    if seat in choice.chosen:
        return Standpoint.PROPOSED
    return Standpoint.PASSED_OVER if choice.board.bans.clear[seat] else Standpoint.FORBIDDEN


def _state(choice: Choice, seat: Seat, standpoint: Standpoint) -> str:
    """Return the pair's state as «Пары» has it when staff set one, else what it is to the set."""
    held = state(choice.held[seat]) if seat in choice.held else ""
    return held if held in WORKING else standpoint.value


def _outlook(choice: Choice, seat: Seat, standpoint: Standpoint, replacement: Alternative | None) -> Iterator[str]:
    match standpoint:
        case Standpoint.PROPOSED:
            found = replacement and replacement_text(choice, seat[0], replacement)
            yield sentence("Если не этот наставник, то ", found) if found else _STABLE
        case Standpoint.HELD:
            yield sentence("", held_text(choice.held[seat]))
        case Standpoint.FORBIDDEN:
            yield from _instead(choice, seat)
        case Standpoint.PASSED_OVER:
            yield from _instead(choice, seat)
            yield _price(choice, seat)


def outlook_cell(choice: Choice, seat: Seat) -> str:
    """Return what stands in «Замена и цена»: whom and at what price, or that staff fixed the pair; else nothing.

    In a city the cells of proposed pairs stay empty; a single pair has its price in `explain` all the same.
    """
    if seat in choice.held:
        return held_text(choice.held[seat])
    if seat not in choice.chosen or choice.is_stable or choice.is_city:
        return ""
    return replacement_text(choice, seat[0], choice.changes.alternative((choice.line_of[seat[0]], seat[1])))


def held_text(pair: Pair) -> str:
    """Say why a recalculation leaves a held pair as it is."""
    found = state(pair)
    if found == FIXED:
        number = f" № {tidy(pair.order_number)}" if pair.order_number.strip() else ""
        return f"пара закреплена приказом{number}: пересчёт её не меняет"
    if found == AGREED:
        return "пара согласована: пересчёт её не меняет"
    if pair.locked:
        return "пару закрепил сотрудник («Закреплено»): пересчёт её не меняет"
    return f"состояние «{found}» поставил сотрудник: пересчёт пару не меняет"


def replacement_text(choice: Choice, row: int, found: Alternative) -> str:
    """Say who would come instead and what the whole set would lose.

    «М-7 Сидоров П. П. (68,5): сумма всех пар меньше на 4,2 балла», «замены нет: наставляемый останется без пары».
    """
    loss = loss_text(found.loss, paired_first=choice.problem.paired_first)
    if found.other is not None:
        return f"{_with_points(choice, row, found.other)}: {loss}"
    if len(choice.mentors_of[row]) > 1:
        return f"одним наставником меньше: {loss}"
    if found.loss.paired > 0:
        return "замены нет: наставляемый останется без пары"
    return f"наставляемый останется без пары: {loss}"


def _with_points(choice: Choice, row: int, column: int) -> str:
    return f"{named(choice.board.facts.mentors[column])} ({points(int(choice.board.scores.tenths[row, column]))})"


def _instead(choice: Choice, seat: Seat) -> Iterator[str]:
    """Name whom the two have now."""
    (row, column), board = seat, choice.board
    mentors = ", ".join(_with_points(choice, row, one) for one in choice.mentors_of.get(row, ()))
    mentees = ", ".join(
        f"{named(board.facts.mentees[one])} ({points(int(board.scores.tenths[one, column]))})"
        for one in choice.mentees_of.get(column, ())
    )
    left = choice.places_left[column]
    free = f"свободно {counted(left, 'место', 'места', 'мест')}" if left else "свободных мест нет"
    yield f"Сейчас у наставляемого: {mentors or 'пары нет'}."
    yield f"Сейчас у наставника: {mentees or 'наставляемых нет'}; {free}."


def _price(choice: Choice, seat: Seat) -> str:
    row, column = seat
    if row not in choice.line_of:
        return "Наставляемому сейчас наставник не подбирается."
    if choice.problem.capacity[column] <= 0:
        return "Чтобы эту пару можно было предложить, добавьте наставнику место."
    loss = loss_if_forced(choice, seat)
    if loss is None:
        return "Тема группы этого наставника не подходит наставляемому."
    return f"Если соединить этих двоих: {loss_text(loss, paired_first=choice.problem.paired_first)}."
