"""`pairs-network`: which files are written, what is said, what is never written over."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import cli
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Mentee, Mentor, Pair, Setting

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 12, 1, 10, 5)
MENTORS = tuple(Mentor(code=f"М-{at}", full_name="Жукова Анна Павловна", capacity=1) for at in range(1, 61))
MENTEES = tuple(Mentee(code=f"Н-{at}", full_name="Арефьева Вера Ивановна") for at in range(1, 61))
PAIR = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", form="учитель–учитель", code="Н-1/М-1")


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Make a book of so many mentees, mentors and pairs."""
    monkeypatch.setattr(cli, "_now", lambda: NOW)

    def make(people: int = 2, pairs: tuple[Pair, ...] = (PAIR,)) -> Path:
        rows = {
            Mentee: MENTEES[:people],
            Mentor: MENTORS[:people],
            Pair: pairs,
            Setting: default_rows(school="Школа № 5"),
        }
        return create(tmp_path / "школа.xlsx", Content(rows, NOW))

    return make


def run(book: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = cli.main(["pairs-network", str(book), str(file)])
    said = capsys.readouterr()
    return code, (said.out + said.err).splitlines()


@pytest.mark.parametrize(("name", "beginning"), [("a.png", b"\x89PNG"), ("a.PDF", b"%PDF"), ("a.svg", b"<?xml")])
def test_a_picture_is_written_and_the_book_stays(school, tmp_path, capsys, name, beginning):
    book, file = school(), tmp_path / name
    before = book.read_bytes()
    assert run(book, file, capsys) == (
        cli.DONE,
        [f"Картинка записана: {file}", "С парой: 1 наставляемый, наставников у них: 1. Без пары: 1."],
    )
    assert file.read_bytes().startswith(beginning)
    assert book.read_bytes() == before


def test_a_large_school_is_written_as_numbered_pictures(school, tmp_path, capsys):
    pairs = tuple(PAIR.but(mentee_code=f"Н-{at}", mentor_code=f"М-{at}") for at in range(1, 61))
    code, said = run(school(60, pairs), tmp_path / "пары.svg", capsys)
    assert (code, said[:2]) == (
        cli.DONE,
        [f"Картинка записана: {tmp_path / name}" for name in ("пары 1.svg", "пары 2.svg")],
    )
    assert sorted(path.name for path in tmp_path.glob("*.svg")) == ["пары 1.svg", "пары 2.svg"]


def test_a_second_picture_takes_the_place_of_the_first(school, tmp_path, capsys):
    book, file = school(), tmp_path / "a.svg"
    run(book, file, capsys)
    first = file.read_bytes()
    assert run(book, file, capsys)[0] == cli.DONE
    assert file.read_bytes() == first


def test_a_file_of_another_kind_is_never_written_over(school, tmp_path, capsys):
    file = tmp_path / "план.png"
    file.write_bytes(b"notes")
    sentence = "Файл «план.png» уже есть, и это не картинка. Назовите другой и повторите."
    assert run(school(), file, capsys) == (cli.COULD_NOT, [sentence])
    assert file.read_bytes() == b"notes"


def test_a_name_that_is_no_picture_is_refused_before_anything_is_read(tmp_path, capsys):
    sentence = "«пары.xlsx» – не картинка. Дайте файлу имя с окончанием .pdf, .png или .svg и повторите."
    assert run(tmp_path / "нет.xlsx", tmp_path / "пары.xlsx", capsys) == (cli.COULD_NOT, [sentence])


def test_a_folder_that_is_not_there_is_told_in_one_sentence(school, tmp_path, capsys):
    file = tmp_path / "нет" / "пары.svg"
    code, (sentence,) = run(school(), file, capsys)
    assert code == cli.COULD_NOT
    assert sentence.startswith(f"Не получилось записать {file}: ")


def test_without_pairs_nothing_is_written(school, tmp_path, capsys):
    file = tmp_path / "пары.png"
    sentence = "Рисовать нечего: пар ещё нет. Выполните recalculate-pairs и повторите."
    assert run(school(pairs=()), file, capsys) == (cli.DONE, [sentence])
    assert not file.exists()
