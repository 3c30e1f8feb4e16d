"""Titles of columns as schools write them; columns.jsonl and titles.tsv name what each column holds, «-» is nothing."""

import json
from pathlib import Path

import pytest

from mentoring_xl.roadmap import column_field, quarter_of

HERE = Path(__file__).parent
DATES = {"deadline", "deadline_start", "deadline_end"}
FIELDS = {"number", "task", "responsible", "result", "status", "note", "stage", *DATES}
WITH_A_PLACE = "deadline+place/time"


def published():
    for line in (HERE / "columns.jsonl").read_text("utf-8").splitlines():
        sample = json.loads(line)
        field = "deadline" if sample["field"] == WITH_A_PLACE else sample["field"]
        yield sample["title"], field if field in FIELDS else None


def others():
    for line in (HERE / "titles.tsv").read_text("utf-8").splitlines():
        title, field = line.split("\t")
        yield title.replace("\\n", "\n"), None if field == "-" else field


@pytest.mark.parametrize(("title", "field"), [*published(), *others()])
def test_a_title_tells_what_its_column_holds(title, field):
    assert column_field(title) == field


@pytest.mark.parametrize(
    ("title", "quarter"),
    [
        ("II\nквартал\n2013 г.", 2),
        ("IV квартал 2013 г.", 4),
        ("1 кв.", 1),
        ("3-й квартал", 3),
        ("Второй квартал", 2),
        ("Сроки реализации\nI квартал", 1),
        ("Квартал", None),
        ("Мероприятия на I квартал", None),
        ("5 квартал", None),
        ("", None),
    ],
)
def test_a_column_for_one_quarter_is_told_from_a_column_that_names_quarters(title, quarter):
    assert quarter_of(title) == quarter


@pytest.mark.parametrize("title", ["", " \n", "п/п " * 5000, "(" * 5000, "а-\n" * 5000, "Срок, " * 5000, "I " * 5000])
def test_no_title_is_too_odd_to_be_read(title):
    assert column_field(title) in FIELDS | {None}
    assert quarter_of(title) is None
