"""What is typed wrong is named at its cell, with what was taken in its place, and the rest is still solved."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.pairs import recalculate_pairs
from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.grid import Grid, typed
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    Consent,
    Employee,
    MatchRule,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Setting,
    Unpaired,
)

TODAY = dt.date(2026, 12, 1)
TABLES = (Mentee, Mentor, Consent, Employee, Preference, MatchRule, Pair, Unpaired, Setting)
LETTERS = "ABCDEFGHIJ"
NO_CONSENT_NEEDED = ("data_consent", "mentor_agreement")


@pytest.fixture
def school():
    """Three mentees and two mentors as the cells hold them; consents are not asked for."""

    def make(mentees=None, mentors=None, weight=None, **others):
        rows = {
            Mentee: mentees or [{"code": f"Н-{n}", "group": "педагог"} for n in (1, 2, 3)],
            Mentor: [{"code": f"М-{n}", "group": "педагог", "capacity": 1} for n in (1, 2)]
            if mentors is None
            else [{"group": "педагог", **mentor} for mentor in mentors],
            Pair: others.get("pairs", []),
            Preference: others.get("preferences", []),
        }
        tables = {table: grid(table, rows.get(table, [])) for table in TABLES}
        switched = dict.fromkeys(NO_CONSENT_NEEDED, "нет") | ({"subject": weight} if weight else {})
        tables[MatchRule] = tuple(rule.but(value=switched.get(rule.code, rule.value)) for rule in MATCH_RULES)
        return Tables(tables | {Setting: default_rows()})

    return make


def grid(table, rows):
    fields = list(dict.fromkeys(field for row in rows for field in row))
    columns = dict(zip(fields, LETTERS, strict=False))
    return typed(table, Grid(table.spec.sheet, columns, 5, tuple(tuple(map(row.get, fields)) for row in rows))).rows


def pressed(tables):
    """Return what is found in the banks and the pairs made, as codes."""
    outcome = recalculate_pairs(tables, TODAY)
    rows = [row for edit in outcome.edits if isinstance(edit, Rewrite) and edit.table is Pair for row in edit.rows]
    return [str(finding).partition(" → ")[0] for finding in outcome.findings], [row.code for row in rows]


def test_no_mentors(school):
    assert pressed(school(mentors=[])) == (["Банк наставников!Q  M101  в банке наставников никого нет"], [])


def test_everybody_banned(school):
    findings, pairs = pressed(school(mentors=[{"code": "М-1", "status": "выбыл"}]))
    assert findings == [
        "Настройки подбора!D  M102  все возможные пары запрещены; чаще всего: статус «выбыл» (наставник)"
    ]
    assert pairs == []


@pytest.mark.parametrize(
    ("typed_in", "finding", "count"),
    [
        ("две", "M309  число не прочитано; в подбор взято: один", 2),
        ("2,5", "M309  число не прочитано; в подбор взято: один", 2),
        (-1, "M301  «-1» – столько наставляемых не бывает; взято 0", 1),
        (1000, "M311  мест 1000, а наставляемых всего 3; лишние места ничего не меняют", 3),
    ],
)
def test_places_that_are_no_number_of_people(school, typed_in, finding, count):
    mentors = [{"code": "М-1", "capacity": typed_in}, {"code": "М-2", "capacity": 1}]
    findings, pairs = pressed(school(mentors=mentors))
    assert [line for line in findings if "M402" not in line] == [f"Банк наставников!C5  {finding}"]
    assert len(pairs) == count


@pytest.mark.parametrize(
    ("typed_in", "finding", "count"),
    [
        ("двое", "M309  число не прочитано; в подбор взято: один", 1),
        (-2, "M310  «-2» – столько наставников не бывает; взято 0", 0),
    ],
)
def test_a_number_of_mentors_that_is_none(school, typed_in, finding, count):
    findings, pairs = pressed(school(mentees=[{"code": "Н-1", "group": "педагог", "mentors_wanted": typed_in}]))
    assert findings == [f"Банк наставляемых!C5  {finding}"]
    assert len(pairs) == count


def test_a_code_given_twice(school):
    mentees = [{"code": code, "group": "педагог"} for code in ("Н-1", "н- 1", "Н-2")]
    findings, pairs = pressed(school(mentees=mentees))
    assert findings == ["Банк наставляемых!A6  M308  с кодом «н- 1» есть строка выше; в подбор взята она, а эта – нет"]
    assert len(pairs) == 2


def test_a_locked_pair_that_is_forbidden(school):
    mentors = [{"code": "М-1", "status": "выбыл", "capacity": 1}, {"code": "М-2", "capacity": 1}]
    findings, pairs = pressed(
        school(mentors=mentors, pairs=[{"mentee_code": "Н-1", "mentor_code": "М-1", "locked": "да"}])
    )
    assert findings == ["Пары!B5  M201  пара Н-1/М-1 остаётся, но запрещена: статус «выбыл» (наставник)"]
    assert pairs == ["Н-1/М-1", "Н-2/М-2"]


def test_choices_that_name_nobody(school):
    choices = [
        {"person_code": "Н-1", "first": "М-9", "second": "М-2", "veto": "М-1, М-8"},
        {"person_code": "Н-77", "first": "М-1"},
    ]
    findings, pairs = pressed(school(preferences=choices))
    assert findings == [
        "Предпочтения!B5  M312  «М-9» – такого кода нет; в подборе этот выбор не учтён",
        "Предпочтения!D5  M312  «М-8» – такого кода нет; в подборе этот выбор не учтён",
        "Предпочтения!A6  M312  «Н-77» – такого кода нет; в подборе этот выбор не учтён",
    ]
    assert pairs[0] == "Н-1/М-2"


def test_a_weight_below_zero(school):
    findings, pairs = pressed(school(weight="-5"))
    assert findings == ["Настройки подбора!D  M302  значение «-5» не понято; пока взято «Средний»"]
    assert len(pairs) == 2


def test_a_group_without_a_common_request(school):
    mentees = [
        {"code": f"Н-{number}", "group": "педагог", "request": text} for number, text in ((1, "химия"), (2, "танцы"))
    ]
    mentors = [{"code": "М-1", "capacity": 2, "leads_group": "да", "competences": "химия; танцы"}]
    pairs = [{"mentee_code": f"Н-{number}", "mentor_code": "М-1", "locked": "да"} for number in (1, 2)]
    findings, made = pressed(school(mentees=mentees, mentors=mentors, pairs=pairs))
    assert findings == ["Банк наставников!D5  M403  у группы наставника М-1 нет общего запроса"]
    assert made == ["Н-1/М-1", "Н-2/М-1"]


def test_ten_thousand_rows_are_no_matter(school):
    people = [
        {"code": f"Н-{number}", "group": "педагог", "status": "" if number % 500 == 0 else "выбыл"}
        for number in range(10_000)
    ]
    findings, pairs = pressed(school(mentees=people))
    assert findings == []
    assert pairs == ["Н-0/М-1", "Н-500/М-2"]
