"""The buttons in LibreOffice: its extension manager `unopkg`, and the Python that the suite runs."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from . import settings
from .shipped import OXT, extension, unpacked

if TYPE_CHECKING:
    from .machine import Machine

_TIMEOUT_S = 180
_BUNDLED = re.compile(r"python-core-(\d+\.\d+)")
_LINKED = re.compile(rb"libpython(3\.\d+)")
_ENTRY = rb"\xff%s\n[^\xff\n]*\xff[^\xff\n]*\xff[^\xff\n]*\xff([^\xff\n]*)\xff"
"""Of an extension in LibreOffice's register: identifier, then folder, file, type, version and a flag."""


@dataclass(frozen=True)
class Suite:
    """A LibreOffice. name: «LibreOffice 7.4». python: the version it runs, "3.11", None when it cannot be told."""

    name: str
    python: str | None
    manager: Path


def suite(machine: Machine) -> Suite | None:
    """Return the LibreOffice of this computer, None when there is none."""
    if machine.office is None:
        return None
    program = machine.office.parent
    return Suite(_name(program), _python(program), program / ("unopkg.com" if machine.windows else "unopkg"))


def install(machine: Machine, suite: Suite) -> tuple[str, ...]:
    """Install the extension in place of an older one; return what to tell. Raises BookError."""
    oxt = machine.shipped(OXT)
    done = _run(machine, suite, "add", "-f", "--suppress-license", str(oxt))
    if done.returncode:
        raise BookError(f"{suite.name} не принял кнопки ({_reason(done)}). Закройте LibreOffice и повторите.")
    version = extension(oxt)[1]
    return (f"Кнопки в {suite.name} установлены, версия {version}. Если LibreOffice открыт, закройте и откройте его.",)


def remove(machine: Machine, suite: Suite) -> bool:
    """Take the extension away; False when it was not there. Raises BookError."""
    if installed(machine, suite) is None:
        return False
    if not machine.root and _own(machine, extension(machine.shipped(OXT))[0]) is None:
        raise BookError(
            f"Кнопки в {suite.name} поставлены для всех. Повторите «mentoring-xl addin remove» от имени root."
        )
    done = _run(machine, suite, "remove", extension(machine.shipped(OXT))[0])
    if done.returncode:
        raise BookError(f"{suite.name} не отдал кнопки ({_reason(done)}). Закройте LibreOffice и повторите.")
    return True


def installed(machine: Machine, suite: Suite) -> str | None:
    """Return the version of the extension that the suite has, None when it has none.

    Read from the suite's own files: its manager would wait for a LibreOffice that is waiting for us.
    """
    identifier = extension(machine.shipped(OXT))[0]
    return _own(machine, identifier) or _shared(suite, identifier)


def misfit(suite: Suite) -> str | None:
    """Tell why the buttons cannot run with this interpreter in the suite's own Python, None when they can."""
    if suite.python in (None, settings.PYTHON):
        return None
    return (
        f"{suite.name} работает на Python {suite.python}, а программа установлена для {settings.PYTHON}: кнопки в нём "
        f"не запустятся. Установите mentoring-xl для Python {suite.python} или обновите LibreOffice, потом повторите "
        "«mentoring-xl addin install»."
    )


def _own(machine: Machine, identifier: str) -> str | None:
    """Return the version that the user has for himself."""
    register = (machine.profile or _usual_profile(machine)) / "user/uno_packages/cache/uno_packages.pmap"
    entry = re.search(_ENTRY % re.escape(identifier.encode()), register.read_bytes()) if register.exists() else None
    return entry[1].decode() if entry else None


def _shared(suite: Suite, identifier: str) -> str | None:
    """Return the version that root has put in for all users.

    There is no register of these: each lies unpacked in a folder «NAME_», with a file «NAMEremoved» beside it once it
    is taken away.
    """
    packages = suite.manager.parents[1] / "share/uno_packages/cache/uno_packages"
    for folder in packages.glob("*_/*.oxt"):
        found, version = unpacked(folder)
        if found == identifier and not folder.parent.with_name(f"{folder.parent.name[:-1]}removed").exists():
            return version
    return None


def _run(machine: Machine, suite: Suite, *arguments: str) -> subprocess.CompletedProcess[str]:
    verb, *rest = arguments
    options = []
    if machine.profile and machine.root:
        raise BookError(
            f"{suite.name} не меняет отдельный профиль от имени root. Повторите без --profile – кнопки будут у всех – "
            "или под обычным пользователем."
        )
    if machine.profile:
        options.append(f"-env:UserInstallation={machine.profile.resolve().as_uri()}")
    elif machine.root:
        options.append("--shared")
    try:
        return subprocess.run(
            [str(suite.manager), verb, *options, *rest],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BookError(
            f"Не отвечает {suite.manager.name} из {suite.name}. Закройте LibreOffice и повторите."
        ) from error


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    return lines[0].removeprefix("ERROR: ") if lines else f"код {done.returncode}"


def _name(program: Path) -> str:
    for path in (program / "bootstraprc", program / "bootstrap.ini", program.parent / "Resources" / "bootstraprc"):
        if path.exists():
            found = re.search(r"^ProductKey=(.+)$", path.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
            if found:
                return found[1].strip()
    return "LibreOffice"


def _python(program: Path) -> str | None:
    versions = [found[1] for path in program.glob("python-core-*") if (found := _BUNDLED.match(path.name))]
    versions += [path.name for path in program.parent.glob("Frameworks/LibreOfficePython.framework/Versions/3.*")]
    bridge = program / "libpyuno.so"
    if not versions and bridge.exists():
        versions = [found.decode() for found in _LINKED.findall(bridge.read_bytes())]
    return versions[0] if versions else None


def _usual_profile(machine: Machine) -> Path:
    if machine.windows:
        return machine.folder("APPDATA", "AppData/Roaming") / "LibreOffice/4"
    if machine.mac:
        return machine.home / "Library/Application Support/LibreOffice/4"
    return machine.folder("XDG_CONFIG_HOME", ".config") / "libreoffice/4"
