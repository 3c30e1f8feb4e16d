"""`matching.score` and `matching.bans` without a workbook."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import numpy as np
import pytest

from mentoring_xl import matching
from mentoring_xl.schema.rules import MATCH_RULES

TODAY = dt.date(2026, 12, 1)
SIGNED = {"consent_on": dt.date(2026, 9, 1)}


def rules(**values):
    return [rule.but(value=values.get(rule.code, rule.value)) for rule in MATCH_RULES]


def test_scores_stand_in_the_order_given(mentee, mentor):
    mentees = [mentee("Н-2", subjects="химия"), mentee("Н-1", subjects="история")]
    mentors = [mentor("М-9", subjects="история"), mentor("М-1", subjects="химия"), mentor("М-5", subjects="биология")]
    found = matching.score(mentees, mentors, rules(), TODAY)
    assert found.total.dtype == np.float32
    assert found.total.tolist() == [[0, 1, 0.5], [1, 0, 0]]
    assert dict(zip(found.criteria, found.contributions[:, 0].tolist(), strict=True))["subject"] == [0, 20, 10]


def test_settings_may_be_left_out(mentee, mentor):
    assert matching.score([mentee(subjects="химия")], [mentor(subjects="химия")]).total.tolist() == [[1]]


def test_each_forbidden_pair_has_its_reasons(mentee, mentor):
    mentees = [mentee("Н-1", **SIGNED), mentee("Н-2")]
    mentors = [mentor("М-1", **SIGNED, agreement_on=dt.date(2026, 9, 1)), mentor("М-2", **SIGNED)]
    lacks, agrees = (
        "нет согласия на обработку персональных данных (наставляемый)",
        "нет согласия быть наставником (наставник)",
    )
    assert matching.bans(mentees, mentors, rules(), TODAY) == {
        (0, 1): (agrees,),
        (1, 0): (lacks,),
        (1, 1): (lacks, agrees),
    }
    assert matching.bans(mentees, mentors, rules(data_consent="нет", mentor_agreement="нет"), TODAY) == {}


def test_warnings_forbid_nothing_and_are_said_apart(mentee, mentor):
    found = matching.warnings([mentee()], [mentor("М-1", experience=9), mentor("М-2", experience=1)], rules(), TODAY)
    assert found == {(0, 1): ("стаж наставника меньше 5 лет",)}


def test_every_public_name_is_there():
    assert all(getattr(matching, name) for name in matching.__all__)


def test_what_is_not_public_is_not_found():
    with pytest.raises(AttributeError):
        matching.nothing  # noqa: B018


def test_the_room_loads_no_arithmetic_until_it_is_asked():
    code = "import sys, mentoring_xl.matching; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
