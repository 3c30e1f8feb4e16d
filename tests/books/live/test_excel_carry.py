"""How formats and notes go along with rows in Excel, told from the calls that it gets."""

from __future__ import annotations

from unittest.mock import MagicMock

import pytest

from mentoring_xl.books.live.excel_carry import carry
from mentoring_xl.books.sheets import Box

ROWS = Box(5, 1, 8, 4)
PASTED = {-4122: "formats", -4144: "notes"}


class FaultError(Exception):
    """What Excel answers when it cannot."""


class Page:
    """A sheet that notes what is done to which rows; `fails` is the call at which Excel gives up, once."""

    def __init__(self, name: str, said: list[str], fails: str = "") -> None:
        self.name, self.said, self.fails, self.book = name, said, fails, MagicMock()

    def range(self, first: tuple[int, int], last: tuple[int, int]) -> MagicMock:
        cells = MagicMock()
        rows = f"{self.name} {first[0]}-{last[0]}"
        cells.api.Copy.side_effect = lambda *to: self.say(f"copy {rows}")
        cells.api.ClearComments.side_effect = lambda: self.say(f"no notes {rows}")
        cells.api.PasteSpecial.side_effect = lambda kind: self.say(f"{PASTED[kind]} {rows}")
        return cells

    def delete(self) -> None:
        self.said.append(f"delete {self.name}")

    def say(self, call: str) -> None:
        if call == self.fails:
            self.fails = ""
            raise FaultError
        self.said.append(call)


def carried(origins: dict[int, int | None], like: dict[int, int], fails: str = "") -> list[str]:
    """Return what Excel was told; with `fails`, which is to come out of it."""
    said: list[str] = []
    sheet = Page("table", said, fails)
    sheet.book.sheets.add.return_value = Page("spare", said)
    if fails:
        with pytest.raises(FaultError):
            carry(sheet, ROWS, origins, like)  # type: ignore[arg-type]
    else:
        carry(sheet, ROWS, origins, like)  # type: ignore[arg-type]
    return said


def test_two_rows_that_change_places_take_formats_and_notes_along():
    assert carried({5: 6, 6: 5}, {}) == [
        "copy table 5-8",
        "no notes table 5-5", "copy spare 6-6", "formats table 5-5", "notes table 5-5",
        "no notes table 6-6", "copy spare 5-5", "formats table 6-6", "notes table 6-6",
        "delete spare",
    ]  # fmt: skip


def test_a_new_row_takes_the_formats_of_another_but_not_its_note():
    assert carried({9: None}, {9: 8}) == [
        "copy table 5-9", "no notes table 9-9", "copy spare 8-8", "formats table 9-9", "delete spare"
    ]  # fmt: skip


def test_rows_look_as_before_when_excel_gives_up_halfway():
    assert carried({5: 6, 6: 5}, {}, fails="notes table 6-6")[-4:] == [
        "copy spare 5-8", "formats table 5-8", "notes table 5-8", "delete spare"
    ]  # fmt: skip


def test_excel_that_cannot_even_copy_has_changed_nothing():
    assert carried({5: 6}, {}, fails="copy table 5-8") == ["delete spare"]
