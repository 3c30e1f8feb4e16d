"""The questionnaires a new book begins with: common forms that a school rewords as it likes, kept in questions.tsv.

A code is «form-role and stage-item»: УУ teacher–teacher; ОО pupil–pupil and what its near variants share; СО, РО and РС
what student–pupil, employer–pupil and employer–student ask besides; Н mentee, М mentor; Д before, П after. The same
item before and after has the same number, so that the two answers of one person can be compared, and when it is a mark,
the same `measure`. Items from 21 on are measures of influence: `effect` says which way is better. ПР interim,
ПЖ preferences, КК the curator's card and СВ SWOT serve every form.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

from mentoring_xl.schema.tables import Question


def default_questions() -> tuple[Question, ...]:
    """Return the rows of «Опросники» in the order of the questionnaires; `number` begins anew in each of them."""
    text = (files(__package__) / "questions.tsv").read_text("utf-8")
    rows: list[Question] = []
    fields: dict[str, Any]
    for fields in csv.DictReader(text.splitlines(), delimiter="\t"):
        questionnaire = fields["code"].rpartition("-")[0]
        first = not rows or rows[-1].code.rpartition("-")[0] != questionnaire
        rows.append(Question(**fields, number=1 if first else (rows[-1].number or 0) + 1))
    return tuple(rows)
