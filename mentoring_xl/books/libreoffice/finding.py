"""Where the office and its Python bridge (`uno`) lie on each system."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from .errors import OfficeError

_PROGRAM = {
    "win32": (r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program"),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS", "/Applications/LibreOffice.app/Contents/Resources"),
    "linux": ("/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/opt/libreoffice/program"),
}
_DISTRIBUTION = {
    "linux": ("/usr/lib/python3/dist-packages", f"/usr/lib/python3.{sys.version_info.minor}/site-packages"),
}


def _program_folders() -> tuple[Path, ...]:
    """Where the office keeps its programs; UNO_PATH, which the office's own tools use, comes first."""
    named = os.environ.get("UNO_PATH")
    return tuple(map(Path, (*([named] if named else ()), *_PROGRAM.get(sys.platform, ()))))


def soffice() -> Path:
    """The office's program; OfficeError "no-office" when there is none."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    if on_path:
        return Path(on_path)
    for folder in _program_folders():
        for name in ("soffice.exe", "soffice.com", "soffice"):
            if (folder / name).is_file():
                return folder / name
    raise OfficeError("no-office", "LibreOffice was not found: soffice is neither on PATH nor in a usual folder")


def uno_module() -> Any:
    """The `uno` module, imported from where the office keeps it.

    The folder is added at the end of `sys.path`, so that nothing of this interpreter is hidden. OfficeError "no-uno"
    when there is no such module, "wrong-python" when it is built for another version of Python.
    """
    loaded = sys.modules.get("uno")
    if loaded is not None:
        return loaded
    try:
        return importlib.import_module("uno")
    except ImportError:
        pass
    usual = (*map(Path, _DISTRIBUTION.get(sys.platform, ())), *_program_folders())
    folders = [folder for folder in usual if (folder / "uno.py").is_file()]
    if not folders:
        raise OfficeError("no-uno", "the Python bridge of LibreOffice (module uno) was not found")
    wrong: ImportError | None = None
    for folder in folders:
        sys.path.append(str(folder))
        try:
            return importlib.import_module("uno")
        except ImportError as failure:
            wrong = failure
            sys.path.remove(str(folder))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise OfficeError("wrong-python", f"the module uno does not load in Python {version}") from wrong
