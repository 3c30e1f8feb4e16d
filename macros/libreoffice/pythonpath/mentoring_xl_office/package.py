"""Where the installed mentoring_xl lies, as `mentoring-xl addin install` has written it down."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMAND = "mentoring-xl addin install --libreoffice"
_NAME = "mentoring_xl"
_HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


class NotReadyError(Exception):
    """The package cannot be used; `str(error)` is one Russian sentence with the command to run."""


def make_ready() -> None:
    """Make `import mentoring_xl` possible, at once when it is already. Raises NotReadyError."""
    if _NAME in sys.modules:
        return
    path = settings_path(sys.platform, os.environ, Path.home())
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
        python, folders = str(settings["python"]), [str(folder) for folder in settings["paths"]]
    except FileNotFoundError as error:
        raise NotReadyError(f"Программа mentoring-xl не подключена к LibreOffice: выполните «{COMMAND}».") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotReadyError(f"Файл {path} не читается: выполните «{COMMAND}».") from error
    if python != _HERE:
        raise NotReadyError(
            f"LibreOffice работает на Python {_HERE}, а mentoring-xl установлена для Python {python}: "
            f"установите её для Python {_HERE} и выполните «{COMMAND}»."
        )
    sys.path.extend(folder for folder in folders if folder not in sys.path)
    importlib.invalidate_caches()
    if importlib.util.find_spec(_NAME) is None:
        raise NotReadyError(
            f"Программы mentoring-xl больше нет на прежнем месте: установите её и выполните «{COMMAND}»."
        )


def settings_path(platform: str, environ: Mapping[str, str], home: Path) -> Path:
    """Return where addin.json lies; the folders of platformdirs, which LibreOffice's Python does not have."""
    if platform == "win32":
        parent = Path(environ.get("LOCALAPPDATA") or home / "AppData/Local")
    elif platform == "darwin":
        parent = home / "Library/Application Support"
    else:
        parent = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return parent / "mentoring-xl" / "addin.json"
