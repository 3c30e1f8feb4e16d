"""Outlook and the draft: what is handed over, and what a person reads when it cannot be."""

from __future__ import annotations

import email
from dataclasses import replace
from email.policy import default
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange import Letter, as_draft
from mentoring_xl.exchange.delivery import Outlook, lay, outlook

LETTER = Letter("director@school.example", "Тема", "Текст", "школа – директору 20.11.2026.xlsx", b"PK\x03\x04 book")


class ComError(Exception):
    """What COM raises is no OSError."""


class Application:
    """What an Outlook is asked for; it reads an attachment when it is added, as the real one does."""

    def __init__(self, *, busy: bool = False) -> None:
        self.busy = busy
        self.attached: list[tuple[str, bytes]] = []
        self.item = SimpleNamespace(Attachments=SimpleNamespace(Add=self._add), Display=self._display)
        self.shown: list[bool] = []

    def CreateItem(self, kind: int) -> Any:
        if self.busy:
            raise ComError("a dialog is open")
        assert kind == 0
        return self.item

    def _add(self, path: str) -> None:
        self.attached.append((Path(path).name, Path(path).read_bytes()))

    def _display(self, modal: bool) -> None:
        self.shown.append(modal)


def test_outlook_shows_the_letter_and_does_not_send_it():
    application = Application()
    Outlook(application, (OSError, ComError)).compose(LETTER)
    item = application.item
    assert (item.To, item.Subject, item.Body) == ("director@school.example", "Тема", "Текст")
    assert application.attached == [("школа – директору 20.11.2026.xlsx", b"PK\x03\x04 book")]
    assert application.shown == [False]


def test_an_outlook_that_refuses_is_one_sentence():
    with pytest.raises(BookError, match="Outlook не принял письмо"):
        Outlook(Application(busy=True), (OSError, ComError)).compose(LETTER)


def test_there_is_no_outlook_where_there_is_no_com():
    assert outlook() is None


def test_the_draft_lies_beside_the_book_with_the_copy_in_it(tmp_path: Path):
    copy, draft = lay(LETTER, tmp_path)
    assert (copy.name, draft.name) == ("школа – директору 20.11.2026.xlsx", "школа – директору 20.11.2026.eml")
    assert copy.read_bytes() == b"PK\x03\x04 book"
    letter = email.message_from_bytes(draft.read_bytes(), policy=default)
    assert (letter["X-Unsent"], letter["To"], letter["Subject"]) == ("1", "director@school.example", "Тема")
    (attachment,) = letter.iter_attachments()
    assert attachment.get_content() == b"PK\x03\x04 book"


def test_half_a_character_from_a_cell_or_a_file_name_does_not_stop_the_draft():
    letter = replace(LETTER, subject="Тема \ud83d", name="школа\udcff.xlsx")
    message = email.message_from_bytes(as_draft(letter), policy=default)
    assert message["Subject"] == "Тема"
    assert [part.get_filename() for part in message.iter_attachments()] == ["школа.xlsx"]


def test_a_draft_that_lies_there_already_stays(tmp_path: Path):
    (tmp_path / "школа – директору 20.11.2026.eml").write_text("прежний", encoding="utf-8")
    with pytest.raises(BookError, match=r"«школа – директору 20\.11\.2026\.eml» уже лежит рядом с книгой"):
        lay(LETTER, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["школа – директору 20.11.2026.eml"]


def test_a_draft_that_cannot_be_written_is_one_sentence(tmp_path: Path):
    with pytest.raises(BookError, match="не записан"):
        lay(LETTER, tmp_path / "нет такой папки")
