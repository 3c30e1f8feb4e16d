"""Cells «Ответственные» as schools write them.

responsible.jsonl holds published ones. In responsible.tsv, beside the text, «|» divides the responsible and «@» stands
between a role and its holder.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_xl.roadmap import split_responsible

HERE = Path(__file__).parent


def published():
    for line in (HERE / "responsible.jsonl").read_text("utf-8").splitlines():
        sample = json.loads(line)
        yield sample["text"], [(part["role"], part["person"]) for part in sample["parts"]]


def others():
    for line in (HERE / "responsible.tsv").read_text("utf-8").splitlines():
        text, parts = line.split("\t")
        pairs = (part.partition("@") for part in parts.split("|"))
        yield text.replace("\\n", "\n"), [(role or None, person or None) for role, _, person in pairs]


def split(text):
    return [(found.role, found.person) for found in split_responsible(text)]


@pytest.mark.parametrize(("text", "parts"), [*published(), *others()])
def test_a_cell_names_these_posts_and_people(text, parts):
    assert split(text) == parts


@pytest.mark.parametrize("text", ["", " \n ", "-", "—", "…", "1.", "()"])
def test_a_cell_without_words_names_nobody(text):
    assert split(text) == []


@given(st.text(alphabet=" \n.,;:-–()«»/иАБИвановадректз0123459", max_size=60) | st.text(max_size=60))
def test_no_text_is_too_odd_to_be_split(text):
    for role, person in split(text):
        assert (role or person).strip()


@pytest.mark.parametrize(
    "piece", ["а", "А.", "Ив-ив", "«", " ", "\n", "а-\n", "(", "директор ", "учителя физики, химии, "]
)
def test_a_cell_filled_to_its_limit_is_split_at_once(piece):
    assert len(split(piece * (30_000 // len(piece)))) <= 3_400
