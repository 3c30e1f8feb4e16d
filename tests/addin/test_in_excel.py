"""The buttons in Excel, on a Windows and a Mac that are folders; neither has been run on the real ones here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

import mentoring_xl
from mentoring_xl.addin.install import install, remove
from mentoring_xl.addin.machine import Machine
from mentoring_xl.addin.status import diagnosis
from mentoring_xl.core.errors import BookError
from tests.addin.small_files import files, make_addin

ADDIN = "Roaming/Microsoft/Excel/XLSTART/mentoring.xlam"
XLWINGS = metadata.version("xlwings")
PACKAGE = Path(mentoring_xl.__file__).parent


def told(machine: Machine) -> list[str]:
    """Return what the diagnosis says from Excel on."""
    lines = [str(line) for line in diagnosis(machine)]
    return lines[lines.index("LibreOffice: не найден") + 1 :]


def test_the_addin_goes_into_the_start_folder_and_its_settings_into_the_home(windows: Callable[..., Machine]):
    machine = windows()
    done = install(machine)
    assert done.fine
    assert done.sentences == (
        f"Кнопки в Excel установлены: {machine.home}/{ADDIN}. Если Excel открыт, закройте и откройте его.",
    )
    assert files(machine.home) == [".mentoring-xl/mentoring-xl.conf", ADDIN]
    assert (machine.home / ADDIN).read_bytes() == machine.shipped("mentoring.xlam").read_bytes()
    assert (machine.home / ".mentoring-xl/mentoring-xl.conf").read_bytes().decode("cp1251").split("\r\n") == [
        f'"INTERPRETER_WIN","{machine.interpreter}"',
        f'"PACKAGE","{PACKAGE}/ribbon.py"',
        '"PYTHONPATH",""',
        '"ADD_WORKBOOK_TO_PYTHONPATH","False"',
        '"USE UDF SERVER","False"',
        '"SHOW CONSOLE","False"',
        "",
    ]


def test_python_is_kept_running_where_the_library_of_that_very_xlwings_lies(windows: Callable[..., Machine]):
    machine = windows()
    machine.interpreter.parent.mkdir(parents=True)
    settings = machine.home / ".mentoring-xl/mentoring-xl.conf"
    (machine.interpreter.parent.parent / "xlwings64-0.36.0.dll").touch()
    install(machine)
    assert b'"USE UDF SERVER","False"' in settings.read_bytes()
    (machine.interpreter.parent.parent / "xlwings64-0.37.8.dll").touch()
    install(machine)
    assert b'"USE UDF SERVER","True"' in settings.read_bytes()


def test_remove_takes_away_what_install_wrote_and_nothing_else(windows: Callable[..., Machine]):
    machine = windows()
    own = machine.home / "Roaming/Microsoft/Excel/XLSTART/Личная книга.xlsb"
    own.parent.mkdir(parents=True)
    own.touch()
    install(machine)
    assert remove(machine).sentences == ("Кнопки в Excel удалены. Если Excel открыт, закройте и откройте его.",)
    assert files(machine.home) == ["Roaming/Microsoft/Excel/XLSTART/Личная книга.xlsb"]
    assert not (machine.home / ".mentoring-xl").exists()
    assert remove(machine, in_excel=True).sentences == ("Удалять нечего: кнопки не установлены.",)


def test_a_path_that_excel_cannot_read_is_refused_before_anything_is_written(windows: Callable[..., Machine]):
    machine = replace(windows(), interpreter=Path("/学校/python"))
    with pytest.raises(BookError, match=r"^Excel не прочтёт путь /学校/python\. Установите программу в папку"):
        install(machine)
    assert files(machine.home) == []


def test_an_addin_that_excel_holds_is_told_of(windows: Callable[..., Machine], monkeypatch: pytest.MonkeyPatch):
    machine = windows()
    real = Path.write_bytes

    def held(path: Path, data: bytes) -> int:
        if path.name == "mentoring.xlam":
            raise PermissionError(13, "Permission denied")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", held)
    with pytest.raises(BookError, match=r"^Не получилось записать .+mentoring\.xlam\. Закройте Excel и LibreOffice и"):
        install(machine)


def test_the_diagnosis_of_a_sound_installation(windows: Callable[..., Machine]):
    machine = windows()
    assert told(machine) == [
        "Excel: версия 16.0",
        "Кнопки в Excel: не установлены; выполните «mentoring-xl addin install»",
    ]
    install(machine)
    assert told(machine) == [
        "Excel: версия 16.0",
        f"Кнопки в Excel: установлены, версия 0.1.0, {machine.home}/{ADDIN}",
        "Макросы: не заблокированы",
    ]


def test_the_diagnosis_names_an_addin_of_another_version(windows: Callable[..., Machine]):
    machine = windows()
    install(machine)
    make_addin(machine.shipped(""), "0.38.0")
    assert told(machine)[1] == "Кнопки в Excel: от другой версии программы; выполните «mentoring-xl addin install»"


@pytest.mark.parametrize("zone", ["3", "4"])
def test_a_marked_addin_is_blocked(windows: Callable[..., Machine], zone: str):
    machine = windows()
    install(machine)
    (machine.home / f"{ADDIN}:Zone.Identifier").write_text(f"[ZoneTransfer]\r\nZoneId={zone}\r\n")
    assert told(machine)[2] == (
        f"Макросы: Windows считает файл {machine.home}/{ADDIN} скачанным: в его свойствах поставьте «Разблокировать»."
    )
    done = install(machine)
    assert not done.fine
    assert "Разблокировать" in done.sentences[1]


def test_an_addin_from_the_school_network_is_not_blocked(windows: Callable[..., Machine]):
    machine = windows()
    install(machine)
    (machine.home / f"{ADDIN}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=1\r\n")
    assert told(machine)[2] == "Макросы: не заблокированы"


@pytest.mark.parametrize("policies", ["", "Policies\\"])
def test_trusted_folders_that_are_switched_off_are_named(windows: Callable[..., Machine], policies: str):
    key = rf"HKCU\Software\{policies}Microsoft\Office\16.0\Excel\Security\Trusted Locations\AllLocationsDisabled"
    machine = windows(**{key: "1"})
    install(machine)
    assert told(machine)[2].startswith("Макросы: Надёжные расположения Excel отключены")


def test_a_program_that_has_moved_away_is_named(windows: Callable[..., Machine]):
    machine = windows()
    install(machine)
    settings = machine.home / ".mentoring-xl/mentoring-xl.conf"
    settings.write_text(settings.read_text().replace(str(PACKAGE), "/gone/mentoring_xl"))
    assert told(machine)[1:3] == [
        "Кнопки в Excel: запускают другую установку программы (/gone); выполните «mentoring-xl addin install»",
        "Макросы: Надстройка Excel ищет программу там, где её больше нет. Повторите «mentoring-xl addin install».",
    ]


def test_on_a_mac_the_script_of_xlwings_comes_and_goes_with_the_addin(mac: Machine):
    make_addin(mac.shipped(""), XLWINGS)
    before = files(mac.home)
    install(mac)
    install(mac)
    new = sorted(set(files(mac.home)) - set(before))
    assert new == [
        f"Library/Application Scripts/com.microsoft.Excel/xlwings-{XLWINGS}.applescript",
        "Library/Containers/com.microsoft.Excel/Data/mentoring-xl.conf",
        "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel/mentoring.xlam",
    ]
    remove(mac)
    assert files(mac.home) == before


def test_on_a_mac_a_persons_own_script_of_xlwings_stays(mac: Machine):
    folder = mac.home / "Library/Application Scripts/com.microsoft.Excel"
    script = folder / f"xlwings-{XLWINGS}.applescript"
    make_addin(mac.shipped(""), XLWINGS)
    folder.mkdir(parents=True)
    script.write_text("own")
    install(mac)
    remove(mac)
    assert script.read_text() == "own"


def test_on_a_mac_an_addin_of_another_xlwings_is_refused(mac: Machine):
    make_addin(mac.shipped(""), "0.1.2")
    with pytest.raises(BookError, match=r"Выполните «pip install xlwings==0\.1\.2» и повторите\.$"):
        install(mac)


def test_on_a_mac_a_space_in_the_path_of_python_is_named(mac: Machine):
    make_addin(mac.shipped(""), XLWINGS)
    machine = replace(mac, interpreter=Path("/Users/Мария Ильина/python"))
    assert not install(machine).fine
    assert told(machine)[0] == "Excel: версия 16.89"
    assert told(machine)[2].startswith("Макросы: В пути к Python есть пробел (/Users/Мария Ильина/python)")


def test_linux_has_no_excel(machine: Machine):
    with pytest.raises(BookError, match=r"^Надстройка Excel работает только в Windows и macOS\."):
        install(machine, in_excel=True)
    assert remove(machine, in_excel=True).sentences == ("Удалять нечего: кнопки не установлены.",)
