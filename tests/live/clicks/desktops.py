"""A screen of its own with a window manager, and a LibreOffice on it that has the extension installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books import libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

ROOT = Path(__file__).resolve().parents[3]
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
NOBODY = 65534
SIZE = "1920x1000x24"

ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
RUSSIAN = (
    '<item oor:path="/org.openoffice.Setup/Office/InstalledLocales"><node oor:name="ru" oor:op="replace"/></item>',
    ITEM.format(path="/org.openoffice.Office.Linguistic/General", name="UILocale", value="ru"),
)
"""Asks for a Russian LibreOffice: without its language pack it stays English, but extensions speak Russian."""
QUIET = (
    ITEM.format(path="/org.openoffice.Office.Common/Misc", name="FirstRun", value="false"),
    ITEM.format(path="/org.openoffice.Office.Common/Misc", name="ShowTipOfTheDay", value="false"),
    ITEM.format(path="/org.openoffice.Setup/Product", name="ooSetupLastVersion", value="99.9"),
)


@contextmanager
def screen() -> Iterator[str]:
    """Start Xvfb on a free number and openbox on it; give the display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = f":{answer.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL)
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def office(display: str, *, russian: bool) -> Iterator[tuple[xw.App, Path]]:
    """Start LibreOffice with the extension; give it and the scratch folder of its settings, books and log."""
    scratch = Path(tempfile.mkdtemp(prefix="mentoring-clicks-"))
    scratch.chmod(0o755)
    try:
        profile = scratch / "profile"
        (profile / "user").mkdir(parents=True)
        write_settings(profile, (*QUIET, *(RUSSIAN if russian else ())))
        install(profile, shutil.copy(ROOT / "macros" / "mentoring.oxt", scratch))
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CONFIG_HOME", str(scratch / "config"))
            patch.setenv("XDG_STATE_HOME", str(scratch / "state"))
            with libreoffice.launch(headless=False, display=display, profile=profile) as app:
                yield app, scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def write_settings(profile: Path, items: tuple[str, ...]) -> None:
    """Write the settings that a person would have made before."""
    namespaces = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {namespaces}>{"".join(items)}</oor:items>\n'
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def install(profile: Path, extension: str) -> None:
    """Install the extension into the profile; as root by another user, since unopkg refuses root a profile."""
    command = ["unopkg", "add", "--suppress-license", f"-env:UserInstallation={profile.as_uri()}", extension]
    if os.geteuid():
        subprocess.run(command, check=True, capture_output=True)
        return
    for path in (profile, *profile.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    other = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "env": os.environ | {"HOME": str(profile)}}
    subprocess.run(command, check=True, capture_output=True, **other)


def write_addin(scratch: Path, python: str = PYTHON, paths: tuple[str, ...] | None = None) -> None:
    """Write what `mentoring-xl addin install` leaves for the extension: where this package is."""
    if paths is None:
        paths = (str(ROOT), sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))
    path = scratch / "config" / "mentoring-xl" / "addin.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"interpreter": sys.executable, "python": python, "paths": paths}
    path.write_text(json.dumps(content), encoding="utf-8")
