"""`import-answers` on a book on the disk: dry run, what must be said, undo, and files that are no answers."""

import csv
import datetime as dt
import io
import json

import pytest

from mentoring_xl import cli
from mentoring_xl.actions.create import new_book
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.tables import Answer, Mentee, Question, SurveyColumn

NOW = dt.datetime(2026, 11, 20, 14, 5)
GLAD = "Рады ли вы участвовать в программе наставничества?"


@pytest.fixture
def book(tmp_path):
    content = new_book(NOW, roadmap_name="none", period="2026", school="")
    people = (
        Mentee(code="Н-01", full_name="Соколова Анна Петровна", group="обучающийся"),
        Mentee(code="Н-02", full_name="Зимин Олег Ильич", group="обучающийся"),
    )
    return create(tmp_path / "школа.xlsx", Content({**content.rows, Mentee: people}, NOW))


def asked(book, stage="после", role="наставляемый"):
    return [
        question.text
        for question in read(book, Question)
        if (question.stage, question.role, question.form, question.kind) == (stage, role, "ученик–ученик", "1–10")
    ]


def read(book, table):
    from mentoring_xl import session
    from mentoring_xl.books.closed import ClosedBook

    with ClosedBook.open(book) as opened:
        return session.read(opened, (table,))[table]


@pytest.fixture
def answers(book, tmp_path):
    texts = asked(book)
    return write(
        tmp_path / "ответы.csv",
        [
            ["Отметка времени", "ФИО", *texts],
            ["21.11.2026 14:05:12", "Соколова А. П.", *["=1+1"] * len(texts)],
            ["21.11.2026 15:05:12", "Зимин", *["10 – полностью"] * len(texts)],
        ],
    )


def write(path, rows):
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows(rows)
    path.write_bytes(file.getvalue().encode("cp1251"))
    return path


def run(*words):
    return cli.main(["import-answers", *map(str, words)])


def test_a_dry_run_shows_the_columns_and_leaves_the_book_to_the_byte(book, answers, capsys):
    before = book.read_bytes()
    assert run(book, answers, "--dry-run") == cli.DONE
    said = capsys.readouterr().out
    assert "Файл «ответы.csv». Опрос: после, наставляемый. Анкет: 2." in said
    assert "Столбец «ФИО» → ФИО." in said
    assert "→ ОО-НП-04, сходство 100 %." in said
    assert "Книга не записана." in said
    assert "Соколова" not in said
    assert book.read_bytes() == before


def test_a_dry_run_names_everybody_and_every_answer_in_doubt_by_the_row_of_the_file(book, tmp_path, capsys):
    marks = asked(book)
    eights = ["8"] * (len(marks) - 1)
    file = write(
        tmp_path / "ответы.csv",
        [
            ["Анкеты с бумаги"],
            ["ФИО", *marks],
            ["Зимин", "8", *eights],
            [],
            ["", "8", *eights],
            ["Соколова А. П.", "8", *eights],
            ["Соколова Анна", "так себе", *eights],
        ],
    )
    assert run(book, file, "--dry-run") == cli.DONE
    said = capsys.readouterr().out.splitlines()
    assert "Не узнано имя «Зимин». Подпись неполная. Строка файла: 3. Похоже на: Н-02 Зимин Олег Ильич." in said
    assert "Строка 5: нет подписи, анкета не загружается." in said
    assert "Строка 6: Н-01 отвечает ещё раз, считается строка 7." in said
    assert "Строка 7: ответ «так себе» не подходит к вопросу ОО-НП-04." in said
    run(book, file, "--dry-run", "--json")
    assert len(json.loads(capsys.readouterr().out)["doubts"]) == 4
    run(book, file)
    assert "Зимин" not in capsys.readouterr().out


def test_answers_are_written_once_as_text_and_undo_gives_the_book_back(book, answers, capsys):
    before = book.read_bytes()
    assert run(book, answers) == cli.DONE
    rows = read(book, Answer)
    assert {(row.person_code, row.answer) for row in rows} == {("Н-01", "=1+1")}
    assert "Не узнано имён: 1." in capsys.readouterr().out
    written = book.read_bytes()
    assert run(book, answers) == cli.DONE
    assert "Новых ответов в файле нет." in capsys.readouterr().out
    assert book.read_bytes() == written
    assert cli.main(["undo", str(book)]) == cli.DONE
    assert book.read_bytes() == before


def test_what_the_questions_do_not_tell_must_be_said(book, tmp_path, capsys):
    file, before = write(tmp_path / "рады.csv", [["ФИО", GLAD], ["Соколова А. П.", "Да"]]), book.read_bytes()
    assert run(book, file) == cli.COULD_NOT
    assert capsys.readouterr().err.strip() == (
        "По вопросам файла «рады.csv» не видно, чьи это анкеты. Повторите с --role mentee или mentor."
    )
    assert run(book, file, "--as", "swot") == cli.COULD_NOT
    assert "нет вопросов с листа «Опросники»" in capsys.readouterr().err
    assert book.read_bytes() == before
    assert run(book, file, "--as", "before", "--role", "mentee") == cli.DONE
    assert [(row.person_code, row.question_code, row.answer) for row in read(book, Answer)] == [
        ("Н-01", "ОО-НД-13", "да")
    ]
    assert [row.stage for row in read(book, SurveyColumn)] == ["до", "до"]


def test_json_has_the_columns_as_they_were_understood(book, answers, capsys):
    assert run(book, answers, "--dry-run", "--json") == cli.DONE
    understood = json.loads(capsys.readouterr().out)["understood"]
    assert (understood["stage"], understood["role"], understood["forms"]) == ("после", "наставляемый", 2)
    assert understood["columns"][1] == {"title": "ФИО", "question": None, "service": "ФИО", "likeness": 0}


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("нет.csv", None, "Файла «нет.csv» нет."),
        ("обрыв.xlsx", b"PK\x03\x04", "повреждён, и прочитать его нельзя."),
        ("пустой.json", b"", "пуст. Выгрузите ответы из формы ещё раз"),
        ("чужой.csv", "ФИО;Любимый цвет?\nЗимин;синий\n".encode(), "нет вопросов с листа «Опросники»."),
    ],
)
def test_a_file_that_is_no_answers_leaves_the_book_to_the_byte(book, capsys, name, data, sentence):
    folder, before = book.parent, book.read_bytes()
    if data is not None:
        (folder / name).write_bytes(data)
    assert run(book, folder / name) == cli.COULD_NOT
    assert sentence in capsys.readouterr().err
    assert book.read_bytes() == before
