"""«Загрузить ответы» in an open suite that answers for the person."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import quiet
from mentoring_xl.dialogs import import_answers
from mentoring_xl.schema.tables import Answer, Mentee, Mentor, Notice, Question
from tests.surveys.importing.school import AFTER, BEFORE, INTERIM, MENTEE, NOW, QUESTIONS, book, csv_of, question

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring_xl.books.memory import MemoryBook

ANNA = Mentee(code="Н-1", full_name="Соколова Анна Петровна")
VERA = Mentor(code="М-1", full_name="Соколова Анна Петровна")
COMFORT, MEETINGS = QUESTIONS[0].text, QUESTIONS[1].text
EXPECTED = "Чего вы ожидаете от программы?"
LEFT = "Ничего не загружено: книга осталась прежней."


class App:
    """A suite. answer: the button of a question; typed: what is typed into one, False for «Отмена»."""

    engine = SimpleNamespace(name="excel")

    def __init__(self, answer: str = "cancel", typed: str | bool = False) -> None:
        self.answer, self.typed = answer, typed
        self.api = SimpleNamespace(InputBox=self._typed)
        self.asked: list[str] = []

    def _typed(self, prompt: str, title: str, **named: Any) -> str | bool:
        self.asked.append(prompt)
        return self.typed

    def alert(self, prompt: str, **named: Any) -> str:
        self.asked.append(prompt)
        return self.answer


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the person picks, none while it is not there."""
    path = tmp_path / "ответы.csv"
    monkeypatch.setattr(import_answers, "choose_file", lambda *asked: path if path.exists() else None)
    return path


def pressed(app: App, made: MemoryBook) -> str:
    return import_answers.run(app, made, NOW, quiet)  # type: ignore[arg-type]


def codes(made: MemoryBook) -> list[tuple[str, str]]:
    return [(row.person_code, row.question_code) for row in made.rows[Answer] if isinstance(row, Answer)]


def test_a_file_whose_questions_tell_everything_is_loaded_without_a_question(file: Path):
    file.write_bytes(csv_of([["ФИО", COMFORT, MEETINGS], ["Соколова А. П.", "5", "6"]]))
    app, made = App(), book(ANNA)
    said = pressed(app, made)
    assert said.startswith("Загрузить ответы\n\nОпрос: после, наставляемый. Прочитано: 1 анкета, 2 вопроса.\n")
    assert app.asked == []
    assert codes(made) == [("Н-1", "П-01"), ("Н-1", "П-02")]


def test_no_file_chosen_leaves_the_book_as_it_is(file: Path):
    made = book(ANNA)
    assert pressed(App(), made) == LEFT
    assert made.saves == 0


@pytest.mark.parametrize(("answer", "loaded"), [("yes", [("Н-1", "Д-06")]), ("no", [("М-1", "ДМ-06")]), ("cancel", [])])
def test_whose_the_answers_are_is_asked_by_two_buttons(file: Path, answer: str, loaded: list[tuple[str, str]]):
    file.write_bytes(csv_of([["ФИО", EXPECTED], ["Соколова А. П.", "советов"]]))
    app, made = App(answer), book(ANNA, mentors=(VERA,))
    said = pressed(app, made)
    assert app.asked == [
        "По вопросам не видно, чьи это анкеты. Кто отвечал?\n\n"
        "Да – наставляемый, Нет – наставник, Отмена – не загружать."
    ]
    assert codes(made) == loaded
    assert (said == LEFT) is (not loaded)


@pytest.mark.parametrize(("typed", "loaded"), [(" 2 ", [("Н-1", "Т-2")]), ("7", []), (False, [])])
def test_which_of_three_questionnaires_it_is_is_asked_by_number(
    file: Path, typed: str | bool, loaded: list[tuple[str, str]]
):
    triplets = tuple(
        question(f"Т-{number}", "Рады ли вы участвовать?", "да/нет", stage=stage)
        for number, stage in enumerate((BEFORE, AFTER, INTERIM), 1)
    )
    file.write_bytes(csv_of([["ФИО", "Рады ли вы участвовать?"], ["Соколова А. П.", "да"]]))
    app, made = App(typed=typed), book(ANNA, questions=triplets)
    said = pressed(app, made)
    assert app.asked == [
        "Вопросы файла подходят к разным опросам. Какой это опрос? Впишите номер: 1 – до, 2 – после, 3 – промежуточный."
    ]
    assert codes(made) == loaded
    assert (said == LEFT) is (not loaded)
    assert {row.role for row in made.rows[Question]} == {MENTEE}


def test_a_file_that_is_no_answers_is_told_and_nothing_is_written(file: Path):
    file.write_bytes(b"PK\x03\x04")
    made = book(ANNA)
    with pytest.raises(BookError, match="повреждён, и прочитать его нельзя"):
        pressed(App(), made)
    assert (made.saves, made.rows.get(Notice, [])) == (0, [])
