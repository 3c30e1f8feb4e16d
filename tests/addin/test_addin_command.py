"""The commands `addin …` as a person types them: what is printed, exit codes, the book that is held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from mentoring_xl import __version__, cli
from mentoring_xl.addin import settings
from mentoring_xl.addin.machine import Machine
from mentoring_xl.addin.shipped import extension, properties, shipped
from mentoring_xl.core.errors import BookError


@pytest.fixture
def run_on(monkeypatch: pytest.MonkeyPatch) -> Callable[[Machine], None]:
    """Let the commands run on a computer of the test."""
    return lambda machine: monkeypatch.setattr(Machine, "here", lambda profile: replace(machine, profile=profile))


@pytest.fixture
def here(machine: Machine, run_on: Callable[[Machine], None]) -> None:
    """A computer without any suite."""
    run_on(machine)


def test_install_status_and_remove(
    windows: Callable[..., Machine], run_on: Callable[[Machine], None], capsys: pytest.CaptureFixture[str]
):
    run_on(windows())
    assert cli.main(["addin", "status"]) == cli.FOUND
    assert "Кнопки в Excel: не установлены; выполните «mentoring-xl addin install»\n" in capsys.readouterr().out
    assert cli.main(["addin", "install"]) == cli.DONE
    assert capsys.readouterr().out.startswith("Кнопки в Excel установлены: ")
    assert cli.main(["addin", "status"]) == cli.DONE
    assert cli.main(["addin", "remove", "--excel"]) == cli.DONE
    assert "Кнопки в Excel удалены." in capsys.readouterr().out


def test_what_cannot_be_installed_is_one_sentence(here: None, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["addin", "install"]) == cli.COULD_NOT
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "Ни Excel, ни LibreOffice не найдены. Установите одну из этих программ и повторите.\n"


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda book: book.touch(), "Книга: «школа.xlsx» никем не занята"),
        (lambda book: None, "Книга: школа.xlsx: Файл или папка не найдены. Проверьте имя и папку и повторите."),
        (
            lambda book: (book.touch(), book.with_name(".~lock.школа.xlsx#").write_text("Мария Ильина,m,h,1,f;")),
            "Книга: «школа.xlsx» открыта: LibreOffice, Мария Ильина",
        ),
        (
            lambda book: (book.touch(), book.with_name("школа.xlsx:Zone.Identifier").write_text("ZoneId=3")),
            "Книга: Windows считает файл скачанным, и Excel откроет его без права правки: в свойствах файла поставьте "
            "«Разблокировать»",
        ),
    ],
    ids=["free", "missing", "held", "marked"],
)
def test_status_of_a_book(
    make: Callable[[Path], object], line: str, here: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    make(tmp_path / "школа.xlsx")
    cli.main(["addin", "status", str(tmp_path / "школа.xlsx")])
    assert capsys.readouterr().out.splitlines()[-1] == line


def test_the_settings_lie_where_every_program_of_this_system_looks(monkeypatch: pytest.MonkeyPatch):
    usual = platformdirs.user_config_path("mentoring-xl", appauthor=False) / "addin.json"
    assert settings.place(Machine.here()) == usual
    monkeypatch.setenv("XDG_CONFIG_HOME", "/elsewhere")
    assert settings.place(Machine.here()) == Path("/elsewhere/mentoring-xl/addin.json")


def test_the_settings_lie_with_the_settings_of_other_programs_on_windows_and_mac(
    windows: Callable[..., Machine], mac: Machine
):
    assert settings.place(windows()) == mac.home / "Мария/Local/mentoring-xl/addin.json"
    assert settings.place(mac) == mac.home / "Library/Application Support/mentoring-xl/addin.json"


def test_an_addin_file_that_is_not_there_is_one_sentence():
    with pytest.raises(BookError, match=r"^В установленной программе нет файла other\.oxt\. Установите mentoring-xl"):
        shipped("other.oxt")


def test_a_damaged_addin_file_is_one_sentence(machine: Machine):
    machine.shipped("mentoring.xlam").write_bytes(b"")
    with pytest.raises(BookError, match=r"mentoring\.xlam повреждён\. Установите mentoring-xl заново и повторите\.$"):
        properties(machine.shipped("mentoring.xlam"))
    with pytest.raises(BookError, match=r"mentoring\.xlam повреждён\."):
        extension(machine.shipped("mentoring.xlam"))


def test_the_addin_files_of_this_program_say_which_version_they_are():
    assert extension(shipped("mentoring.oxt")) == ("ru.mentoring_xl", __version__)
    assert properties(shipped("mentoring.xlam"))["mentoring_xl"] == __version__
