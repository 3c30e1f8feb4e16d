"""Which files the LibreOffice extension has and how they are packed: the sources and macros/mentoring.oxt."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from string import Template

from mentoring_xl import __version__
from mentoring_xl.schema.buttons import CONTROLS

from . import controls, functions

_HERE = Path(__file__).resolve().parent
_PARTS = _HERE / "parts"
_LICENCE = _HERE.parents[2] / "LICENSE"
_SIZES = (16, 26)
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_all(folder: Path) -> tuple[Path, ...]:
    """Write libreoffice/ anew and mentoring.oxt into the folder, made when missing; return the paths of both."""
    sources, extension = folder / "libreoffice", folder / "mentoring.oxt"
    made = files()
    shutil.rmtree(sources, ignore_errors=True)
    for name, content in made.items():
        path = sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    extension.write_bytes(_packed(made))
    return sources, extension


def files() -> dict[str, bytes]:
    """Return every file of the extension: name inside it → content."""
    made = {
        path.relative_to(_PARTS).as_posix(): path.read_text(encoding="utf-8")
        for path in _PARTS.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    made["description.xml"] = Template(made["description.xml"]).substitute(version=__version__)
    made["LICENSE.txt"] = _LICENCE.read_text(encoding="utf-8")
    made["Addons.xcu"] = controls.addons()
    made["CalcWindowState.xcu"] = controls.window_state()
    made["CalcAddIns.xcu"] = functions.calc_add_ins()
    made["types.idl"] = functions.types()
    made["pythonpath/mentoring_xl_office/declared.py"] = functions.declared()
    for control in CONTROLS:
        drawing = (_HERE / "icons" / f"{control.name}.svg").read_text(encoding="utf-8")
        for size in _SIZES:
            made[f"icons/{control.name}_{size}.svg"] = drawing.replace(
                "<svg ", f'<svg width="{size}" height="{size}" ', 1
            )
    return {name: made[name].encode() for name in sorted(made)}


def _packed(made: dict[str, bytes]) -> bytes:
    """Pack the files so that the same ones always give the same bytes: dated alike and not compressed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in made.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system = 3
            archive.writestr(entry, content)
    return whole.getvalue()
