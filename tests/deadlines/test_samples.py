"""Published phrases and phrases collected blind: how many are read exactly, and that no date is invented.

samples.jsonl holds published phrases. blind.jsonl holds ten sets written down and annotated before they were read for
the first time; then 803 of their 829 dated phrases were exact, and 263 of their 269 undated ones without a date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mentoring_xl.deadlines import Deadline, parse

Row = dict[str, Any]


def _rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]


SAMPLES, BLIND = _rows("samples.jsonl"), _rows("blind.jsonl")


def _dates(read: Deadline) -> tuple[str | None, str | None]:
    """Show the two dates as samples.jsonl writes them."""
    return read.start and read.start.isoformat(), read.end and read.end.isoformat()


def _missed(rows: list[Row]) -> list[str]:
    """Give the phrases whose two dates are not exactly the annotated ones."""
    return [row["text"] for row in rows if _dates(parse(row["text"], row["plan_year"])) != (row["start"], row["end"])]


def test_at_least_97_of_100_dated_phrases_get_exactly_their_dates() -> None:
    dated = [row for row in SAMPLES if row["start"] or row["end"]]
    missed = _missed(dated)
    assert len(dated) == 75
    assert len(missed) <= 0.03 * len(dated), missed


@pytest.mark.parametrize(
    ("number", "count"), [(1, 161), (2, 105), (3, 84), (4, 52), (5, 179), (6, 81), (7, 49), (8, 42), (9, 40), (10, 36)]
)
def test_at_least_95_of_100_dated_phrases_of_a_blind_set_get_exactly_their_dates(number: int, count: int) -> None:
    dated = [row for row in BLIND if row["set"] == number and (row["start"] or row["end"])]
    missed = _missed(dated)
    assert len(dated) == count
    assert len(missed) <= 0.05 * len(dated), missed


@pytest.mark.parametrize(("rows", "count"), [(SAMPLES, 15), (BLIND, 269)], ids=["samples", "blind"])
def test_no_undated_phrase_gets_a_date(rows: list[Row], count: int) -> None:
    undated = [row for row in rows if not row["start"] and not row["end"]]
    assert len(undated) == count
    assert _missed(undated) == []


@pytest.mark.parametrize("rows", [SAMPLES, BLIND], ids=["samples", "blind"])
def test_at_least_97_of_100_phrases_get_their_kind(rows: list[Row]) -> None:
    other = [row["text"] for row in rows if parse(row["text"], row["plan_year"]).kind != row["kind"]]
    assert len(other) <= 0.03 * len(rows), other


def test_the_month_of_a_short_plan_is_the_plan_itself() -> None:
    period = "с 25.01.2021 по 28.02.2021г."
    assert _dates(parse("В течение месяца", period)) == ("2021-01-25", "2021-02-28")
