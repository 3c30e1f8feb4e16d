"""«Отправить директору» in an open suite that answers for the person, with a mail program that only remembers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mentoring_xl import mailing
from mentoring_xl.books import sent
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import quiet
from mentoring_xl.dialogs import send_to_director
from mentoring_xl.exchange.delivery import Outlook
from mentoring_xl.exchange.encryption import is_encrypted
from mentoring_xl.schema.tables import TABLES, Entry
from tests.exchange.test_delivery import Application
from tests.mailing.school import DIRECTOR, NOW, rows

if TYPE_CHECKING:
    from pathlib import Path


class App:
    """A suite. password: what the person types each time, False for «Отмена». answer: the last question's button."""

    engine = SimpleNamespace(name="excel")

    def __init__(self, *passwords: str | bool, answer: str = "ok") -> None:
        self.api = SimpleNamespace(InputBox=self._typed)
        self.passwords, self.answer = iter(passwords or ("",)), answer
        self.asked: list[str] = []

    def _typed(self, prompt: str, title: str, **named: Any) -> str | bool:
        self.asked.append(prompt)
        return next(self.passwords)

    def alert(self, prompt: str, **named: Any) -> str:
        self.asked.append(prompt)
        return self.answer


class Live(MemoryBook):
    """An open book that lies in a folder, or nowhere yet."""

    def __init__(self, file: Path | None) -> None:
        super().__init__({**dict.fromkeys(TABLES, ()), **rows()})
        self.file = file


@pytest.fixture
def outlook() -> Application:
    return Application()


def pressed(app: App, book: Live, outlook: Application) -> str:
    means = mailing.Means(lambda user: None, outlook=lambda: Outlook(outlook))
    return send_to_director.send(app, book, NOW, quiet, means)  # type: ignore[arg-type]


def test_what_would_go_is_shown_then_the_letter_is_made(tmp_path: Path, outlook: Application):
    app, book = App(), Live(tmp_path / "школа.xlsx")
    said = pressed(app, book, outlook)
    password, question = app.asked
    assert "Оставьте строку пустой, если пароль не нужен" in password
    assert "Знаки будут видны" in password
    assert f"Кому: {DIRECTOR}. Тема: Программа наставничества на 20.11.2026." in question
    assert "Не входят листы: Анкеты," in question
    assert question.endswith("Подготовить письмо?")
    assert outlook.item.To == DIRECTOR
    assert "Письмо открыто в Outlook" in said
    assert book.rows[Entry][-1].button == "Отправить директору"
    assert len(sent.all_ids(tmp_path / "школа.xlsx")) == 1


def test_a_typed_password_closes_the_file(tmp_path: Path, outlook: Application):
    app = App("Ёлка 2026", "Елка 2026", "Ёлка 2026", "Ёлка 2026")
    pressed(app, Live(tmp_path / "школа.xlsx"), outlook)
    assert app.asked[1].startswith("Введите тот же пароль ещё раз.")
    assert app.asked[2].startswith("Пароли не совпали, введите снова.")
    assert "МБ, с паролем" in app.asked[4]
    ((_, attachment),) = outlook.attached
    assert is_encrypted(attachment)


@pytest.mark.parametrize(("app", "questions"), [(App(False), 1), (App("тайна", False), 2), (App(answer="cancel"), 2)])
def test_who_thinks_better_of_it_sends_nothing(tmp_path: Path, outlook: Application, app: App, questions: int):
    book = Live(tmp_path / "школа.xlsx")
    assert pressed(app, book, outlook) == "Ничего не отправлено: книга осталась прежней."
    assert len(app.asked) == questions
    assert (outlook.attached, book.saves, sent.all_ids(tmp_path / "школа.xlsx")) == ([], 0, ())


def test_a_book_that_was_never_saved_is_told(outlook: Application):
    with pytest.raises(BookError, match="ещё не сохранена на диск"):
        pressed(App(), Live(None), outlook)
