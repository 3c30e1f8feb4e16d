"""LibreOffice as a converter: where it is, and workbooks and documents as PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_TIMEOUT_S, _FILE_S = 180, 3
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
    """Convert a workbook or a document to a PDF of the same name in `folder`; raises BookError as `to_pdfs` does."""
    made = folder / f"{book.stem}.pdf"
    to_pdfs({book: made})
    return made


def to_pdfs(wanted: Mapping[Path, Path]) -> None:
    """Convert many files in one start of LibreOffice. wanted: each file and the PDF to make of it.

    A profile of its own lets it run beside an open suite. Nothing is written unless LibreOffice has made all of
    them. Raises BookError when it is missing, fails, or takes longer than three minutes and three seconds a file, and
    when a PDF cannot be written.
    """
    program = find()
    if program is None:
        message = "LibreOffice не найден, поэтому PDF не сделан. Установите LibreOffice и повторите."
        raise BookError(message)
    with tempfile.TemporaryDirectory(prefix="mentoring-office-") as scratch:
        copies = {_copied(file, number, Path(scratch)): file for number, file in enumerate(wanted)}
        if not copies:
            return
        try:
            _convert(program, Path(scratch), copies)
        except (OSError, subprocess.SubprocessError) as error:
            raise _refusal(next(iter(wanted)).name) from error
        for copy, file in copies.items():
            if not copy.with_suffix(".pdf").exists():
                raise _refusal(file.name)
        for copy, file in copies.items():
            _move(copy.with_suffix(".pdf"), wanted[file])


def _copied(file: Path, number: int, scratch: Path) -> Path:
    """Files of one name may stand in several folders, and 150 long names are more than Windows takes in one line."""
    return Path(shutil.copyfile(file, scratch / f"{number:04}{file.suffix}"))


def _convert(program: Path, scratch: Path, files: Collection[Path]) -> None:
    settings = scratch / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    command = [
        str(program),
        f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        *("--convert-to", "pdf", "--outdir", str(scratch), *map(str, files)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT_S + _FILE_S * len(files))


def _move(made: Path, target: Path) -> None:
    try:
        shutil.move(made, target)
    except OSError as error:
        message = f"PDF «{target.name}» не записан. Проверьте, что его папка открыта для записи, и повторите."
        raise BookError(message) from error


def _refusal(name: str) -> BookError:
    return BookError(f"LibreOffice не смог сделать PDF из {name}. Откройте файл и сохраните его в PDF сами.")
