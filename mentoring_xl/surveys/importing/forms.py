"""Filled-in forms: who signed each, when, and what was answered to which question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import fold, tidy

from .moments import moments
from .names import without_class
from .persons import MENTEE, MENTOR, Signature, email_in
from .service import CLASS, CODE, DATE, EMAIL, FIRST_NAME, NAME, PATRONYMIC, ROLE, SURNAME
from .wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.schema.tables import Question

    from .understanding import Understood

_NAMES = (NAME, SURNAME, FIRST_NAME, PATRONYMIC)
_ROLES = {"наставляем": MENTEE, "наставни": MENTOR, "ментор": MENTOR}


@dataclass(frozen=True)
class Form:
    """One filled-in form. moment: None when the file does not say. answers: only those given, in columns' order."""

    signature: Signature
    moment: dt.datetime | None
    answers: tuple[tuple[Question, str], ...]

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
    asked = [(place, column.question) for place, column in enumerate(plan.columns) if column.question]
    forms = (
        Form(
            _signature(row, places),
            moment,
            tuple((question, text) for place, question in asked if (text := worded(question, row[place]))),
        )
        for row, moment in zip(plan.sheet.rows, moments(dates), strict=True)
    )
    return tuple(sorted(forms, key=lambda form: form.moment.isoformat() if form.moment else ""))


def _places(plan: Understood) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, column in enumerate(plan.columns):
        places.setdefault(column.service, []).append(place)
    return places


def _signature(row: Sequence[object], places: dict[str, list[int]]) -> Signature:
    """Return what a row says of who filled it in; of two columns of a kind the first that says something."""

    def said(kind: str) -> str:
        texts = (tidy(as_text(row[place])) for place in places.get(kind, ()) if row[place] is not None)
        return next(filter(None, texts), "")

    whole = said(NAME) or " ".join(filter(None, map(said, _NAMES[1:])))
    name, school_class = without_class(whole)
    email = email_in(said(EMAIL)) or email_in(name)
    return Signature(
        name="" if "@" in name else name.strip(" ,;()"),
        code=said(CODE),
        email=email,
        school_class=said(CLASS) or school_class,
        role=next((role for start, role in _ROLES.items() if start in fold(said(ROLE))), ""),
    )
