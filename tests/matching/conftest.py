"""A teacher who asks and a teacher who can, and the facts about them, made by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.matching.board import weigh
from mentoring_xl.matching.facts import Facts, in_code_order
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.tables import Mentee, Mentor


@pytest.fixture
def mentee():
    def make(code="Н-1", **values):
        return Mentee(code=code, **{"full_name": f"Наставляемый {code}", "group": "педагог", **values})

    return make


@pytest.fixture
def mentor():
    def make(code="М-1", **values):
        return Mentor(code=code, **{"full_name": f"Наставник {code}", "group": "педагог", **values})

    return make


@pytest.fixture
def facts(mentee, mentor):
    """Build facts at 01.12.2026; without people there is one mentee and one mentor."""

    def make(mentees=None, mentors=None, **values):
        left, right = (mentee(),) if mentees is None else mentees, (mentor(),) if mentors is None else mentors
        return Facts(in_code_order(left), in_code_order(right), dt.date(2026, 12, 1), **values)

    return make


@pytest.fixture
def rules():
    """Build rules: the defaults, some of them with another value, or only the named criteria."""

    def make(only=None, **values):
        rows = [
            rule.but(value=values.get(rule.code, "Не учитывать" if only and rule.code not in only else rule.value))
            if rule.kind == "критерий"
            else rule.but(value=values.get(rule.code, rule.value))
            for rule in MATCH_RULES
        ]
        return read_rules(rows)[0]

    return make


@pytest.fixture
def board(facts, rules):
    """Weigh people by the default rules."""

    def make(mentees=None, mentors=None, only=None, values=None, **known):
        return weigh(facts(mentees, mentors, **known), rules(only, **(values or {})))

    return make
