"""«Принять ответ» in the open suite: the file, its password, what would be taken, and the answer to that."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.create import new_book
from mentoring_xl.books import sent
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content, Cover
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.core.outcome import quiet
from mentoring_xl.dialogs import accept_reply
from mentoring_xl.exchange.encryption import encrypted
from mentoring_xl.schema.tables import Conflict, Mentee

NOW = dt.datetime(2026, 11, 20, 14, 5)
COPY_ID = "20261106-100000-0a1b2c"
ANNA = Mentee(code="Н-01", full_name="Серова Анна", request="математика", group="обучающийся")


class OpenBook(ClosedBook):
    """A closed book that says where it lies, as an open one does."""

    @property
    def file(self):
        return self._path


class App:
    """A suite whose person answers `answer` to every question."""

    def __init__(self, answer="yes"):
        self.answer, self.asked = answer, []

    def alert(self, prompt, title, buttons, mode):
        self.asked.append(prompt)
        return self.answer


@pytest.fixture(scope="module")
def content():
    made = new_book(NOW, roadmap_name="none", period="2026", school="Школа № 1")
    return Content({**made.rows, Mentee: (ANNA,)}, NOW)


@pytest.fixture
def book(content, tmp_path):
    path = create(tmp_path / "школа.xlsx", content)
    copy = create(tmp_path / "копия.xlsx", Content(content.rows, NOW, cover=Cover(COPY_ID)))
    sent.keep(path, COPY_ID, copy.read_bytes())
    return path


@pytest.fixture
def reply(content, tmp_path):
    rows = {**content.rows, Mentee: (ANNA.but(results="Готова"),)}
    return create(tmp_path / "ответ.xlsx", Content(rows, NOW, cover=Cover(COPY_ID)))


@pytest.fixture
def choose(monkeypatch):
    """Which file the person chooses, and which password is typed."""

    def chosen(path, password=None):
        monkeypatch.setattr(accept_reply, "choose_file", lambda *question: path)
        monkeypatch.setattr(accept_reply, "ask_text", lambda *question, secret: password)

    return chosen


def run(app, path):
    with OpenBook.open(path) as book:
        return accept_reply.run(app, book, NOW, quiet)


def results(path):
    with ClosedBook.open(path) as book:
        return [row.results for row in typed(Mentee, book.grid(Mentee)).rows], book.grid(Conflict).values


def test_the_person_sees_what_would_be_taken_and_it_comes_in(book, reply, choose):
    choose(reply)
    app = App()
    said = run(app, book)
    assert app.asked[0].splitlines()[:3] == [
        "Банк наставляемых!K5  Н-01  Результаты: «Готова»",
        "",
        "Взять это в книгу?",
    ]
    assert said.splitlines()[2] == "Взято из файла: 1 ячейка."
    assert results(book)[0] == ["Готова"]


def test_whoever_says_no_or_chooses_no_file_keeps_the_book_as_it_is(book, reply, choose):
    before = book.read_bytes()
    choose(reply)
    assert run(App("no"), book) == "Из файла ничего не взято: книга осталась прежней."
    choose(None)
    assert run(App(), book) == "Из файла ничего не взято: книга осталась прежней."
    assert book.read_bytes() == before


def test_a_password_is_asked_for(book, reply, choose):
    reply.write_bytes(encrypted(reply.read_bytes(), "тайна-7"))
    choose(reply, "тайна-7")
    assert "Взято из файла: 1 ячейка." in run(App(), book)
    choose(reply, None)
    with pytest.raises(BookError, match=r"Файл «ответ\.xlsx» закрыт паролем\."):
        run(App(), book)


def test_a_file_without_news_is_told_without_a_question(book, tmp_path, choose):
    choose(tmp_path / "копия.xlsx")
    app = App()
    assert "Нового в файле нет." in run(app, book)
    assert app.asked == []
