"""The built-in roadmaps and the format of `maps/`: tab-separated lines, the kind of each in its first column."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mentoring_xl.schema.choices import STEP_LEVELS
from mentoring_xl.schema.tables import Step

NAMES = ("gymnasium6", "bemyzh")
_STAGE = STEP_LEVELS.values[0]
_FIELDS = {
    "код": "code",
    "№": "number",
    "текст": "title",
    "срок": "deadline",
    "ответственный": "responsible",
    "результат": "result",
    "где": "served_by",
}


@dataclass(frozen=True)
class Blueprint:
    """A roadmap that a school can start from, worded exactly as published, misprints included.

    title, stamp: the lines above the table. period: the year of the plan («2023»), "" when the source names none.
    school, director: as the source spells them in title and stamp. rows: in sheet order, nothing ticked.
    """

    title: tuple[str, ...]
    stamp: tuple[str, ...]
    period: str
    school: str
    director: str
    rows: tuple[Step, ...]


@cache
def builtin(name: str) -> Blueprint:
    """Return a built-in roadmap by its name in NAMES; any other name is a KeyError."""
    if name not in NAMES:
        raise KeyError(name)
    text = files(__package__).joinpath("maps", f"{name}.tsv").read_text("utf-8")
    return _blueprint(list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)))


def _blueprint(lines: list[dict[str, str]]) -> Blueprint:
    def texts(kind: str) -> tuple[str, ...]:
        return tuple(line["текст"] for line in lines if line["вид"] == kind)

    section = ""
    rows: list[Step] = []
    for line in lines:
        kind = line["вид"]
        if kind in ("раздел", _STAGE):
            section = line["текст"]
        if kind in STEP_LEVELS.values:
            rows.append(Step(level=kind, section=section).but(**{_FIELDS[key]: line[key] for key in _FIELDS}))
    period, school, director = ("".join(texts(kind)) for kind in ("период", "школа", "руководитель"))
    return Blueprint(texts("заголовок"), texts("гриф"), period, school, director, tuple(rows))
