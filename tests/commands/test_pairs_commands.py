"""`explain-pair`, `what-if`, `pairs-map` and `recalculate-pairs --stable` on the closed book of the example school."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mentoring_xl import cli
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.new import create

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 20, 14, 5)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create(tmp_path_factory.mktemp("made") / "школа.xlsx", example_book(NOW.date()))


@pytest.fixture
def book(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    copy = tmp_path / "школа.xlsx"
    copy.write_bytes(made.read_bytes())
    return copy


def said(command: list[str], capsys: pytest.CaptureFixture[str], code: int = cli.DONE) -> str:
    assert cli.main(command) == code
    captured = capsys.readouterr()
    return (captured.err if code == cli.COULD_NOT else captured.out).replace("\u00a0", " ")


def test_a_pair_is_explained_and_the_book_stays_to_the_byte(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    told = said(["explain-pair", str(book), "Н-01", "М-01"], capsys)
    assert told.startswith("Н-01 Синицкая Т. О. – М-01 Малинкин С. К.: ")
    assert "Пара закреплена приказом № 27-ОД" in told
    assert book.read_bytes() == before
    assert [path.name for path in book.parent.iterdir()] == [book.name]


def test_a_mentee_without_a_pair_learns_what_would_give_him_one(book: Path, capsys: pytest.CaptureFixture[str]):
    lines = said(["explain-pair", str(book), "Н-07"], capsys).splitlines()
    assert lines[:3] == ["Н-07 Тропинин Ю. П. – без пары.", "Почему:", "нет согласия на обработку персональных данных"]
    assert lines[3:5] == ["Что изменить:", "Оформите согласие наставляемого на обработку персональных данных."]


def test_an_explanation_is_data_for_programs(book: Path, capsys: pytest.CaptureFixture[str]):
    told = json.loads(said(["explain-pair", str(book), "Н-01", "М-01", "--json"], capsys))
    assert [(one["mentee"], one["mentor"], one["standpoint"]) for one in told["pairs"]] == [("Н-01", "М-01", "held")]


def test_nobody_of_that_code_is_one_sentence_and_exit_2(book: Path, capsys: pytest.CaptureFixture[str]):
    assert said(["explain-pair", str(book), "Н-777"], capsys, cli.COULD_NOT) == (
        "«Н-777» нет ни в банке наставляемых, ни в банке наставников. Укажите код или полное имя и повторите.\n"
    )


def test_a_what_if_says_who_would_change_and_writes_nothing(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    command = ["what-if", str(book), "--lock", "Н-16=М-07", "--place", "М-20=+1"]
    lines = said(command, capsys).splitlines()
    assert lines[0] == "Если закрепить Н-16/М-07, дать М-20 1 место:"
    assert any(line.startswith("Н-16 ") and "→ М-07 " in line for line in lines)
    assert any(" → М-20 " in line for line in lines)
    assert lines[-2:] == ["Оба набора лучшие из возможных: проверено.", "Книга не изменена."]
    assert book.read_bytes() == before
    assert [path.name for path in book.parent.iterdir()] == [book.name]


def test_a_what_if_is_data_for_programs(book: Path, capsys: pytest.CaptureFixture[str]):
    told = json.loads(said(["what-if", str(book), "--place", "М-20=+1", "--json"], capsys))
    assert told["supposed"] == ["дать М-20 1 место"]
    assert told["after"]["people"] == told["before"]["people"] + 1
    assert [move["code"] for move in told["moves"] if not move["before"]] != []
    assert (told["proved"], told["after_by_old_weights"], told["findings"]) == (True, None, [])


def test_a_finding_that_would_come_up_is_told_by_exit_1(book: Path, capsys: pytest.CaptureFixture[str]):
    told = said(["what-if", str(book), "--forbid", "Н-01=М-01"], capsys, cli.FOUND)
    assert "Появится замечание: пара Н-01/М-01 остаётся, но запрещена" in told


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--lock", "Н-10"], "--lock: «Н-10» не подходит: напишите две части через «=», например Н-01=М-02."),
        (
            ["--weight", "request="],
            "--weight: «request=» не подходит: напишите две части через «=», например request=Высокий.",
        ),
        (
            ["--lock", "Н-1=М-2", "--forbid", "Н-01=М-02"],
            "Пару Н-01/М-02 нельзя сразу и закрепить, и запретить. Оставьте одно из двух и повторите.",
        ),
        (["--weight", "request=-5"], "«-5» не подходит для правила «Запрос и компетенции»."),
        (["--place", "М-04=много"], "«много» – не число мест."),
        (["--lock", "Н-777=М-01"], "Наставляемого «Н-777» на листе «Банк наставляемых» нет."),
    ],
)
def test_what_cannot_be_supposed_is_one_sentence_and_exit_2(
    options: list[str], sentence: str, book: Path, capsys: pytest.CaptureFixture[str]
):
    try:
        code = cli.main(["what-if", str(book), *options])
    except SystemExit as stopped:
        code = stopped.code  # type: ignore[assignment]
    assert code == cli.COULD_NOT
    assert capsys.readouterr().err.startswith(sentence)


def test_the_map_is_drawn_beside_the_results_and_a_second_time_there_is_nothing_to_change(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    told = said(["pairs-map", str(book)], capsys)
    assert told.startswith("Листы «Карта подбора» и «Итоги подбора» готовы: наставляемых 59, наставников 25.")
    assert "Предложенных пар ещё нет: нажмите «Пересчитать пары»" in told
    said(["recalculate-pairs", str(book)], capsys, cli.FOUND)
    assert "«Пересчитать пары»" not in said(["pairs-map", str(book)], capsys)
    assert "менять нечего" in said(["pairs-map", str(book)], capsys)
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames[-2:] == ["Карта подбора", "Итоги подбора"]
    assert opened["Итоги подбора"]["A1"].value.startswith("Итоги подбора")


def test_stable_pairs_are_asked_for_by_an_option(book: Path, capsys: pytest.CaptureFixture[str]):
    told = said(["recalculate-pairs", str(book), "--stable"], capsys, cli.FOUND)
    assert "Пары устойчивы; по сравнению с лучшим набором " in told
    again = said(["recalculate-pairs", str(book), "--stable"], capsys, cli.FOUND)
    assert "менять нечего" in again
