"""The buttons in a real LibreOffice with a profile of its own: put in, replaced, found, taken away."""

from __future__ import annotations

import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from mentoring_xl.addin import settings
from mentoring_xl.addin.install import install, remove
from mentoring_xl.addin.machine import Machine
from mentoring_xl.addin.status import diagnosis
from mentoring_xl.core.errors import BookError
from tests.addin.small_files import files, make_extension

OURS = f"{sys.version_info.major}.{sys.version_info.minor}"


def told(machine: Machine, topic: str) -> str:
    """Return the line of the diagnosis about a topic."""
    return next(line.text for line in diagnosis(machine) if line.topic == topic)


@pytest.fixture
def fitting(linux: Machine) -> Machine:
    """The same LibreOffice, its Python made ours whatever the tests run on."""
    assert linux.office
    (linux.office.parent / f"python-core-{OURS}.9").mkdir()
    return linux


def test_the_buttons_come_and_go(fitting: Machine):
    assert told(fitting, "Кнопки в LibreOffice") == "не установлены; выполните «mentoring-xl addin install»"
    done = install(fitting)
    assert done.sentences == (
        "Кнопки в LibreOffice 7.4 установлены, версия 1.0. Если LibreOffice открыт, закройте и откройте его.",
    )
    assert done.fine
    assert told(fitting, "Кнопки в LibreOffice") == "установлены, версия 1.0"
    gone = remove(fitting)
    assert gone.sentences == ("Кнопки в LibreOffice удалены. Если LibreOffice открыт, закройте и откройте его.",)
    assert told(fitting, "Кнопки в LibreOffice") == "не установлены; выполните «mentoring-xl addin install»"
    assert files(fitting.home) == []
    assert remove(fitting).sentences == ("Удалять нечего: кнопки не установлены.",)


def test_a_newer_version_replaces_the_older_and_the_same_one_may_be_installed_again(fitting: Machine):
    install(fitting, in_libreoffice=True)
    install(fitting, in_libreoffice=True)
    make_extension(fitting.shipped(""), "1.1")
    install(fitting, in_libreoffice=True)
    assert told(fitting, "Кнопки в LibreOffice") == "установлены, версия 1.1"


def test_the_component_is_told_where_the_program_is(fitting: Machine):
    install(fitting)
    written = json.loads((fitting.home / ".config/mentoring-xl/addin.json").read_text(encoding="utf-8"))
    assert written["interpreter"] == str(fitting.interpreter)
    assert written["python"] == OURS
    assert written["paths"][0] == str(settings.HOME)
    assert any(Path(path, "xlwings").is_dir() for path in written["paths"])


def test_buttons_that_start_another_installation_are_named(fitting: Machine):
    install(fitting)
    path = settings.place(fitting)
    path.write_text(path.read_text().replace(str(settings.HOME), "/opt/other", 1))
    assert told(fitting, "Кнопки в LibreOffice") == (
        "версия 1.0, запускают другую установку программы (/opt/other); выполните «mentoring-xl addin install»"
    )
    path.unlink()
    assert told(fitting, "Кнопки в LibreOffice") == (
        "версия 1.0, не знают, где программа; выполните «mentoring-xl addin install»"
    )


def test_settings_that_cannot_be_read_are_named(fitting: Machine):
    install(fitting)
    path = settings.place(fitting)
    path.write_text("{", encoding="utf-8")
    assert told(fitting, "Кнопки в LibreOffice") == f"Файл {path} не читается. Повторите «mentoring-xl addin install»."


def test_a_libreoffice_with_another_python_is_told_of_and_still_gets_the_buttons(linux: Machine):
    assert linux.office
    (linux.office.parent / "python-core-3.8.12").mkdir()
    done = install(linux)
    assert not done.fine
    assert done.sentences[1] == (
        f"LibreOffice 7.4 работает на Python 3.8, а программа установлена для {OURS}: кнопки в нём не запустятся. "
        "Установите mentoring-xl для Python 3.8 или обновите LibreOffice, потом повторите «mentoring-xl addin install»."
    )


