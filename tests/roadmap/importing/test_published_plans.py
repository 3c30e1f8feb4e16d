"""The two published plans in any file: every stage, measure, sub-item, deadline, responsible and result."""

from pathlib import Path

import pytest

from mentoring_xl.roadmap import NAMES, builtin
from mentoring_xl.roadmap.importing.plan import HEADING, ITEM, MEASURE, STAGE, read_plan
from tests.roadmap.importing import files

FIELDS = ("code", "number", "level", "section", "title", "deadline", "responsible", "result")
COUNTS = {"gymnasium6": (7, 0, 2, 17, 0, 0, 0), "bemyzh": (0, 15, 4, 34, 15, 15, 14)}
FORMATS = {
    "plan.txt": lambda name: (files.SEEDS / f"{name}.txt").read_bytes(),
    "plan.docx": files.docx,
    "plan.xlsx": files.xlsx,
    "plan.csv": files.separated,
    "comma.csv": lambda name: files.separated(name, ",", "utf-8-sig"),
    "excel.csv": lambda name: files.separated(name, ";", "cp1251"),
    "plan.tsv": lambda name: files.separated(name, "\t", "utf-16"),
}

each_plan = pytest.mark.parametrize("name", NAMES)
each_format = pytest.mark.parametrize("file", FORMATS)


def said(rows):
    return [tuple(" ".join(getattr(row, field).split()) for field in FIELDS) for row in rows]


@each_plan
@each_format
def test_a_published_plan_is_the_built_in_one_row_by_row(name, file):
    plan, expected = read_plan(FORMATS[file](name), file), builtin(name)
    assert said(plan.rows) == said(expected.rows)
    assert (plan.title, plan.stamp, plan.period) == (expected.title, expected.stamp, expected.period)
    assert plan.unplaced == ()


@each_plan
def test_the_rows_of_each_kind_and_what_is_filled_are_counted(name):
    plan = read_plan(FORMATS["plan.docx"](name), "plan.docx")
    kinds = [plan.count(kind) for kind in (STAGE, MEASURE, HEADING, ITEM)]
    assert (*kinds, *[plan.filled(field) for field in ("deadline", "responsible", "result")]) == COUNTS[name]


@each_plan
def test_a_pdf_that_libreoffice_made_breaks_rows_over_pages_and_loses_nothing(name, tmp_path: Path):
    plan, expected = read_plan(files.pdf(files.docx(name), tmp_path), "plan.pdf"), builtin(name)
    assert said(plan.rows) == said(expected.rows)
    assert " ".join(plan.title) == " ".join(expected.title)
    assert (plan.stamp, plan.period, plan.unplaced) == (expected.stamp, expected.period, ())
