"""What a group could work on together."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.groups import topics


@pytest.fixture
def asked(mentee):
    return [
        mentee("Н-1", request="сочинения; подтянуть химию"),
        mentee("Н-2", request="олимпиада по химии"),
        mentee("Н-3", request="публичные выступления"),
        mentee("Н-4"),
    ]


def test_a_topic_serves_those_whose_request_it_covers_and_those_who_ask_for_nothing(facts, mentor, asked):
    leader = mentor("М-2", competences="химия; ораторское искусство", leads_group=True)
    found = topics(facts(asked, [mentor("М-1", competences="химия"), leader]))
    assert list(found) == [1]
    assert found[1].names == ("химия", "ораторское искусство")
    assert found[1].serves.tolist() == [[True, True, False, True], [False, False, True, True]]


def test_a_leader_without_competences_takes_anybody(facts, mentor, asked):
    found = topics(facts(asked, [mentor(leads_group=True)]))
    assert found[0].names == ("",)
    assert found[0].serves.all()


def test_without_leaders_there_are_no_topics(facts):
    assert topics(facts()) == {}
