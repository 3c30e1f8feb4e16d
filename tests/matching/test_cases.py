"""A folder for each ban and each warning: tables as a school has them, and what is said of which pair."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from mentoring_xl.actions.gathering import gather
from mentoring_xl.core.grid import Grid, typed
from mentoring_xl.matching import ledger
from mentoring_xl.matching.board import weigh
from mentoring_xl.matching.checks import pair_findings
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.schema.rules import CRITERION, MATCH_RULES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, Employee, Mentee, Mentor, Pair, Preference, Setting

CASES = Path(__file__).parent / "cases"
TODAY = dt.date(2026, 12, 1)
FILES = {
    "mentees": Mentee,
    "mentors": Mentor,
    "consents": Consent,
    "staff": Employee,
    "preferences": Preference,
    "pairs": Pair,
    "settings": Setting,
}
RULES = [rule.code for rule in MATCH_RULES if rule.kind != CRITERION]


def table(folder, name):
    """Read one table by the titles of its sheet; without a file it is empty."""
    kind, path = FILES[name], folder / f"{name}.csv"
    if not path.exists():
        return ()
    head, *lines = csv.reader(path.read_text(encoding="utf-8").splitlines())
    fields = {column.title: column.field for column in kind.spec.columns}
    columns = {fields[title]: chr(ord("A") + place) for place, title in enumerate(head)}
    reading = typed(kind, Grid(kind.spec.sheet, columns, 2, tuple(map(tuple, lines))))
    assert reading.findings == ()
    return reading.rows


def said(rule, off=()):
    """Say what a rule says of the tables in its folder, a line for each pair."""
    tables = {kind: table(CASES / rule, name) for name, kind in FILES.items()}
    facts = gather(tables, Settings(tables[Setting]), TODAY)
    facts = dataclasses.replace(
        facts, active=frozenset(ledger.key(pair) for pair in tables[Pair] if ledger.is_held(pair))
    )
    rules, _ = read_rules([row.but(value="нет") if row.code in off else row for row in MATCH_RULES])
    board = weigh(facts, rules)
    lines = [
        f"{mentee.code} {mentor.code} {barrier.text}"
        for row, mentee in enumerate(facts.mentees)
        for column, mentor in enumerate(facts.mentors)
        for barrier in (*board.bans.at(row, column), *board.warnings.at(row, column))
        if barrier.rule == rule
    ]
    if rule == "load":
        lines += [found.message for found in pair_findings(board, tables[Pair]) if found.code.code == "M402"]
    return lines


def expected(rule):
    return (CASES / rule / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_each_ban_and_each_warning_has_a_folder_and_nothing_else_has():
    assert sorted(path.name for path in CASES.iterdir()) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_stands_in_its_folder(rule):
    assert said(rule) == expected(rule)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_switched_off_says_nothing(rule):
    assert said(rule, off=[rule]) == []
