"""«Отправить директору» clicked: a password as stars, the preview, the draft beside the book, a line in the journal."""

from __future__ import annotations

import email
from email.policy import default
from pathlib import Path

import pytest

from mentoring_xl.exchange.encryption import decrypted

pytestmark = pytest.mark.libreoffice
LABEL = "Отправить директору"
PASSWORD = "tree-2026"


def test_a_draft_with_the_locked_copy_is_made_after_the_question(person, example):
    folder = Path(example.fullname).parent
    person.pick("Наставничество", LABEL)
    person.answer_line(LABEL, PASSWORD, "send_to_director_password")
    person.answer_line("Пароль ещё раз", PASSWORD, "send_to_director_password_again")
    question = person.answer_box("send_to_director_question", 0)
    assert question.startswith(
        "Отправить директору\n\nКому: адрес не указан – впишите его на лист «Настройки», ячейка D"
    )
    assert "Тема: Программа наставничества на " in question
    assert question.endswith("Подготовить письмо?")
    assert "Черновик письма: " in person.read_box("send_to_director")
    (draft,) = folder.glob("*.eml")
    (attachment,) = email.message_from_bytes(draft.read_bytes(), policy=default).iter_attachments()
    assert decrypted(attachment.get_content(), PASSWORD).startswith(b"PK")
    assert "Отправить директору" in str(example.sheets["Журнал"].used_range.value)


def test_a_cancelled_password_sends_nothing(person, example):
    before = example.sheets["Журнал"].used_range.value
    person.pick("Наставничество", LABEL)
    person.cancel(LABEL)
    assert person.read_box("send_to_director_cancelled") == "Ничего не отправлено: книга осталась прежней."
    assert example.sheets["Журнал"].used_range.value == before
