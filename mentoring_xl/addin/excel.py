"""The buttons in Excel: the add-in in its start folder, and the settings that the xlwings module inside it reads."""

from __future__ import annotations

import plistlib
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .files import delete, put
from .settings import HOME
from .shipped import XLAM, properties

if TYPE_CHECKING:
    from .machine import Machine

_MAC_PROGRAM = "Applications/Microsoft Excel.app/Contents/Info.plist"
_MAC_START = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
_MAC_SETTINGS = "Library/Containers/com.microsoft.Excel/Data/mentoring-xl.conf"
_MAC_SCRIPTS = "Library/Application Scripts/com.microsoft.Excel"
_SECURITY = r"HKCU\Software\{policies}Microsoft\Office\{version}\Excel\Security\Trusted Locations"
_MARK, _INTERNET = ":Zone.Identifier", 3
_LINE = re.compile(r'^"([^"]*)","([^"]*)"\r?$', re.MULTILINE)
_MADE = "SCRIPT"
"""A key of ours: the script that this install laid down, so that `remove` leaves one that was there before."""


def version(machine: Machine) -> str | None:
    """Return the version of Excel, «16.0», None when it is not installed."""
    if machine.windows:
        current = machine.registry(r"HKCR\Excel.Application\CurVer", "")
        return f"{current.rpartition('.')[2]}.0" if current else None
    if machine.mac:
        for folder in (Path("/"), machine.home):
            if (folder / _MAC_PROGRAM).exists():
                return str(plistlib.loads((folder / _MAC_PROGRAM).read_bytes()).get("CFBundleShortVersionString", ""))
    return None


def addin(machine: Machine) -> Path:
    """Return where the add-in lies once installed: Excel opens what is there at each start."""
    if machine.mac:
        return machine.home / _MAC_START / XLAM
    return machine.folder("APPDATA", "AppData/Roaming") / "Microsoft/Excel/XLSTART" / XLAM


def settings_file(machine: Machine) -> Path:
    """Return where the add-in looks for its settings."""
    if machine.mac:
        return machine.home / _MAC_SETTINGS
    return machine.folder("USERPROFILE", "") / ".mentoring-xl/mentoring-xl.conf"


def install(machine: Machine) -> tuple[str, ...]:
    """Copy the add-in and write its settings; return what to tell. Raises BookError."""
    if not (machine.windows or machine.mac):
        raise BookError(
            "Надстройка Excel работает только в Windows и macOS. Здесь поставьте кнопки в LibreOffice: "
            "«mentoring-xl addin install --libreoffice»."
        )
    source, target = machine.shipped(XLAM), addin(machine)
    xlwings = properties(source).get("xlwings", "")
    keys = _keys(machine, xlwings)
    if machine.mac:
        keys |= _lay_script(machine, _script(machine, xlwings))
    put(settings_file(machine), _encoded(machine, keys))
    put(target, source.read_bytes())
    return (f"Кнопки в Excel установлены: {target}. Если Excel открыт, закройте и откройте его.",)


def remove(machine: Machine) -> bool:
    """Delete what `install` wrote; False when nothing was there. Raises BookError."""
    if not (machine.windows or machine.mac):
        return False
    made = settings(machine).get(_MADE)
    if made:
        delete(Path(made))
    gone = [delete(addin(machine)), delete(settings_file(machine))]
    return any(gone)


def settings(machine: Machine) -> dict[str, str]:
    """Return the settings that the add-in reads, none when there is no such file."""
    path = settings_file(machine)
    if not path.is_file():
        return {}
    text = path.read_bytes().decode(_encoding(machine), errors="replace")
    return dict(_LINE.findall(text))


def obstacles(machine: Machine) -> tuple[str, ...]:
    """Tell what keeps the installed add-in from running, a sentence each."""
    found = []
    if marked(addin(machine)):
        found.append(f"Windows считает файл {addin(machine)} скачанным: в его свойствах поставьте «Разблокировать».")
    if machine.windows and _no_trusted_folders(machine):
        found.append(
            "Надёжные расположения Excel отключены, макросы надстройки могут не запуститься: попросите администратора "
            "включить их (Файл – Параметры – Центр управления безопасностью)."
        )
    if machine.mac and " " in str(machine.interpreter):
        found.append(f"В пути к Python есть пробел ({machine.interpreter}): установите программу в папку без пробелов.")
    package = settings(machine).get("PACKAGE")
    if package and not Path(package).is_file():
        found.append("Надстройка Excel ищет программу там, где её больше нет. Повторите «mentoring-xl addin install».")
    return tuple(found)


def marked(path: Path) -> bool:
    """Tell whether Windows keeps the mark of a file from the internet or from mail; Excel opens such a book locked."""
    try:
        text = path.with_name(path.name + _MARK).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    zone = re.search(r"ZoneId\s*=\s*(\d)", text)
    return bool(zone and int(zone[1]) >= _INTERNET)


def _keys(machine: Machine, xlwings: str) -> dict[str, str]:
    library = f"xlwings64-{xlwings}.dll"
    folders = (machine.interpreter.parent, machine.interpreter.parent.parent)
    warm = machine.windows and any((folder / library).exists() for folder in folders)
    return {
        "INTERPRETER_MAC" if machine.mac else "INTERPRETER_WIN": str(machine.interpreter),
        "PACKAGE": str(HOME / "mentoring_xl/ribbon.py"),
        "PYTHONPATH": "",
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "USE UDF SERVER": str(warm),
        "SHOW CONSOLE": "False",
    }


def _encoded(machine: Machine, keys: dict[str, str]) -> bytes:
    lines = "".join(f'"{key}","{value}"\r\n' for key, value in keys.items())
    try:
        return lines.encode(_encoding(machine))
    except UnicodeEncodeError as error:
        raise BookError(
            f"Excel не прочтёт путь {machine.interpreter}. Установите программу в папку с латинским именем и повторите."
        ) from error


def _encoding(machine: Machine) -> str:
    return machine.ansi if machine.windows else "utf-8"


def _script(machine: Machine, xlwings: str) -> Path:
    return machine.home / _MAC_SCRIPTS / f"xlwings-{xlwings}.applescript"


def _lay_script(machine: Machine, script: Path) -> dict[str, str]:
    """Lay down the script through which Excel for Mac starts Python, unless a person's own xlwings has done so."""
    made = {_MADE: str(script)}
    if script.exists():
        return made if settings(machine).get(_MADE) == str(script) else {}
    package = find_spec("xlwings")
    source = Path(package.origin if package and package.origin else "").with_name(script.name)
    if not source.is_file():
        needed = script.stem.replace("-", "==")
        raise BookError(f"Надстройка собрана для другого xlwings. Выполните «pip install {needed}» и повторите.")
    put(script, source.read_bytes())
    return made


def _no_trusted_folders(machine: Machine) -> bool:
    office = version(machine) or "16.0"
    keys = (_SECURITY.format(policies=policies, version=office) for policies in ("", "Policies\\"))
    return any(machine.registry(key, "AllLocationsDisabled") == "1" for key in keys)
