"""Phrases put together from building blocks are read back, however they are spaced."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.deadlines import Deadline, parse

OF_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
GENITIVE, NOMINATIVE = OF_MONTHS.split(), MONTHS.split()
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31))
DASHES = st.sampled_from(["-", " - ", "–", " – ", " —", ".-"])
YEAR_WORDS = st.sampled_from(["", "г", "г.", " г.", " года"])
GAPS = st.sampled_from([" ", "  ", "\n", "\u00a0", " \n "])


def _numeric(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"


def _worded(day: dt.date) -> str:
    return f"{day.day} {GENITIVE[day.month - 1]} {day.year}"


Written = Callable[[dt.date], str]
WRITTEN = st.sampled_from([_numeric, _worded])


@settings(deadline=None)
@given(DAYS, WRITTEN, YEAR_WORDS)
def test_a_day_is_read_back(day: dt.date, written: Written, year_word: str) -> None:
    read = parse(written(day) + year_word)
    assert (read.kind, read.start, read.end) == ("date", day, day)


@settings(deadline=None)
@given(DAYS, WRITTEN, YEAR_WORDS, st.sampled_from(["до", "не позднее", "к", "В срок до", "по"]))
def test_a_limit_is_read_back(day: dt.date, written: Written, year_word: str, limit: str) -> None:
    read = parse(f"{limit} {written(day)}{year_word}")
    assert (read.kind, read.start, read.end) == ("until", None, day)


@settings(deadline=None)
@given(DAYS, st.integers(1, 300), WRITTEN, YEAR_WORDS, DASHES)
def test_a_range_of_days_is_read_back(start: dt.date, days: int, written: Written, year_word: str, dash: str) -> None:
    end = start + dt.timedelta(days=days)
    for text in (f"{written(start)}{dash}{written(end)}", f"с {written(start)} по {written(end)}"):
        read = parse(text + year_word)
        assert (read.kind, read.start, read.end) == ("interval", start, end)


@settings(deadline=None)
@given(DAYS, st.integers(1, 270), DASHES)
def test_a_range_with_its_year_at_the_end_is_read_back(start: dt.date, days: int, dash: str) -> None:
    end = start + dt.timedelta(days=days)
    read = parse(f"{start:%d.%m}{dash}{_numeric(end)}")
    assert (read.start, read.end) == (start, end)


@settings(deadline=None)
@given(st.integers(2000, 2050), st.integers(1, 12), st.integers(1, 12), DASHES, YEAR_WORDS)
def test_a_range_of_months_is_read_back(year: int, first: int, last: int, dash: str, year_word: str) -> None:
    read = parse(f"{NOMINATIVE[first - 1]}{dash}{NOMINATIVE[last - 1]} {year}{year_word}")
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    assert (read.kind, read.start, read.end) == ("interval", dt.date(year - (first > last), first, 1), end)


@settings(deadline=None)
@given(st.integers(2000, 2050), st.integers(1, 12), st.lists(st.integers(1, 28), min_size=2, max_size=5, unique=True))
def test_a_list_of_days_is_read_back(year: int, month: int, days: list[int]) -> None:
    listed = ", ".join(map(str, days[:-1])) + f" и {days[-1]}"
    read = parse(f"{listed} {GENITIVE[month - 1]} {year} г.")
    assert read.members == tuple((dt.date(year, month, day), dt.date(year, month, day)) for day in days)
    assert (read.start, read.end) == (dt.date(year, month, min(days)), dt.date(year, month, max(days)))


FILES = ("samples.jsonl", "blind.jsonl")
LINES = [line for name in FILES for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]
PHRASES = st.sampled_from([json.loads(line)["text"] for line in LINES])


def _same(read: Deadline, other: Deadline) -> bool:
    """Tell whether two readings differ in nothing but the places of their problems."""
    return read._replace(problems=()) == other._replace(problems=()) and [one.kind for one in read.problems] == [
        one.kind for one in other.problems
    ]


@settings(deadline=None)
@given(PHRASES, st.data())
def test_extra_spaces_and_line_breaks_between_words_change_nothing(phrase: str, data: st.DataObject) -> None:
    spaced = "".join(word + data.draw(GAPS) for word in phrase.split())
    assert _same(parse(f" {spaced}\n", "2023/2024"), parse(phrase, "2023/2024"))


@settings(deadline=None)
@given(PHRASES, st.sampled_from(["-", "–", "—", "‑", "−"]))
def test_every_kind_of_dash_reads_alike(phrase: str, dash: str) -> None:
    assert _same(parse(re.sub("[-–—]", dash, phrase), "2023/2024"), parse(phrase, "2023/2024"))


@settings(deadline=None)
@given(PHRASES)
def test_capitals_and_soft_hyphens_change_no_dates(phrase: str) -> None:
    plain = parse(phrase, "2023/2024")
    for other in (phrase.upper(), re.sub(r"(\w{3})(\w{3})", "\\1\u00ad\\2", phrase)):
        read = parse(other, "2023/2024")
        assert (read.kind, read.start, read.end) == (plain.kind, plain.start, plain.end)
