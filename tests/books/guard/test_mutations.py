"""A damaged book is refused in a sentence, or it reads as it did, or two independent readers agree on what it says."""

from pathlib import Path

import pytest

from tests.books.guard.guard_books import good_book, saved
from tests.books.guard.mutations import mutate, outcome, read, read_by_calamine

GOOD = good_book()


def test_both_readers_agree_on_the_good_book(tmp_path: Path) -> None:
    path = saved(tmp_path, GOOD)
    assert read(path) == read_by_calamine(path)


@pytest.mark.parametrize("seeds", [range(start, start + 60) for start in range(0, 300, 60)], ids=str)
def test_no_damage_reads_as_a_wrong_value(tmp_path: Path, seeds: range) -> None:
    original = read(saved(tmp_path, GOOD))
    seen = {outcome(saved(tmp_path, mutate(GOOD, seed)), original) for seed in seeds}
    assert {"refused", "same"} <= seen
