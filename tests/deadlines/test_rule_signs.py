"""The grammar does not try a rule where the line holds none of its signs: nothing that the rule could read is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mentoring_xl.deadlines.grammar import _RULES
from mentoring_xl.deadlines.grammar.basics import padded
from mentoring_xl.deadlines.repair import mend
from mentoring_xl.deadlines.tokens import scan

HERE = Path(__file__).parent
PHRASES = [
    json.loads(line)["text"]
    for name in ("samples.jsonl", "blind.jsonl")
    for line in (HERE / name).read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("at", [at for at, rule in enumerate(_RULES) if rule.signs])
def test_a_rule_reads_nothing_in_a_line_without_its_signs(at: int):
    rule, read, tried = _RULES[at], [], 0
    for text in PHRASES:
        scanned = scan(text)
        tokens = mend(scanned, [token.role for token in scanned], text)
        if rule.signs.isdisjoint([token.role for token in tokens]):
            places = [place for place, token in enumerate(tokens) if token.role in rule.starts]
            tried += len(places)
            read += [text for place in places if rule.reader(padded(tokens), place)]
    assert read == []
    assert tried > 0
