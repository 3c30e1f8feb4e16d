"""LibreOffice as a converter: where it is, and pages of a workbook as PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from mentoring_xl.core.errors import BookError

_TIMEOUT_S = 180
_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop>
</item>
</oor:items>
"""
"""Numbers are printed with a decimal comma, whatever the machine speaks."""


def find() -> Path | None:
    """Return the LibreOffice program, or None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else next((place for place in _PLACES if place.exists()), None)


def to_pdf(book: Path, folder: Path) -> Path:
    """Convert a workbook to a PDF of the same name in `folder`; a profile of its own lets it run beside an open suite.

    Raises BookError when LibreOffice is missing, fails, or takes longer than three minutes.
    """
    program = find()
    if program is None:
        message = "LibreOffice не найден, поэтому PDF не сделан. Установите LibreOffice и повторите."
        raise BookError(message)
    with tempfile.TemporaryDirectory(prefix="mentoring-office-") as profile:
        settings = Path(profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_SETTINGS, encoding="utf-8")
        command = [
            str(program),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--norestore",
            *("--convert-to", "pdf", "--outdir", str(folder), str(book)),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT_S)
        except (OSError, subprocess.SubprocessError) as error:
            message = f"LibreOffice не смог сделать PDF из {book.name}. Откройте книгу и сохраните её в PDF сами."
            raise BookError(message) from error
    made = folder / f"{book.stem}.pdf"
    if not made.exists():
        message = f"LibreOffice не сделал PDF из {book.name}. Откройте книгу и сохраните её в PDF сами."
        raise BookError(message)
    return made
