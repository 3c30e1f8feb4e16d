"""«Склонения»: the forms that a person answers for, and the doubtful ones that are proposed to him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy
from mentoring_xl.documents.declension.cleaning import has_cyrillic, normalise_name, one_line, to_cyrillic
from mentoring_xl.documents.declension.model import OBLIQUE, Declined, Gender
from mentoring_xl.documents.declension.names import decline_name
from mentoring_xl.documents.declension.posts import decline_post
from mentoring_xl.schema.tables import CaseForms

if TYPE_CHECKING:
    from collections.abc import Iterable


def confirmed(rows: Iterable[CaseForms]) -> dict[tuple[str, str], str]:
    """Return the `overrides` of decline_name and decline_post: (name or post, case) → form; the first row wins.

    A proposal of the program counts when it is ticked, a row that a person typed at once. A blank form counts never.
    """
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        if not row.checked and tidy(row.doubt):
            continue
        for case in OBLIQUE:
            form = tidy(getattr(row, case))
            for key in _keys(row.text) if form else ():
                found.setdefault((key, case), form)
    return found


def proposed(
    names: Iterable[tuple[str, Gender | None]], posts: Iterable[str], rows: Iterable[CaseForms]
) -> tuple[CaseForms, ...]:
    """Return a row for each name and post that has a doubtful form and no row yet, in the given order, each once.

    names: with the gender from the bank, None when it is not known. What has no Russian letter is left out: there is
    nothing to propose.
    """
    known = {key for row in rows for key in _keys(row.text)}
    declined = [(tidy(name), [decline_name(name, case, gender) for case in OBLIQUE]) for name, gender in names]
    declined += [(tidy(post), [decline_post(post, case) for case in OBLIQUE]) for post in posts]
    found: dict[str, CaseForms] = {}
    for text, forms in declined:
        doubt = next((form.doubt for form in forms if form.doubt), "")
        if doubt and has_cyrillic(text) and not known.intersection(_keys(text)):
            found.setdefault(normalise_name(text), _row(text, forms, doubt))
    return tuple(found.values())


def _row(text: str, forms: list[Declined], doubt: str) -> CaseForms:
    genitive, dative, accusative, instrumental = (form.text for form in forms)
    return CaseForms(
        text=text, genitive=genitive, dative=dative, accusative=accusative, instrumental=instrumental, doubt=doubt
    )


def _keys(text: str) -> tuple[str, ...]:
    """How decline_post and decline_name look the text up."""
    return tuple(dict.fromkeys((to_cyrillic(one_line(text)), normalise_name(text))))
