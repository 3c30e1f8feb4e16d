"""Who is shown in the pictures."""

from __future__ import annotations

from mentoring_xl.matching.picturing.sight import in_sight


def test_pairs_that_live_are_shown_and_those_that_are_over_are_not(people, pair):
    rows = (
        pair("Н-1", "М-1"),
        pair("Н-2", "М-1", "закреплена приказом"),
        pair("Н-3", "М-2", "предложена", locked=True),
        pair("Н-4", "М-2", "расторгнута"),
        pair("Н-1", "М-3", "предложение снято"),
        pair("Н-2", "М-3", "завершена"),
        pair("Н-4", "М-3", "предложена", forbidden=True),
        pair("Н-9", "М-1"),
        pair("Н-1", ""),
    )
    ties = in_sight(people(), rows).ties
    assert [(tie.row, tie.column, tie.is_held) for tie in ties] == [(0, 0, False), (1, 0, True), (2, 1, True)]


def test_a_pair_written_by_hand_counts_as_agreed(people, pair):
    assert in_sight(people(), (pair("н-1", "m-2", "").but(code=""),)).ties[0].is_held


def test_of_two_rows_for_the_same_people_the_held_one_counts(people, pair):
    (tie,) = in_sight(people(), (pair("Н-1", "М-1"), pair("Н-1", "М-1", "согласована", form="учитель–учитель"))).ties
    assert (tie.is_held, tie.form) == (True, "учитель–учитель")


def test_people_who_do_not_take_part_are_shown_only_in_a_pair(people, pair):
    facts = people(Н1="выбыл", Н2="выбыл", М1="выбыл", М2="выбыл")
    sight = in_sight(facts, (pair("Н-2", "М-2", "согласована"),))
    assert sight.mentees == (1, 2, 3)
    assert sight.mentors == (1, 2)


def test_a_mentor_who_takes_nobody_is_not_shown(people):
    assert in_sight(people(capacity=(2, 0, -1)), ()).mentors == (0,)
