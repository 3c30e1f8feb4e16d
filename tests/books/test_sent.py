"""Copies that were sent: found by their id, at most twenty, each for its book."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentoring_xl.books import sent
from mentoring_xl.core.errors import BookError


def test_a_kept_copy_is_found_by_its_id(tmp_path: Path):
    book = tmp_path / "школа.xlsx"
    sent.keep(book, "20261120-140500-3f9a1c", b"first")
    sent.keep(book, "20261121-090000-00aa11", b"second")
    assert sent.find(book, "20261120-140500-3f9a1c") == b"first"
    assert sent.find(book, "20261120-140500-ffffff") is None
    assert sent.all_ids(book) == ("20261121-090000-00aa11", "20261120-140500-3f9a1c")


def test_a_renamed_book_finds_its_copies_but_lists_none(tmp_path: Path):
    sent.keep(tmp_path / "школа.xlsx", "20261120-140500-3f9a1c", b"first")
    assert sent.find(tmp_path / "школа 2.xlsx", "20261120-140500-3f9a1c") == b"first"
    assert sent.all_ids(tmp_path / "школа 2.xlsx") == ()


def test_the_oldest_copies_of_the_same_book_go_after_the_twentieth(tmp_path: Path):
    other = tmp_path / "другая.xlsx"
    sent.keep(other, "20250101-000000-000000", b"other")
    for day in range(1, 23):
        sent.keep(tmp_path / "школа.xlsx", f"202611{day:02}-120000-aaaaaa", b"copy")
    kept = sent.all_ids(tmp_path / "школа.xlsx")
    assert (len(kept), kept[0], kept[-1]) == (20, "20261122-120000-aaaaaa", "20261103-120000-aaaaaa")
    assert sent.all_ids(other) == ("20250101-000000-000000",)


def test_a_book_from_which_nothing_was_sent_has_no_copies(tmp_path: Path):
    assert sent.all_ids(tmp_path / "школа.xlsx") == ()
    assert sent.find(tmp_path / "школа.xlsx", "20261120-140500-3f9a1c") is None


def test_a_copy_that_cannot_be_written_is_one_sentence(tmp_path: Path):
    (tmp_path / ".mentoring").write_text("a file in the way")
    with pytest.raises(BookError, match="не сохранена рядом с книгой"):
        sent.keep(tmp_path / "школа.xlsx", "20261120-140500-3f9a1c", b"first")


def test_an_id_names_no_other_file(tmp_path: Path):
    (tmp_path / ".mentoring" / "sent").mkdir(parents=True)
    assert sent.find(tmp_path / "школа.xlsx", "../школа") is None
