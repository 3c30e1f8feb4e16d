"""Filled-in forms: who signed each, when, and what was answered to which question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import fold, tidy, writable

from .moments import moments
from .names import without_class
from .persons import MENTEE, MENTOR, Signature, email_in
from .service import CLASS, CODE, DATE, EMAIL, FIRST_NAME, NAME, PATRONYMIC, ROLE, SURNAME
from .wording import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .understanding import Understood
    from .wording import Said

_LONGEST = 200
"""Letters of a signature that are looked at."""
_NAMES = (NAME, SURNAME, FIRST_NAME, PATRONYMIC)
_ROLES = {"наставляем": MENTEE, "наставни": MENTOR, "ментор": MENTOR}


@dataclass(frozen=True)
class Form:
    """One filled-in form. moment: None when the file does not say. answers: only those given, in columns' order.

    number: of its row in the file.
    """

    signature: Signature
    moment: dt.datetime | None
    answers: tuple[Said, ...]
    number: int = 0

    @property
    def day(self) -> dt.date | None:
        """The day of the answers."""
        return self.moment.date() if self.moment else None


def forms_of(plan: Understood) -> tuple[Form, ...]:
    """Return the forms from the earliest to the latest, those without a moment first; equal ones as the file has them.

    An answer is put the way «Анкеты» keeps it; blank ones are left out.
    """
    places = _places(plan)
    dates = [row[places[DATE][0]] if DATE in places else None for row in plan.sheet.rows]
    # most answers of a column are the same few marks; typed: 1 is no «да»
    remembering = lru_cache(maxsize=None, typed=True)
    asked = [
        (place, remembering(partial(said, column.question)))
        for place, column in enumerate(plan.columns)
        if column.question
    ]
    forms = (
        Form(
            _signature(row, places),
            moment,
            tuple(filter(None, (read(row[place]) for place, read in asked))),
            plan.sheet.number(at),
        )
        for at, (row, moment) in enumerate(zip(plan.sheet.rows, moments(dates), strict=True))
    )
    return tuple(sorted(forms, key=lambda form: form.moment.isoformat() if form.moment else ""))


def _places(plan: Understood) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, column in enumerate(plan.columns):
        places.setdefault(column.service, []).append(place)
    return places


def _signature(row: Sequence[object], places: dict[str, list[int]]) -> Signature:
    """Return what a row says of who filled it in; of two columns of a kind the first that says something."""

    def cell(kind: str) -> str:
        texts = (
            tidy(writable(as_text(row[place])))[:_LONGEST] for place in places.get(kind, ()) if row[place] is not None
        )
        return next(filter(None, texts), "")

    whole = cell(NAME) or " ".join(filter(None, map(cell, _NAMES[1:])))
    name, school_class = without_class(whole)
    email = email_in(cell(EMAIL)) or email_in(name)
    return Signature(
        name="" if "@" in name else name.strip(" ,;()"),
        code=cell(CODE),
        email=email,
        school_class=cell(CLASS) or school_class,
        role=next((role for start, role in _ROLES.items() if start in fold(cell(ROLE))), ""),
    )
