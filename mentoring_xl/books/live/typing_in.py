"""What has to be typed into a live cell so that it says a value: text stays text, a link can be clicked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.books.cells import Formula
from mentoring_xl.books.fresh import links
from mentoring_xl.books.text_cells import looks_like_formula

if TYPE_CHECKING:
    from collections.abc import Container

_LONGEST_NUMBER = 40
_LONGEST_LITERAL = 255
_LINK = '=HYPERLINK("#'
_WORDS = frozenset({"true", "false", "истина", "ложь"})


def typed_in(value: object) -> object:
    """Return what to type for a value: None for a blank; a text that a suite would read as something else is marked."""
    if value in (None, ""):
        return None
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, str):
        return f"'{value}" if _would_change(value) else value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time())
    return value


def link(text: str, titles: Container[str]) -> str | None:
    """Return the formula that shows a text and leads where it says, None when it names no sheet of the book.

    One block of formulas takes one call; a link object for each cell would take several.
    """
    reference = links.target(text, titles)
    if reference is None or len(text) > _LONGEST_LITERAL or len(reference) >= _LONGEST_LITERAL:
        return None
    return f'{_LINK}{_literal(reference)}","{_literal(text)}")'


def moved(formula: str, origin: str, place: str) -> str:
    """Return a formula as it reads in another cell; addresses like "C7"."""
    from openpyxl.formula.translate import Translator

    text = formula.strip("{}")
    return text if origin == place else str(Translator(text, origin=origin).translate_formula(place))


def is_formula(formula: object, value: object) -> bool:
    """Tell a formula from a text that only looks like one: such a text reads the same both ways."""
    return isinstance(formula, str) and formula.startswith(("=", "{=")) and len(formula) > 1 and formula != value


def is_link(formula: str) -> bool:
    """Tell whether a formula is a link inside the book, as `link` writes it."""
    return formula.startswith(_LINK)


def _would_change(text: str) -> bool:
    return (
        looks_like_formula(text)
        or text.startswith("#")
        or text.strip().casefold() in _WORDS
        or (len(text) <= _LONGEST_NUMBER and any(map(str.isnumeric, text)))
    )


def _literal(text: str) -> str:
    return text.replace('"', '""')
