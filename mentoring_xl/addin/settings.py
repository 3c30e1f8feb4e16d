"""What LibreOffice's component reads to find this package: addin.json in the user's settings folder."""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .files import put

if TYPE_CHECKING:
    from .machine import Machine

PYTHON = ".".join(platform.python_version_tuple()[:2])
HOME = Path(__file__).parents[2]
"""The folder that holds this package."""
_LIBRARIES = ("site-packages", "dist-packages")


def place(machine: Machine) -> Path:
    """Return where addin.json lies; the component reckons the same folder by hand."""
    if machine.windows:
        parent = machine.folder("LOCALAPPDATA", "AppData/Local")
    elif machine.mac:
        parent = machine.home / "Library/Application Support"
    else:
        parent = machine.folder("XDG_CONFIG_HOME", ".config")
    return parent / "mentoring-xl" / "addin.json"


def write(machine: Machine) -> None:
    """Write this interpreter, its version and its library folders. Raises BookError."""
    libraries = [path for path in sys.path if Path(path).name in _LIBRARIES]
    paths = list(dict.fromkeys([str(HOME), *libraries]))
    content = {"interpreter": str(machine.interpreter), "python": PYTHON, "paths": paths}
    put(place(machine), (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


def linked(machine: Machine) -> Path | None:
    """Return the folder of the package that addin.json leads to, None without it; BookError when it is damaged."""
    path = place(machine)
    try:
        return Path(json.loads(path.read_text(encoding="utf-8"))["paths"][0])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise BookError(f"Файл {path} не читается. Повторите «mentoring-xl addin install».") from error
