"""The command `import-roadmap` on a book on the disk: dry run, choice, undo, and a file that is no plan."""

import datetime as dt
import json

import pytest

from mentoring_xl import cli
from mentoring_xl.actions.create import new_book
from mentoring_xl.books.new import create
from tests.roadmap.importing import files

NOW = dt.datetime(2026, 11, 20, 14, 5)


@pytest.fixture
def book(tmp_path):
    return create(tmp_path / "школа.xlsx", new_book(NOW, roadmap_name="none", period="2023", school=""))


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "карта.docx"
    path.write_bytes(files.docx("bemyzh"))
    return path


def run(*words):
    return cli.main(["import-roadmap", *map(str, words)])


def test_a_dry_run_says_what_was_understood_and_leaves_the_book_to_the_byte(book, plan, capsys):
    before = book.read_bytes()
    assert run(book, plan, "--dry-run") == cli.DONE
    said = capsys.readouterr().out
    assert "Столбец «Срок реализации» → «Срок реализации»." in said
    assert "Прочитано: 4 раздела, 15 мероприятий, 4 подраздела, 34 пункта." in said
    assert "Год плана: 2023." in said
    assert "Книга не записана." in said
    assert book.read_bytes() == before


def test_the_plan_is_written_once_and_undo_gives_the_book_back(book, plan, capsys):
    before = book.read_bytes()
    assert run(book, plan) == cli.DONE
    written = book.read_bytes()
    assert run(book, plan) == cli.DONE
    assert book.read_bytes() == written
    assert "Этот план уже в книге." in capsys.readouterr().out
    assert cli.main(["undo", str(book)]) == cli.DONE
    assert book.read_bytes() == before


def test_another_plan_needs_a_choice_and_undo_gives_the_first_one_back(book, plan, tmp_path, capsys):
    assert run(book, plan) == cli.DONE
    other, written = tmp_path / "другой.txt", book.read_bytes()
    other.write_bytes((files.SEEDS / "gymnasium6.txt").read_bytes())
    assert run(book, other) == cli.COULD_NOT
    assert "Повторите с --replace, чтобы заменить его, или с --add" in capsys.readouterr().err
    assert book.read_bytes() == written
    assert run(book, other, "--replace") == cli.DONE
    assert cli.main(["undo", str(book)]) == cli.DONE
    assert book.read_bytes() == written


def test_json_has_all_rows_that_were_understood(book, plan, capsys):
    assert run(book, plan, "--dry-run", "--json") == cli.DONE
    understood = json.loads(capsys.readouterr().out)["understood"]
    assert (understood["period"], len(understood["rows"])) == ("2023", 53)
    assert understood["columns"][2] == {"title": "Срок реализации", "field": "deadline"}


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("нет.docx", None, "Файла «нет.docx» нет."),
        ("обрыв.docx", b"PK\x03\x04", "повреждён, и прочитать его нельзя."),
        ("список.csv", "ФИО;Класс\nИванов;5А\n".encode(), "нет столбца с мероприятиями."),
    ],
)
def test_a_file_that_is_no_plan_leaves_the_book_to_the_byte(book, capsys, name, data, sentence):
    folder, before = book.parent, book.read_bytes()
    if data:
        (folder / name).write_bytes(data)
    assert run(book, folder / name) == cli.COULD_NOT
    assert sentence in capsys.readouterr().err
    assert book.read_bytes() == before
