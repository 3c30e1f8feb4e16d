"""The sheet «Карта подбора»: the points of mentees (down) with mentors (across) as shades, the pairs marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.core.text import shortened, tidy
from mentoring_xl.matching.names import short_name

from .parts import SHEET_COLUMNS, parts_of
from .shades import SHADES, ink, scale_of
from .sight import in_sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from mentoring_xl.matching.board import Board
    from mentoring_xl.matching.facts import Facts
    from mentoring_xl.schema.tables import Pair

    from .parts import Part
    from .shades import Scale
    from .sight import Sight

SHEET = "Карта подбора"
PROPOSED, HELD, BANNED = "●", "■", "×"
_CODE, _UNPAIRED = "Код", "Без пары: причины – на листе «Без пары»"
_MARGINS = (10, 10, 16, 10)
_LEFT, _CODE_WIDTH, _NAME_WIDTH, _CELL = 2, 6.5, 20.0, 4.7
_ROW_PT, _HEADS = 12.5, 3
_LONGEST_NAME, _LETTER_PT, _LEAST_HEAD_PT = 24, 5.2, 60.0
_HEAD_FILL, _BAND_FILL = "#DCE7DD", "#E9EEE8"
_BANNED_FILL, _BANNED_INK, _WRONG_INK = "#ECEEF0", "#66717D", "#C8372D"
_LOOKS = {"": Look.POINTS, PROPOSED: Look.DASHED, HELD: Look.FRAMED}
_WORDS = ((PROPOSED, "предложена", 3), (HELD, "согласована, закреплена", 6), (BANNED, "нельзя", 2))
_LEGEND_COLUMNS = len(SHADES) + sum(2 + span for *_, span in _WORDS)


@dataclass(frozen=True)
class _Chart:
    """What is drawn. marks: the sign of each pair by row and column. places: by column, «2 из 3» taken."""

    board: Board
    marks: Mapping[tuple[int, int], str]
    places: Mapping[int, str]
    scale: Scale


def page(board: Board, pairs: Sequence[Pair], school: str = "") -> Page:
    """Draw who could be with whom, and who is; `pairs` are the rows of «Пары» as they stand.

    Mentors stand in code order and mentees by their mentors, those without a pair last: the pairs then go down the
    map as steps, a mentor's mentees stand together, and who else would suit is seen beside them. A school that does
    not fit two sheets side by side is drawn in parts, some mentors with their own mentees in each (see `parts_of`).
    """
    sight = in_sight(board.facts, pairs)
    parts = parts_of(board, sight)
    taken = Counter(tie.column for tie in sight.ties)
    columns = max((len(part.mentors) for part in parts), default=0)
    chart = _Chart(
        board,
        {(tie.row, tie.column): HELD if tie.is_held else PROPOSED for tie in sight.ties},
        {column: f"{taken[column]} из {sight.places[column]}" for column in sight.mentors},
        scale_of({points for part in parts for points in np.unique(_points(board, part)).tolist() if points >= 0}),
    )
    is_wide = columns > SHEET_COLUMNS
    # the first columns stand on both sheets of a wide map, where a title that begins in them would be cut off
    start = _LEFT if is_wide else 0
    top = (
        Line((Piece(" · ".join(filter(None, (SHEET, tidy(school)))), start, 1, Look.HEADING),), 20),
        Line((Piece(_caption(sight, parts), start, 1, Look.CAPTION),), 13),
        Line(tuple(_legend(chart.scale)) if parts else (), 14),
        Line(height=4),
    )
    body = (line for number, part in enumerate(parts) for line in _part(chart, part, new_page=number > 0))
    return Page(
        (_CODE_WIDTH, _NAME_WIDTH, *[_CELL] * max(columns, _LEGEND_COLUMNS)),
        (*top, *body),
        len(top) if len(parts) == 1 else None,
        _MARGINS,
        heads=_HEADS,
        wide=True,
        across=2 if is_wide else 1,
        still=_LEFT,
    )


def codes_at(values: Sequence[Sequence[object]], row: int, column: int) -> tuple[str, str]:
    """Return the codes of mentee and mentor that a cell of the sheet is about, "" for one that it is not about.

    values: the sheet from A1 on. row, column: zero-based. Heads are about a mentor alone, codes and names about a
    mentee alone.
    """
    heads = [at for at, cells in enumerate(values) if _text(cells, 0) == _CODE]
    if not heads or not heads[0] - 1 <= row < len(values):
        return "", ""
    head = max(at for at in heads if at - 1 <= row)
    is_head = row <= head + 1
    is_mentee = not is_head and any(_text(values[row], at) for at in range(1, len(values[row])))
    mentor = _text(values[head], column) if column >= _LEFT and (is_head or is_mentee) else ""
    return _text(values[row], 0) if is_mentee else "", mentor


def _text(cells: Sequence[object], column: int) -> str:
    value = cells[column] if column < len(cells) else None
    return "" if value is None else str(value)


def _points(board: Board, part: Part) -> NDArray[np.int64]:
    """Return whole points of mentees × mentors of a part, -1 where a ban stands."""
    cut = np.ix_(part.mentees, part.mentors)
    whole = (board.scores.tenths[cut].astype(np.int64) + 5) // 10
    return np.where(board.bans.clear[cut], whole, -1)


def _caption(sight: Sight, parts: Sequence[Part]) -> str:
    if not parts:
        who = "наставников" if sight.mentees else "наставляемых, которым нужна пара,"
        return f"Показывать некого: {who} нет. Заполните банки и нажмите «Карта подбора» снова."
    said = "Строка – наставляемый, столбец – наставник, в клетке – баллы из 100. "
    if not sight.ties:
        return said + "Пар ещё нет: нажмите «Пересчитать пары», затем «Карта подбора» снова."
    if len(parts) == 1:
        return said + "Наставляемые стоят по порядку своих наставников, люди без пары – внизу."
    said += "Школа большая: на каждой странице – несколько наставников и свои наставляемые."
    mentees, of_mentees = sum(len(part.mentees) for part in parts), len(sight.mentees)
    mentors, of_mentors = len({column for part in parts for column in part.mentors}), len(sight.mentors)
    if (mentees, mentors) == (of_mentees, of_mentors):
        return said
    return f"{said} Здесь {mentees} из {of_mentees} наставляемых, {mentors} из {of_mentors} наставников."


def _legend(scale: Scale) -> Iterator[Piece]:
    yield Piece("Баллы и знаки:", 0, _LEFT, Look.CAPTION)
    for step, shade in enumerate(SHADES):
        yield Piece(scale.label(step), _LEFT + step, 1, Look.POINTS, shade, ink(step))
    at = _LEFT + len(SHADES) + 1
    for sign, words, span in _WORDS:
        yield Piece(sign, at, 1, _LOOKS.get(sign, Look.POINTS), "", _BANNED_INK if sign == BANNED else "")
        yield Piece(f" {words}", at + 1, span, Look.CAPTION)
        at += 2 + span


def _part(chart: _Chart, part: Part, *, new_page: bool) -> Iterator[Line]:
    facts, points = chart.board.facts, _points(chart.board, part).tolist()
    yield from _heads(facts, part, chart.places, new_page=new_page)
    for at, row in enumerate(part.mentees):
        if chart.marks and at == len(part.paired):
            yield Line((Piece(_UNPAIRED, 0, _LEFT + len(part.mentors), Look.STRONG, _BAND_FILL),), _ROW_PT + 1)
        mentee = facts.mentees[row]
        yield Line(
            (
                Piece(tidy(mentee.code), 0, 1, Look.COUNT),
                Piece(shortened(short_name(mentee.full_name), _LONGEST_NAME), 1, 1, Look.LABEL),
                *(
                    _cell(chart, chart.marks.get((row, column), ""), found, _LEFT + place)
                    for place, (column, found) in enumerate(zip(part.mentors, points[at], strict=True))
                ),
            ),
            _ROW_PT,
        )


def _heads(facts: Facts, part: Part, places: Mapping[int, str], *, new_page: bool) -> Iterator[Line]:
    """Yield names that read upwards, codes, and how many places of how many are taken."""
    mentors = [facts.mentors[column] for column in part.mentors]
    names = [shortened(short_name(mentor.full_name), _LONGEST_NAME) for mentor in mentors]
    codes = [tidy(mentor.code) for mentor in mentors]
    used = [places[column] for column in part.mentors]
    height = max(_LEAST_HEAD_PT, max(map(len, names)) * _LETTER_PT)
    yield Line((Piece("", 0, _LEFT, Look.LABEL, _HEAD_FILL), *_across(names, Look.UPRIGHT)), height, new_page)
    yield Line((*_titles(_CODE, "Наставляемый"), *_across(codes, Look.SCALE)), _ROW_PT)
    yield Line((*_titles("", "занято мест у наставника"), *_across(used, Look.SCALE)), _ROW_PT)


def _titles(first: str, second: str) -> Iterator[Piece]:
    yield Piece(first, 0, 1, Look.SCALE, _HEAD_FILL)
    yield Piece(second, 1, 1, Look.SCALE, _HEAD_FILL)


def _across(texts: Sequence[str], look: Look) -> Iterator[Piece]:
    return (Piece(text, _LEFT + at, 1, look, _HEAD_FILL) for at, text in enumerate(texts))


def _cell(chart: _Chart, mark: str, points: int, column: int) -> Piece:
    """Return points on their shade; a ban has a sign in their stead, also where a pair stands all the same."""
    if points < 0:
        return Piece(mark + BANNED, column, 1, _LOOKS[mark], _BANNED_FILL, _WRONG_INK if mark else _BANNED_INK)
    step = chart.scale.step(points)
    return Piece(f"{mark}{points}", column, 1, _LOOKS[mark], SHADES[step], ink(step))
