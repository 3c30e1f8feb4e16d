"""The LibreOffice extension: its sources in macros/libreoffice/ and the file that is installed, macros/mentoring.oxt."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from string import Template

from mentoring_xl import __version__
from mentoring_xl.schema.buttons import CONTROLS

from . import controls, functions

FOLDER = Path(__file__).resolve().parents[3] / "macros"
_HERE = Path(__file__).resolve().parent
_LICENCE = _HERE.parents[2] / "LICENSE"
_SIZES = (16, 26)
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_all(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Write libreoffice/ anew and mentoring.oxt into the folder, made when missing; return the extension's path."""
    sources = folder / "libreoffice"
    shutil.rmtree(sources, ignore_errors=True)
    for name, content in files().items():
        path = sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    extension = folder / "mentoring.oxt"
    extension.write_bytes(_zipped(sources))
    return (extension,)


def files() -> dict[str, bytes]:
    """Return every file of the extension: name inside it → content."""
    parts = _HERE / "parts"
    found = {path.relative_to(parts).as_posix(): path.read_bytes() for path in sorted(parts.rglob("*.*")) if path.is_file()}
    found["description.xml"] = Template(found["description.xml"].decode()).substitute(version=__version__).encode()
    found["LICENSE.txt"] = _LICENCE.read_bytes()
    found["Addons.xcu"] = controls.addons().encode()
    found["CalcWindowState.xcu"] = controls.window_state().encode()
    found["CalcCommands.xcu"] = controls.commands().encode()
    found["CalcAddIns.xcu"] = functions.calc_add_ins().encode()
    found["pythonpath/mentoring_xl_office/declared.py"] = functions.declared().encode()
    found[functions.TYPES] = functions.types().encode()
    for control in CONTROLS:
        drawing = (_HERE / "icons" / f"{control.name}.svg").read_text(encoding="utf-8")
        for size in _SIZES:
            sized = drawing.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
            found[f"icons/{control.name}_{size}.svg"] = sized.encode()
    return found


def _zipped(sources: Path) -> bytes:
    """Pack the folder so that the same files always give the same bytes: sorted, dated alike, not compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(path for path in sources.rglob("*") if path.is_file()):
            archive.writestr(zipfile.ZipInfo(path.relative_to(sources).as_posix(), _NO_DATE), path.read_bytes())
    return packed.getvalue()
