"""The computer as the add-ins see it: whose folders, which suites, which Python; handed in, so a test has its own."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Machine:
    """One user on one computer.

    system: as `sys.platform` has it. office: the soffice program behind any links, None without LibreOffice.
    registry: key and value name → its text, None when there is none; ansi: the encoding that VBA reads.
    shipped: name → the add-in file that came with the package (BookError without it).
    root: the user is root, for whom LibreOffice installs nothing but shared add-ins.
    profile: another LibreOffice profile than the user's usual one.
    """

    system: str
    home: Path
    environment: Mapping[str, str]
    interpreter: Path
    office: Path | None
    registry: Callable[[str, str], str | None]
    ansi: str
    shipped: Callable[[str], Path]
    root: bool
    profile: Path | None = None

    @classmethod
    def here(cls, profile: Path | None = None) -> Machine:
        """Return the computer that this runs on."""
        from mentoring_xl.books.office import find

        from .shipped import shipped

        office = find()
        return cls(
            system=sys.platform,
            home=Path.home(),
            environment=os.environ,
            interpreter=Path(sys.executable or sys.prefix),
            office=office.resolve() if office else None,
            registry=_registry,
            ansi="mbcs",
            shipped=shipped,
            root=hasattr(os, "geteuid") and os.geteuid() == 0,
            profile=profile,
        )

    @property
    def windows(self) -> bool:
        """The system is Windows."""
        return self.system == "win32"

    @property
    def mac(self) -> bool:
        """The system is macOS."""
        return self.system == "darwin"

    def folder(self, variable: str, usual: str) -> Path:
        """Return the folder that an environment variable names, else the usual one in the user's home."""
        named = self.environment.get(variable, "")
        return Path(named) if named else self.home / usual


if sys.platform == "win32":
    import winreg

    _ROOTS = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCR": winreg.HKEY_CLASSES_ROOT}

    def _registry(key: str, name: str) -> str | None:
        root, _, path = key.partition("\\")
        try:
            with winreg.OpenKey(_ROOTS[root], path) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
        except OSError:
            return None

else:

    def _registry(key: str, name: str) -> str | None:
        return None
