"""The published phrases of samples.jsonl: how many are read exactly, and that no date is invented."""

from __future__ import annotations

import json
from pathlib import Path

from mentoring_xl.deadlines import Deadline, parse

SAMPLES = [json.loads(line) for line in (Path(__file__).parent / "samples.jsonl").read_text("utf-8").splitlines()]


def _dates(read: Deadline) -> tuple[str | None, str | None]:
    """Show the two dates as samples.jsonl writes them."""
    return read.start and read.start.isoformat(), read.end and read.end.isoformat()


def test_at_least_97_of_100_dated_phrases_get_exactly_their_dates() -> None:
    dated = [row for row in SAMPLES if row["start"] or row["end"]]
    missed = [
        row["text"] for row in dated if _dates(parse(row["text"], row["plan_year"])) != (row["start"], row["end"])
    ]
    assert len(dated) == 75
    assert len(missed) <= 0.03 * len(dated), missed


def test_no_undated_phrase_gets_a_date() -> None:
    undated = [row for row in SAMPLES if not row["start"] and not row["end"]]
    assert len(undated) == 15
    assert [row["text"] for row in undated if _dates(parse(row["text"], row["plan_year"])) != (None, None)] == []


def test_at_least_97_of_100_phrases_get_their_kind() -> None:
    other = [row["text"] for row in SAMPLES if parse(row["text"], row["plan_year"]).kind != row["kind"]]
    assert len(other) <= 0.03 * len(SAMPLES), other


def test_the_month_of_a_short_plan_is_the_plan_itself() -> None:
    period = "с 25.01.2021 по 28.02.2021г."
    assert _dates(parse("В течение месяца", period)) == ("2021-01-25", "2021-02-28")