def test_the_python_of_a_debian_libreoffice_is_read_from_its_bridge(linux: Machine):
    text = told(linux, "LibreOffice")
    assert text.startswith(("LibreOffice 7.4, его Python 3.", "LibreOffice 7.4 работает на Python 3."))


def test_a_file_that_libreoffice_does_not_take_is_told_in_one_sentence(fitting: Machine):
    manifest_only = fitting.shipped("mentoring.oxt")
    manifest_only.write_bytes(b"no archive")
    with pytest.raises(
        BookError, match=r"^LibreOffice 7\.4 не принял кнопки \(.+\)\. Закройте LibreOffice и повторите\.$"
    ):
        install(fitting)
    assert files(fitting.home) == []


def test_without_any_suite_there_is_one_sentence(machine: Machine):
    with pytest.raises(BookError, match=r"^Ни Excel, ни LibreOffice не найдены\."):
        install(machine)
    with pytest.raises(BookError, match=r"^LibreOffice не найден\. Установите LibreOffice и повторите\.$"):
        install(machine, in_libreoffice=True)
    assert [str(line) for line in diagnosis(machine)][2:] == ["LibreOffice: не найден", "Excel: не найден"]


def test_a_suite_without_its_extension_manager_is_told_of(machine: Machine):
    with pytest.raises(BookError, match=r"^Не отвечает unopkg из LibreOffice\. Закройте LibreOffice и повторите\.$"):
        install(replace(machine, office=Path("/nowhere/program/soffice")))


def test_root_installs_for_everybody(machine: Machine, shared: Path):
    seen = shared / "seen.txt"
    unopkg = shared / "program/unopkg"
    unopkg.write_text(f'#!/bin/sh\necho "$@" > {seen}\n')
    unopkg.chmod(0o755)
    install(replace(machine, office=shared / "program/soffice", root=True))
    assert seen.read_text() == f"add --shared -f --suppress-license {shared}/share/mentoring.oxt\n"


@pytest.fixture
def for_everybody(machine: Machine, shared: Path) -> Machine:
    """A computer where root has put in the buttons for all users; the folders are those that LibreOffice makes."""
    packages = shared / "share/uno_packages/cache/uno_packages"
    (packages / "lu1.tmp_").mkdir(parents=True)
    with zipfile.ZipFile(machine.shipped("mentoring.oxt")) as archive:
        archive.extractall(packages / "lu1.tmp_/mentoring.oxt")
    return replace(machine, office=shared / "program/soffice", root=True)


def test_buttons_put_in_for_everybody_are_found(for_everybody: Machine, shared: Path):
    assert told(for_everybody, "Кнопки в LibreOffice").startswith("версия 1.0, не знают, где программа")
    (shared / "share/uno_packages/cache/uno_packages/lu1.tmpremoved").touch()
    assert told(for_everybody, "Кнопки в LibreOffice") == "не установлены; выполните «mentoring-xl addin install»"


def test_root_takes_the_buttons_away_from_everybody(for_everybody: Machine, shared: Path):
    unopkg = shared / "program/unopkg"
    unopkg.write_text(f'#!/bin/sh\necho "$@" > {shared}/seen.txt\n')
    unopkg.chmod(0o755)
    remove(for_everybody)
    assert (shared / "seen.txt").read_text().startswith("remove --shared ")


def test_another_user_is_told_that_root_put_the_buttons_in(for_everybody: Machine):
    with pytest.raises(BookError, match=r"^Кнопки в LibreOffice поставлены для всех\. Повторите .+ от имени root\.$"):
        remove(replace(for_everybody, root=False))


def test_root_is_told_that_a_profile_of_its_own_cannot_be(fitting: Machine):
    with pytest.raises(
        BookError, match=r"^LibreOffice 7\.4 не меняет отдельный профиль от имени root\. Повторите без --profile"
    ):
        install(replace(fitting, root=True))
