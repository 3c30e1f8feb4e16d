"""Taking back presses: what is said, what is kept for it, and when there is nothing to take back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import cli, session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.books.new import create
from mentoring_xl.schema.buttons import BUTTONS, button
from mentoring_xl.schema.tables import Setting, Step
from mentoring_xl.undo import Undone, undo

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 20, 14, 5)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    return create(tmp_path / "школа.xlsx", example_book(NOW.date()))


def snapshots(book: Path) -> list[Path]:
    folder = book.parent / ".mentoring" / "undo"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_the_command_says_what_it_took_back_and_uses_the_snapshot_up(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book)])
    assert len(snapshots(book)) == 1
    capsys.readouterr()
    assert cli.main(["undo", str(book)]) == 0
    assert capsys.readouterr().out == (
        "Отменено: «Проверить сроки» от 20.11.2026 14:05.\n"
        "Возвращено: «Дорожная карта» – 134 ячейки; «Замечания» – 54 ячейки.\n"
    )
    assert snapshots(book) == []
    assert cli.main(["undo", str(book)]) == 0
    assert capsys.readouterr().out == (
        "Отменять нечего: записанное кнопками уже отменено или сделано больше 14 дней назад.\n"
    )


def test_a_dry_undo_leaves_book_and_snapshot_as_they_are(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book)])
    pressed, kept = book.read_bytes(), [path.read_bytes() for path in snapshots(book)]
    capsys.readouterr()
    assert cli.main(["undo", str(book), "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        "Отменилось бы: «Проверить сроки» от 20.11.2026 14:05.\n"
        "Вернулось бы: «Дорожная карта» – 134 ячейки; «Замечания» – 54 ячейки.\n"
        "Книга не записана.\n"
    )
    assert book.read_bytes() == pressed
    assert [path.read_bytes() for path in snapshots(book)] == kept


def test_a_dry_press_and_a_press_without_change_keep_no_snapshot(book: Path):
    cli.main(["check-deadlines", str(book), "--dry-run"])
    assert snapshots(book) == []
    cli.main(["check-deadlines", str(book)])
    cli.main(["check-deadlines", str(book)])
    assert len(snapshots(book)) == 1


def test_a_book_that_already_shows_the_earlier_state_has_nothing_to_take_back(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    """As when it was pressed in a spreadsheet and closed without saving."""
    before = book.read_bytes()
    cli.main(["check-deadlines", str(book)])
    book.write_bytes(before)
    capsys.readouterr()
    assert cli.main(["undo", str(book)]) == 0
    assert capsys.readouterr().out == (
        "Отменять нечего: того, что записала кнопка «Проверить сроки» 20.11.2026 14:05, в книге уже нет.\n"
    )
    assert book.read_bytes() == before
    assert snapshots(book) == []


def test_a_book_that_is_open_elsewhere_is_not_touched(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book)])
    pressed = book.read_bytes()
    book.with_name(f".~lock.{book.name}#").write_text(",Завуч,pc,20.11.2026 14:00,file:///;", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["undo", str(book)]) == 2
    assert capsys.readouterr().err == (
        "Книга «школа.xlsx» открыта (LibreOffice, Завуч). Закройте её и повторите. "
        "Или нажмите «Отменить последнее» в ней самой.\n"
    )
    assert book.read_bytes() == pressed
    assert len(snapshots(book)) == 1


def test_a_damaged_snapshot_is_told_and_nothing_is_written(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["check-deadlines", str(book)])
    pressed = book.read_bytes()
    snapshots(book)[0].write_bytes(b"?")
    capsys.readouterr()
    assert cli.main(["undo", str(book)]) == 2
    assert capsys.readouterr().err == (
        "Снимок для отмены повреждён или сделан другой версией программы. "
        "Возьмите прежнее состояние книги в скрытой папке .mentoring/backup рядом с ней.\n"
    )
    assert book.read_bytes() == pressed


def test_a_press_is_done_though_its_snapshot_cannot_be_kept(book: Path, capsys: pytest.CaptureFixture[str]):
    (book.parent / ".mentoring").mkdir()
    (book.parent / ".mentoring" / "undo").write_text("файл вместо папки", encoding="utf-8")
    assert cli.main(["check-deadlines", str(book)]) == 1
    said = capsys.readouterr().out
    assert "Отменить это нажатие не получится. Снимок для отмены не записан. Такое имя уже занято." in said
    assert "Записано: " in said


def test_in_memory_a_chain_of_undos_gives_back_each_state():
    content = example_book(NOW.date())
    book = MemoryBook(content.rows)
    states = []
    for pressed in BUTTONS:
        state = {table: list(rows) for table, rows in book.rows.items()}, dict(book.pages)
        if session.press(pressed, book, NOW).saved:
            states.append(state)
    assert len(states) == 10
    for rows, pages in reversed(states):
        assert undo(book).saved
        assert {table: found for table, found in book.rows.items() if found} == {
            table: found for table, found in rows.items() if found
        }
        assert book.pages == pages
    assert undo(book) == Undone()


def test_in_memory_an_undo_says_what_came_back():
    late = Step(code="1", title="Опрос", deadline="до 20 апреля 2026 г.", responsible="Директор", result="Анкеты")
    book = MemoryBook({Step: [late], Setting: [Setting(code="period", value="2026")]})
    session.press(button("check_deadlines"), book, NOW)
    assert book.rows[Step][0].state == "просрочено"
    undone = undo(book)
    assert book.rows[Step] == [late]
    assert undone.sentences[0] == "Отменено: «Проверить сроки» от 20.11.2026 14:05."
    assert undone.sentences[1].startswith("Возвращено: «Дорожная карта» – 3 ячейки; «Замечания» – ")


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (1, "1 ячейку вы изменили позже, она оставлена."),
        (3, "3 ячейки вы изменили позже, они оставлены."),
        (11, "11 ячеек вы изменили позже, они оставлены."),
        (21, "21 ячейку вы изменили позже, она оставлена."),
    ],
)
def test_cells_that_stay_are_counted(left: int, said: str):
    assert Undone("Проверить сроки", NOW, {}, left, saved=True).sentences[-1] == said
