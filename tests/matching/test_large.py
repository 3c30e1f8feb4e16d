"""Many people are weighed by blocks of rows, and nothing but the time differs."""

from __future__ import annotations

import datetime as dt
import math
import random

import numpy as np
import pytest

from mentoring_xl.matching import across, barriers, evidence
from mentoring_xl.matching.facts import Lack

TODAY = dt.date(2026, 12, 1)
TEXTS = ("подтянуть химию", "боюсь выступать; сочинения", "дисциплина на уроке", "", "олимпиада по биологии; ЕГЭ")
SUBJECTS = ("химия", "биология, физика", "история", "", "русский язык")


@pytest.fixture
def crowd(mentee, mentor):
    """Draw 30 mentees and 20 mentors of all kinds, their choices, vetoes and consents."""
    draw = random.Random(7)
    days = [None, *(TODAY + dt.timedelta(days=30 * month) for month in range(-2, 9))]

    def common():
        return {
            "group": draw.choice(("педагог", "обучающийся", "")),
            "birth_year": draw.choice((None, 2008, 2011, 2018)),
            "subjects": draw.choice(SUBJECTS),
            "interests": draw.choice(("лыжи, шахматы", "лыжи", "")),
            "experience": draw.choice((None, 1, 8)),
            "available_from": draw.choice(days),
            "available_to": draw.choice(days),
        }

    mentees = [mentee(f"Н-{number}", request=draw.choice(TEXTS), **common()) for number in range(30)]
    mentors = [
        mentor(f"М-{number}", competences=draw.choice(TEXTS), wished_age=draw.choice(("", "12–14")), **common())
        for number in range(20)
    ]
    sides = [f"Н-{number}" for number in range(0, 30, 3)], [f"М-{number}" for number in range(0, 20, 2)]
    pairs = [(draw.choice(sides[0]), draw.choice(sides[1])) for _ in range(40)]
    return {
        "mentees": mentees,
        "mentors": mentors,
        "ranks": {pair if number % 2 else pair[::-1]: 1 + number % 3 for number, pair in enumerate(pairs)},
        "vetoes": frozenset(pairs[::5]),
        "finished": frozenset(pairs[::7]),
        "lacks": {"Н-3": (Lack("data_consent", "нет согласия"),)},
    }


@pytest.fixture
def boards(monkeypatch, board, crowd):
    """Weigh the crowd at once and by blocks of a few rows."""
    values = {"request": "Обязательно", "previous": "Низкий", "place": "5"}
    whole = board(**crowd, values=values)
    for module in (across, barriers, evidence):
        monkeypatch.setattr(module, "SMALL", 700)
    return whole, board(**crowd, values=values)


def test_blocks_give_the_same_points_and_bans(boards):
    whole, parts = boards
    assert whole.scores.kept is not None
    assert parts.scores.kept is None
    assert np.array_equal(whole.scores.total, parts.scores.total)
    assert np.array_equal(whole.scores.certainty, parts.scores.certainty)
    assert np.array_equal(whole.bans.clear, parts.bans.clear)
    assert 0 < whole.bans.clear.mean() < 1


def test_single_pairs_are_worked_out_when_they_are_asked_for(boards):
    whole, parts = boards
    rows, columns = np.divmod(np.arange(600), 20)
    expected = whole.scores.values[:, rows, columns]
    assert np.allclose(parts.scores.of(rows, columns), expected, atol=1e-6, equal_nan=True)
    assert np.allclose(parts.scores.at(4, 7), whole.scores.values[:, 4, 7], atol=1e-6, equal_nan=True)
    assert np.array_equal(parts.scores.values, whole.scores.values, equal_nan=True)
    assert any(math.isnan(value) for value in expected.flat)


def test_reasons_are_the_same(boards):
    whole, parts = boards
    assert parts.bans.reasons() == whole.bans.reasons()
    for row, column in whole.bans.reasons():
        assert [one.text for one in parts.bans.at(row, column)] == [one.text for one in whole.bans.at(row, column)]


def test_words_that_meet_are_the_same(boards):
    whole, parts = boards
    for row, column in np.ndindex(whole.facts.shape):
        assert parts.evidence.request(row, column) == whole.evidence.request(row, column)
        assert parts.evidence.subject(row, column) == whole.evidence.subject(row, column)


def test_every_point_has_its_parts(boards):
    whole, _ = boards
    gained, known = np.nansum(whole.scores.contributions, axis=0), ~np.isnan(whole.scores.values)
    weights = (known * np.array(whole.scores.weights)[:, None, None]).sum(axis=0)
    assert np.allclose(whole.scores.total * weights, gained, atol=1e-4)
