"""Whoever does what «Что изменить» says finds the pair at the next recalculation, if groups keep their topics."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from mentoring_xl.core.text import code_key
from mentoring_xl.matching.board import weigh
from mentoring_xl.matching.explaining.remedy import remedy
from mentoring_xl.matching.explaining.search import MOST_STEPS, Search, Way
from mentoring_xl.matching.facts import Facts, Lack
from mentoring_xl.matching.rules import read_rules

SUBJECTS = ("химия", "физика", "история", "музыка", "география", "биология", "русский язык")
TWICE = {0: 2, 2: 2}
"""The rows of those who wish two mentors."""
CONSENT = Lack("data_consent", "нет согласия")
AGREEMENT = Lack("mentor_agreement", "нет согласия быть наставником")


@pytest.fixture
def draw(facts, mentee, mentor):
    """Draw a small school in which consents, places and good will are short."""

    def some(source):
        return "; ".join(source.sample(SUBJECTS, source.randint(1, 3)))

    def status(source):
        return "приостановлен" if source.random() < 0.1 else ""

    def make(source):
        left = [
            mentee(
                f"Н-{number}",
                request=some(source),
                subjects=some(source),
                interests=some(source),
                status=status(source),
            )
            for number in range(1, source.randint(3, 8))
        ]
        right = [
            mentor(
                f"М-{number}",
                subjects=some(source),
                interests=some(source),
                status=status(source),
                experience=source.randint(0, 9),
                competences=some(source),
                leads_group=source.random() < 0.3,
                capacity=source.choice((0, 1, 1, 2)),
            )
            for number in range(1, source.randint(2, 6))
        ]
        couples = [(one.code, other.code) for one in left for other in right]
        return facts(
            left,
            right,
            lacks={
                **{one.code: (CONSENT,) for one in left if source.random() < 0.25},
                **{one.code: (AGREEMENT,) for one in right if source.random() < 0.3},
            },
            vetoes=frozenset(couple for couple in couples if source.random() < 0.1),
            forbidden=frozenset(couple for couple in couples if source.random() < 0.1),
        )

    return make


def carried_out(known: Facts, board, row: int, option) -> Facts:
    """Return the facts once the steps are done, but for a pair written by hand."""
    column = option.column
    mentee, mentor = known.mentees[row], known.mentors[column]
    if option.way is not Way.PLACE:
        for barrier in board.bans.at(row, column):
            mine = mentee if "(наставляемый)" in barrier.text else mentor
            match barrier.rule:
                case "data_consent" | "mentor_agreement":
                    known = replace(known, lacks={who: gaps for who, gaps in known.lacks.items() if who != mine.code})
                case "inactive":
                    known = replace(
                        known,
                        mentees=tuple(one.but(status="") if one is mine else one for one in known.mentees),
                        mentors=tuple(one.but(status="") if one is mine else one for one in known.mentors),
                    )
                case "veto":
                    known = replace(known, vetoes=known.vetoes - {(mentee.code, mentor.code)})
                case "forbidden":
                    known = replace(known, forbidden=known.forbidden - {(mentee.code, mentor.code)})
    if option.way is not Way.LIFT:
        known = replace(
            known,
            mentors=tuple(
                one.but(capacity=one.capacity + 1) if code_key(one.code) == code_key(mentor.code) else one
                for one in known.mentors
            ),
        )
    return known


@pytest.mark.parametrize("paired_first", [True, False])
def test_every_remedy_works(draw, choose, paired_first):
    rules, _ = read_rules()
    source, seen = random.Random(7), []
    for _ in range(60):
        known = draw(source)
        board = weigh(known, rules)
        choice = choose(board, wants=TWICE, paired_first=paired_first)
        for row in choice.unpaired:
            bans = board.bans.of(row)
            option = Search(choice, row, bans).best()
            told = remedy(choice, row, bans)
            if option.steps > MOST_STEPS or option.is_off_topic:
                assert (told.column is None) == (option.steps > MOST_STEPS)
                continue
            done = weigh(carried_out(known, board, row, option), rules)
            assert done.bans.clear[row, option.column] or option.way is Way.PLACE
            after = choose(done, wants=TWICE, paired_first=paired_first)
            seen.append((option.way, option.by_hand))
            groups = set(choice.solution.topic_of.items())
            if not option.by_hand and groups <= set(after.solution.topic_of.items()):
                assert row in after.mentors_of
                assert told.column in after.mentors_of[row] or option.way is not Way.PLACE
    assert {way for way, _ in seen} == set(Way)
    assert {by_hand for _, by_hand in seen} == {True, False}
