"""`send`: shows first, asks, and leaves nothing behind when it is not sent."""

from __future__ import annotations

import getpass
import io
import sys
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import cli
from mentoring_xl.books import sent
from mentoring_xl.exchange import delivery
from mentoring_xl.exchange.encryption import is_encrypted
from tests.mailing.school import SERVER, school

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    """A keyboard at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """What reached the mail server: address and attachment."""
    found: list[tuple[str, bytes]] = []
    monkeypatch.setattr(delivery, "send", lambda server, letter, *_, **__: found.append((letter.to, letter.attachment)))
    return found


def test_a_dry_run_shows_recipient_columns_and_size_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = school(tmp_path / "школа.xlsx")
    before = path.read_bytes()
    assert cli.main(["send", str(path), "--dry-run", "--to", "other@school.example"]) == cli.DONE
    said = capsys.readouterr().out
    assert "Кому: other@school.example. Тема: Программа наставничества на " in said
    assert "МБ, без пароля. Копия № " in said
    assert (
        "Не входят листы: Анкеты, Столбцы анкет, Кто ответил, Предпочтения, Склонения, Замечания, Расхождения, Журнал."
        in said
    )
    assert "Пусты столбцы: Персонал: Электронная почта; Банк наставляемых: Контакты" in said
    assert "Вместо имён коды у тех, кто без пары: 2." in said
    assert "Ничего не отправлено" in said
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_needs_no_question(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    path = school(tmp_path / "школа.xlsx")
    assert cli.main(["send", str(path), "--via", "eml"]) == cli.DONE
    assert "Откройте его и отправьте сами" in capsys.readouterr().out
    assert len(list(tmp_path.glob("*.eml"))) == 1
    assert len(sent.all_ids(path)) == 1


@pytest.mark.parametrize(("answer", "count"), [("да\n", 1), ("нет\n", 0), ("\n", 0), ("", 0)])
def test_a_letter_leaves_only_after_a_yes(
    tmp_path: Path, letters: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch, answer: str, count: int
):
    path = school(tmp_path / "школа.xlsx", **SERVER)
    before = path.read_bytes()
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(getpass, "getpass", lambda question: "mail password" if "почты" in question else "")
    assert cli.main(["send", str(path)]) == cli.DONE
    assert [to for to, _ in letters] == ["director@school.example"] * count
    assert (path.read_bytes() == before) == (count == 0)


def test_without_a_terminal_a_letter_leaves_only_with_yes(
    tmp_path: Path, letters: list[tuple[str, bytes]], capsys: pytest.CaptureFixture[str]
):
    path = school(tmp_path / "школа.xlsx", **SERVER)
    assert cli.main(["send", str(path)]) == cli.COULD_NOT
    assert "добавьте --yes" in capsys.readouterr().err
    assert letters == []


def test_a_password_is_asked_for_and_closes_the_file(
    tmp_path: Path, letters: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
):
    path = school(tmp_path / "школа.xlsx", **SERVER)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda question: "Ёлка 2026")
    assert cli.main(["send", str(path), "--password-prompt", "--yes"]) == cli.DONE
    ((_, attachment),) = letters
    assert is_encrypted(attachment)


def test_a_password_that_is_typed_otherwise_the_second_time_sends_nothing(
    tmp_path: Path,
    letters: list[tuple[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    path = school(tmp_path / "школа.xlsx", **SERVER)
    typed = iter(("Ёлка 2026", "Елка 2026"))
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda question: next(typed))
    assert cli.main(["send", str(path), "--password-prompt", "--yes"]) == cli.COULD_NOT
    assert "Пароли не совпали, ничего не отправлено." in capsys.readouterr().err
    assert letters == []


def test_a_second_copy_of_the_day_gets_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    path = school(tmp_path / "школа.xlsx")
    for _ in range(2):
        assert cli.main(["send", str(path), "--via", "eml"]) == cli.DONE
    drafts = sorted(tmp_path.glob("*.eml"))
    assert [draft.stem.rpartition(" ")[2] for draft in drafts if draft.stem.endswith("(2)")] == ["(2)"]
    assert len(drafts) == len(list(tmp_path.glob("* – директору *.xlsx"))) == 2


def test_a_letter_without_an_address_says_which_cell_to_fill(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "")
    path = school(tmp_path / "школа.xlsx", director_email="")
    assert cli.main(["send", str(path), "--via", "eml"]) == cli.DONE
    said = capsys.readouterr().out
    assert (
        "Кому: адрес не указан – впишите его на лист «Настройки», ячейка D10 («Электронная почта руководителя»)."
        in said
    )
    assert "В «Журнал» записано: подготовлен черновик письма, ушло ли письмо, программа не знает." in said


def test_a_blank_password_is_told_when_one_is_demanded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    path = school(tmp_path / "школа.xlsx")
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda question: "")
    assert cli.main(["send", str(path), "--password-prompt"]) == cli.COULD_NOT
    assert "Пароль пустой" in capsys.readouterr().err


def test_a_password_that_nobody_can_type_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = school(tmp_path / "школа.xlsx")
    assert cli.main(["send", str(path), "--password-prompt"]) == cli.COULD_NOT
    assert "Пароль спросить не у кого" in capsys.readouterr().err
