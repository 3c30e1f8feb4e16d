"""The commands on closed files: exit codes, what is printed, what is written."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentoring_xl import cli, session, terminal
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.books.new import create
from mentoring_xl.core.grid import typed
from mentoring_xl.schema.buttons import BUTTONS, button
from mentoring_xl.schema.tables import Setting, Step

TODAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create(tmp_path_factory.mktemp("example") / "школа.xlsx", example_book(TODAY))


@pytest.fixture
def book(example: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "моя школа.xlsx"
    copy.write_bytes(example.read_bytes())
    return copy


WRITING = tuple(button for button in BUTTONS if button.name not in {"settle_conflicts", "status"})
"""In a new book nothing is in conflict, and the state of the programme stands there already."""


@pytest.mark.parametrize("button", WRITING, ids=lambda button: button.name)
def test_each_button_writes_the_book_once_and_the_second_press_leaves_it(
    button: object, book: Path, capsys: pytest.CaptureFixture[str]
):
    command = [button.command, str(book)]  # type: ignore[attr-defined]
    first = cli.main(command)
    written, said = book.read_bytes(), capsys.readouterr().out
    assert first == (cli.DONE if command[0] in {"plan-calendar", "pairs-map", "survey-results"} else cli.FOUND)
    assert "Записано: " in said
    assert cli.main(command) == first
    assert book.read_bytes() == written
    assert "В книге всё уже так: менять нечего." in capsys.readouterr().out


def test_a_dry_run_leaves_the_file_to_the_byte_and_says_what_would_change(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    before = book.read_bytes()
    assert cli.main(["recalculate-pairs", str(book), "--dry-run"]) == cli.FOUND
    assert book.read_bytes() == before
    assert "Книга не записана." in capsys.readouterr().out


def test_findings_are_printed_as_address_code_what_and_what_to_do(book: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["check-deadlines", str(book)]) == cli.FOUND
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "Дорожная карта!D64  R201  срок «26.11-18.11.2026» кончается раньше, чем начинается → "
        "Поменяйте даты местами или исправьте год."
    )


def test_json_is_for_programs(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["button"] == "check_deadlines"
    assert told["saved"] is True
    assert told["findings"][0]["sheet"] == "Дорожная карта"
    assert told["findings"][0]["column"] == "D"
    assert told["findings"][0]["severity"] == "error"


def test_json_of_a_dry_run_says_that_nothing_was_saved(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book), "--json", "--dry-run"])
    told = json.loads(capsys.readouterr().out)
    assert (told["dry_run"], told["saved"]) == (True, False)


def test_json_about_a_copy_is_nothing_but_json(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book), "--json", "--copy"])
    assert json.loads(capsys.readouterr().out)["saved"] is True


def test_the_summary_and_the_count_of_findings_are_printed_and_then_what_was_written(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    cli.main(["recalculate-pairs", str(book)])
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines if " → " not in line] == [
        "Предложено",
        "Без пары",
        "Лучше этого набора нет – проверено; подробно на листе «Итоги подбора».",
        "Обсудите предложенные пары и поставьте «согласована» или «Запрет».",
        "Найдено",
        "Записано",
    ]


def test_a_press_that_is_stopped_is_one_sentence_and_exit_2(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mentoring_xl.session.press", stopped)
    assert cli.main(["check", str(book)]) == cli.COULD_NOT
    assert capsys.readouterr().err == "Остановлено. Книга осталась прежней.\n"


def test_a_terminal_sees_progress_that_is_wiped_and_json_goes_without(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    cli.main(["check-deadlines", str(book), "--dry-run"])
    said = capsys.readouterr().err
    assert "\r\x1b[KЧтение книги …" in said
    assert said.endswith("\r\x1b[K")
    cli.main(["check-deadlines", str(book), "--dry-run", "--json"])
    assert capsys.readouterr().err == ""


def test_a_terminal_shows_square_brackets_as_they_are_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    book = MemoryBook({Step: (Step(code="1", title="Встреча", deadline="[red]скоро[/red]"),)})
    report = session.press(button("check_deadlines"), book, dt.datetime(2026, 11, 20, 14, 5))
    terminal.show(report, as_json=False, dry_run=False)
    assert "[red]скоро[/red]" in capsys.readouterr().out


@pytest.mark.parametrize("roadmap", ["gymnasium6", "bemyzh", "none"])
def test_a_new_book_is_made_and_can_be_checked(roadmap: str, tmp_path: Path):
    path = tmp_path / "новая.xlsx"
    arguments = ["new", str(path), "--roadmap", roadmap, "--year", "2026", "--school", "МБОУ «Заводская школа»"]
    assert cli.main(arguments) == cli.DONE
    with ClosedBook.open(path) as book:
        told = {row.code: row.value for row in typed(Setting, book.grid(Setting)).rows}
    assert (told["school"], told["period"]) == ("МБОУ «Заводская школа»", "2026")
    # of the director, who is not named yet, and of a plan that has rows
    assert cli.main(["check", str(path)]) == (cli.DONE if roadmap == "none" else cli.FOUND)


def test_an_existing_file_is_never_overwritten(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    assert cli.main(["new", str(book)]) == cli.COULD_NOT
    assert book.read_bytes() == before
    assert "уже есть" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check"], "Не хватает: КНИГА."),
        (
            ["почини", "школа.xlsx"],
            "«почини» здесь не подходит (КОМАНДА). Выберите: new, import-roadmap, import-answers,",
        ),
        (["check", "нет такой.xlsx"], "Файл «нет такой.xlsx» не найден. Проверьте имя и папку."),
        (
            ["new", "a.xlsx", "--roadmap", "моя"],
            "«моя» здесь не подходит (--roadmap). Выберите: gymnasium6, bemyzh, none.",
        ),
        (["new", "."], ". – папка. Допишите имя новой книги, например школа.xlsx."),
        (["new", "a.xlsx", "--year", "вчера"], "Год плана «вчера» не прочитан. Запишите его как 2026 или 2026/2027."),
        (["check", "."], "«.» – это папка. Укажите файл книги .xlsx."),
        (["check", "нет/такой.xlsx"], "Файл «такой.xlsx» не найден. Проверьте имя и папку."),
        (["new", "a.xlsx", "--roadmap", "bemyzh", "--year", "вчера"], "Год плана «вчера» не прочитан."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_2(
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    try:
        code = cli.main(arguments)
    except SystemExit as stop:
        code = stop.code
    said = capsys.readouterr().err
    assert code == cli.COULD_NOT
    assert sentence in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_new_book_in_a_folder_that_cannot_be_made_is_told_in_russian(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    (tmp_path / "папка").write_text("", encoding="utf-8")
    assert cli.main(["new", str(tmp_path / "папка" / "школа.xlsx")]) == cli.COULD_NOT
    assert capsys.readouterr().err == (
        f"Книга {tmp_path / 'папка' / 'школа.xlsx'} не создана. Такое имя уже занято. Выберите другое и повторите.\n"
    )


def test_a_book_named_without_its_ending_is_pointed_out(book: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["check", str(book.with_suffix(""))]) == cli.COULD_NOT
    said = capsys.readouterr().err
    assert said == "Файл «моя школа» не найден, но рядом лежит «моя школа.xlsx». Укажите это имя.\n"


def test_the_state_of_the_programme_counts_findings_and_does_not_call_a_faulty_book_clean(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    assert cli.main(["check", str(book)]) == cli.FOUND
    assert "Найдено: 8 ошибок, " in capsys.readouterr().out
    assert cli.main(["status", str(book)]) == cli.DONE
    said = capsys.readouterr().out
    assert "Замечания: ошибок: 8, " in said
    assert "Замечаний нет." not in said


def test_a_single_check_after_the_check_of_everything_finds_nothing_to_write(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    cli.main(["check", str(book)])
    capsys.readouterr()
    cli.main(["check-deadlines", str(book)])
    assert "В книге всё уже так: менять нечего." in capsys.readouterr().out


def test_a_fault_of_ours_is_one_sentence_and_a_log_without_names(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    a_name = " ".join(("Синицкая", "Татьяна"))

    def broken(*_: object, **__: object) -> None:
        raise KeyError(a_name)

    monkeypatch.setattr("mentoring_xl.session.press", broken)
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    before = book.read_bytes()
    assert cli.main(["check", str(book)]) == cli.COULD_NOT
    log = (tmp_path / "log" / "errors.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert a_name not in log + capsys.readouterr().err
    assert book.read_bytes() == before


def test_help_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['mentoring-xl', '--help']\n"
        "from mentoring_xl import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'xlwings', 'wolfxl', 'openpyxl', 'xlsxwriter', 'rich', 'pymorphy3'}\n"
        "print('loaded:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded: []\n")


def test_a_pipe_gets_no_colours_and_no_progress(book: Path):
    done = subprocess.run(
        [sys.executable, "-m", "mentoring_xl", "check-people", str(book)], capture_output=True, text=True, check=False
    )
    assert done.returncode == cli.FOUND
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""


def test_a_reader_that_leaves_early_gets_no_complaint(book: Path):
    command = [sys.executable, "-m", "mentoring_xl", "check", str(book), "--dry-run"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""


def test_survey_results_of_a_book_without_answers_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["new", str(tmp_path / "новая.xlsx")]) == cli.DONE
    capsys.readouterr()
    assert cli.main(["survey-results", str(tmp_path / "новая.xlsx")]) == cli.DONE
    assert capsys.readouterr().out == (
        "Ответов в книге нет. Нажмите «Загрузить ответы» или внесите их на лист «Анкеты» и повторите.\n"
        "Замечаний нет.\n"
        "В книге всё уже так: менять нечего.\n"
    )


def test_a_book_that_is_open_elsewhere_is_refused_with_a_copy_offered_and_made(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    book.with_name(f".~lock.{book.name}#").write_text(",Анна Завуч,pc1,20.11.2026 14:00,file:///home/anna;", "utf-8")
    before = book.read_bytes()
    assert cli.main(["check-deadlines", str(book)]) == cli.COULD_NOT
    assert "добавьте к команде --copy" in capsys.readouterr().err
    assert cli.main(["check-deadlines", str(book), "--copy"]) == cli.FOUND
    assert "всё сделано в копии «моя школа (копия " in capsys.readouterr().out
    assert book.read_bytes() == before
    (copy,) = book.parent.glob("моя школа (копия *.xlsx")
    assert copy.read_bytes() != before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_what_is_no_file_is_refused_before_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    os.mkfifo(tmp_path / "труба.xlsx")
    for arguments in (["check", str(tmp_path / "труба.xlsx")], ["check", str(tmp_path / "труба.xlsx"), "--copy"]):
        assert cli.main(arguments) == cli.COULD_NOT
        assert capsys.readouterr().err == "«труба.xlsx» – не обычный файл. Укажите файл книги .xlsx.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["труба.xlsx"]


def test_a_program_without_streams_does_its_work(book: Path, monkeypatch: pytest.MonkeyPatch):
    before = book.read_bytes()
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert cli.main(["check-deadlines", str(book)]) == cli.FOUND
    assert book.read_bytes() != before


def test_an_answer_that_cannot_be_printed_does_not_hide_that_the_book_is_written(book: Path):
    before = book.read_bytes()
    command = [sys.executable, "-m", "mentoring_xl", "check-deadlines", str(book)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert book.read_bytes() != before
    assert done.stderr.startswith("Команда выполнена, но вывести её ответ не удалось.")
    assert done.returncode == cli.COULD_NOT


def test_a_fault_after_saving_says_that_the_book_is_written(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mentoring_xl.terminal.show", interrupted)
    assert cli.main(["check-deadlines", str(book)]) == cli.COULD_NOT
    assert capsys.readouterr().err == "Остановлено. Книга уже записана.\n"
    assert cli.main(["check-deadlines", str(book)]) == cli.COULD_NOT
    assert capsys.readouterr().err == "Остановлено. Книга осталась прежней.\n"
