"""Computers made for the tests: small add-in files, a Windows and a Mac in folders, a real LibreOffice profile."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mentoring_xl.addin.machine import Machine
from tests.addin.small_files import make_addin, make_extension

REAL = Path(shutil.which("soffice") or "/nowhere/soffice").resolve()
NOBODY = 65534
UNOPKG = f"""#!/usr/bin/env python3
import os, sys
if os.geteuid() == 0:  # unopkg refuses root a profile of his own
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
os.environ["HOME"] = os.path.dirname(os.path.abspath(__file__))
os.execv({str(REAL.with_name("unopkg"))!r}, ["unopkg", *sys.argv[1:]])
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that another user can write to."""
    with tempfile.TemporaryDirectory(prefix="mentoring-addin-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@pytest.fixture
def machine(shared: Path) -> Machine:
    """A Linux computer without any suite; the add-in files lie in its folder «share»."""
    for name in ("share", "home", "program"):
        (shared / name).mkdir(mode=0o777)
        (shared / name).chmod(0o777)
    make_extension(shared / "share", "1.0")
    make_addin(shared / "share", "0.37.8")
    return Machine(
        system="linux",
        home=shared / "home",
        environment={},
        interpreter=shared / "venv/bin/python",
        office=None,
        registry=lambda key, name: None,
        ansi="cp1251",
        shipped=lambda name: shared / "share" / name,
        root=False,
    )


@pytest.fixture
def linux(machine: Machine, shared: Path) -> Machine:
    """The same with the real LibreOffice and a profile of its own."""
    program = shared / "program"
    (program / "unopkg").write_text(UNOPKG)
    (program / "unopkg").chmod(0o755)
    for name in ("bootstraprc", "libpyuno.so"):
        (program / name).symlink_to(REAL.with_name(name))
    (shared / "profile").mkdir()
    (shared / "profile").chmod(0o777)
    return replace(machine, office=program / "soffice", profile=shared / "profile")


@pytest.fixture
def windows(machine: Machine) -> Callable[..., Machine]:
    """Give a Windows with Excel 2016: windows(**values of the registry)."""

    def made(**registry: str) -> Machine:
        keys = {r"HKCR\Excel.Application\CurVer": "Excel.Application.16", **registry}
        home = machine.home / "Мария"
        folders = {"USERPROFILE": str(home), "APPDATA": str(home / "Roaming"), "LOCALAPPDATA": str(home / "Local")}
        home.mkdir(exist_ok=True)
        return replace(
            machine,
            system="win32",
            home=home,
            environment=folders,
            registry=lambda key, name: keys.get(f"{key}\\{name}".rstrip("\\")),
        )

    return made


@pytest.fixture
def mac(machine: Machine) -> Machine:
    """A Mac with Excel in the user's own folder of programs."""
    plist = machine.home / "Applications/Microsoft Excel.app/Contents/Info.plist"
    plist.parent.mkdir(parents=True)
    plist.write_text(
        '<plist version="1.0"><dict><key>CFBundleShortVersionString</key><string>16.89</string></dict></plist>'
    )
    return replace(machine, system="darwin")
