"""Answers that have just come in and are not in the book yet: a file as Yandex Forms exports it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import Meeting, Pair

from .feedback import INTERIM, reply_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.schema.tables import Question

    from .school import School

_SEED, _FIRST_ID = 20261001, 2_000_000_000
_HEAD = ("ID", "Время создания", "Фамилия, имя, отчество")


def export(school: School, questions: Sequence[Question]) -> str:
    """Return the questionnaire in the middle of the programme as .csv, filled in by the pairs that work and have met.

    Somebody has misspelt his name, somebody has sent the form twice, the second time with other answers.
    """
    draw = random.Random(_SEED)
    asked = [question for question in questions if question.stage == INTERIM]
    met = {row.pair_code for row in school.rows[Meeting] if isinstance(row, Meeting)}
    pairs = [pair for pair in school.rows[Pair] if isinstance(pair, Pair) and pair.code in met and not pair.ends]
    signed = [name for pair in pairs for name in (pair.mentee_name, pair.mentor_name)]
    signed = [_misspelt(signed[0]), *signed[1:], signed[-1]]
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow((*_HEAD, *(question.text for question in asked)))
    for number, (moment, name) in enumerate(zip(_moments(draw, school.today), signed, strict=False)):
        held = draw.choice(("4", "5", "6"))
        said = (held if question.kind == "число" else reply_to(draw, question) for question in asked)
        rows.writerow((_FIRST_ID + 17 * number, moment.strftime("%Y-%m-%d %H:%M:%S"), name, *said))
    return file.getvalue()


def _misspelt(name: str) -> str:
    surname, rest = name.split(maxsplit=1)
    return f"{surname[:-2]}{surname[-1]} {rest}"


def _moments(draw: random.Random, today: dt.date) -> Iterator[dt.datetime]:
    """Yield moments since the evening before last, minutes apart."""
    moment = dt.datetime.combine(today - dt.timedelta(days=2), dt.time(14))
    while True:
        moment += dt.timedelta(minutes=draw.randint(3, 30), seconds=draw.randint(0, 59))
        yield moment
