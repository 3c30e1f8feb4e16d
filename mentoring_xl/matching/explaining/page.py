"""The sheet «Итоги подбора»: the story of the whole set, and what one more place of each mentor would add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.lines import lines_of
from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.core.text import date_text

from .wording import gain_text

if TYPE_CHECKING:
    import datetime as dt

    from .whole import WholeStory

SHEET = "Итоги подбора"
_WIDTHS = (31.0, 8.0, 8.0, 34.0)
_HEADS = ("Наставник", "Мест", "Занято", "Что прибавит ещё одно место")
_HEAD = "#DCE7DD"
_LINE_PT, _LETTER = 12.0, 0.8
_NOTE = (
    "Места – сверх закреплённых пар. Сколько прибавит ещё одно место всем парам вместе – это и есть цена места: "
    "по этим ценам проверено, что подбор не улучшить. Где ничего не прибавит, мест хватает."
)


def whole_page(story: WholeStory, today: dt.date, school: str = "") -> Page:
    """Return the sheet, A4 portrait; mentors in code order, the head of their table on every page."""
    top = _top(" · ".join(filter(None, (f"На {date_text(today)}", school))))
    told = tuple(_spread(line, Look.LABEL) for line in story.lines)
    if not story.places:
        return Page(_WIDTHS, (*top, *told))
    above = (
        *top,
        *told,
        Line(height=8),
        _spread("Цены мест", Look.STRONG, _HEAD),
        _spread(_NOTE, Look.LABEL),
    )
    head = Line(tuple(Piece(text, at, 1, Look.TALLY, _HEAD) for at, text in enumerate(_HEADS)), 2 * _LINE_PT + 4)
    return Page(_WIDTHS, (*above, head, *_rows(story)), repeat=len(above))


def _top(caption: str) -> tuple[Line, ...]:
    return (
        Line((Piece(SHEET, 0, len(_WIDTHS), Look.HEADING),), 22),
        Line((Piece(caption, 0, len(_WIDTHS), Look.CAPTION),), 14),
        Line(height=5),
    )


def _spread(text: str, look: Look, fill: str = "") -> Line:
    height = _LINE_PT * lines_of(text, sum(_WIDTHS) / _LETTER) + 6
    return Line((Piece(text, 0, len(_WIDTHS), look, fill),), height)


def _rows(story: WholeStory) -> tuple[Line, ...]:
    return tuple(
        Line(
            (
                Piece(place.mentor, 0, 1, Look.LABEL),
                Piece(str(place.places), 1, 1, Look.COUNT),
                Piece(str(place.taken), 2, 1, Look.COUNT),
                Piece(gain_text(place.gain), 3, 1, Look.LABEL),
            ),
            _LINE_PT * lines_of(gain_text(place.gain), _WIDTHS[3] / _LETTER) + 4,
        )
        for place in story.places
    )
