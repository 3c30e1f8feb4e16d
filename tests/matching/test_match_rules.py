"""The rows of «Настройки подбора» become weights and switches."""

from __future__ import annotations

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.matching.cautions import WARNINGS
from mentoring_xl.matching.criteria import CRITERIA
from mentoring_xl.matching.obstacles import BANS
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.tables import MatchRule


def rows(**values):
    at = Place("Настройки подбора", 5)
    return [MatchRule(at=at, **{**rule.values(), "value": values.get(rule.code, rule.value)}) for rule in MATCH_RULES]


def test_the_defaults_are_read_without_findings():
    rules, findings = read_rules(MATCH_RULES)
    assert findings == ()
    assert rules.weights == {
        "request": 30, "preference": 30, "subject": 20, "experience": 20, "age": 20, "time": 10, "interests": 10,
        "form": 0, "model": 10, "place": 0, "previous": 0,
    }  # fmt: skip
    assert rules.required == frozenset()
    assert {"data_consent", "veto", "superior"} <= rules.on


def test_every_rule_that_the_sheet_offers_is_carried_out():
    assert {rule.code for rule in MATCH_RULES} == {*CRITERIA, *BANS, *WARNINGS, "load"}


@pytest.mark.parametrize(
    ("value", "weight", "required"),
    [("Обязательно", 40, True), ("низкий", 10, False), ("12,5", 12.5, False), ("0", 0, False), ("", 20, False)],
)
def test_a_weight_is_a_word_or_a_number(value, weight, required):
    rules, findings = read_rules(rows(subject=value))
    assert (rules.weights["subject"], "subject" in rules.required, findings) == (weight, required, ())


@pytest.mark.parametrize("value", ["−5", "-5", "сильно", "да", "1001"])
def test_a_weight_that_is_not_understood_has_its_default_and_is_named(value):
    rules, findings = read_rules(rows(subject=value))
    assert rules.weights["subject"] == 20
    assert [str(finding) for finding in findings] == [
        f"Настройки подбора!D5  M302  значение «{value}» не понято; пока взято «Средний»"
        " → Выберите вес из списка или впишите число от 0 до 1000."
    ]


def test_a_ban_is_switched_off_by_a_no():
    assert "veto" not in read_rules(rows(veto="нет"))[0].on


def test_a_ban_that_is_not_understood_stays_on_and_is_named():
    rules, findings = read_rules(rows(veto="наверное"))
    assert "veto" in rules.on
    assert [finding.code.code for finding in findings] == ["M307"]


def test_unknown_repeated_and_missing_rules_are_named():
    changed = [rule for rule in rows() if rule.code != "veto"]
    changed += [MatchRule(code="луна", kind="критерий"), MatchRule(code="subject", value="Низкий")]
    rules, findings = read_rules(changed)
    assert rules.weights["subject"] == 20
    assert "veto" in rules.on
    assert [finding.message for finding in findings] == [
        "правило «луна» неизвестно",
        "правило «subject» записано дважды; взято первое",
        "нет правил: «Отказ «Ни за что»»; взяты обычные значения",
    ]
