"""Every paper of a small school against a file that a person has read."""

from __future__ import annotations

import pytest

from mentoring_xl.core.text import fold
from tests.documents.cases.as_text import EXPECTED, all_papers, as_text
from tests.documents.cases.school import MENTEES, MENTORS

PAPERS = all_papers()


@pytest.mark.parametrize("path", PAPERS)
def test_the_paper_reads_as_expected(path: str):
    assert as_text(PAPERS[path]) == (EXPECTED / path).read_text(encoding="utf-8")


def test_every_expected_file_is_of_a_paper():
    assert {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.txt")} == set(PAPERS)


@pytest.mark.parametrize("path", PAPERS)
def test_no_file_name_holds_a_name_a_birth_year_or_a_contact(path: str):
    private = {word for person in (*MENTEES, *MENTORS) for word in (*fold(person.full_name).split()[:2],)}
    years = {str(person.birth_year) for person in (*MENTEES, *MENTORS)}
    assert not private & set(fold(path).split())
    assert not any(year in path for year in years)
    assert "тайный" not in path


@pytest.mark.parametrize("path", PAPERS)
def test_no_paper_holds_a_birth_year_or_a_contact(path: str):
    text = as_text(PAPERS[path])
    assert "тайный" not in text
    assert not any(f" {year}" in text for year in ("2012", "2011", "2001", "2009", "1979", "2013", "1980"))
