"""A school small enough to see through: its people, what everyone's points are, who may not be with whom."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from mentoring_xl.matching.barriers import Barriers
from mentoring_xl.matching.board import Board
from mentoring_xl.matching.facts import Facts, in_code_order
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.matching.scores import Scores
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.tables import Mentee, Mentor, Pair

NAMES = ("Арефьева Вера Ивановна", "Белов Пётр Ильич", "Власова Инна", "Гусев Олег Юрьевич", "Дёмина Яна Львовна")
MENTORS = ("Жукова Анна Павловна", "Зимин Игорь Олегович", "Ильина Ольга Сергеевна")


@pytest.fixture
def people():
    """Build facts of so many mentees and mentors at 01.12.2026; capacity of the mentors in their order."""

    def make(mentees=4, capacity=(2, 1, 1), **status):
        return Facts(
            in_code_order(
                Mentee(code=f"Н-{at + 1}", full_name=NAMES[at % len(NAMES)], status=status.get(f"Н{at + 1}", ""))
                for at in range(mentees)
            ),
            in_code_order(
                Mentor(
                    code=f"М-{at + 1}",
                    full_name=MENTORS[at % len(MENTORS)],
                    capacity=count,
                    status=status.get(f"М{at + 1}", ""),
                )
                for at, count in enumerate(capacity)
            ),
            dt.date(2026, 12, 1),
        )

    return make


@pytest.fixture
def weighed():
    """Build a board with these points, None where a ban stands."""

    def make(facts, points):
        shape = facts.shape
        known = np.array([[0 if one is None else one for one in row] for row in points], np.float32).reshape(shape)
        clear = np.array([[one is not None for one in row] for row in points], np.bool_).reshape(shape)
        total = known / 100
        scores = Scores((), (), np.zeros((0, *shape), np.float32), total, np.ones(shape, np.float32))
        return Board(facts, read_rules(MATCH_RULES)[0], scores, Barriers((), clear), Barriers((), clear))

    return make


@pytest.fixture
def pair():
    def make(mentee, mentor, state="предложена", **values):
        return Pair(mentee_code=mentee, mentor_code=mentor, state=state, code=f"{mentee}/{mentor}", **values)

    return make
