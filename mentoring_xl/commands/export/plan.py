"""What an export does to a folder that may hold an earlier one: ours is replaced, a person's work is never touched."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path
    from typing import TypeAlias

    OnDisk: TypeAlias = Callable[[str], bytes | None]
    """on_disk(path in the folder): what lies there, None for nothing."""

MANIFEST = ".mentoring-export.json"
"""What the program has written here: path in the folder → SHA-256. A file that differs from it is a person's."""
_OURS = re.compile(r"(?:[^/\\:]+/)?[^/\\:]+\.(?:docx|pdf|xlsx)")


@dataclass(frozen=True)
class Placed:
    """One file: the path it should have, the one it gets beside a person's file, what lies there before."""

    path: str
    target: str
    data: bytes
    lying: bytes | None

    @property
    def changes(self) -> bool:
        """Whether the target is to be written."""
        return self.data != self.lying


@dataclass(frozen=True)
class Plan:
    """placed: the files that lie in the folder afterwards. left: a person's files for which there is nothing new."""

    placed: tuple[Placed, ...] = ()
    left: tuple[str, ...] = ()

    def __add__(self, other: Plan) -> Plan:
        return Plan(self.placed + other.placed, self.left + other.left)

    @property
    def written(self) -> dict[str, bytes]:
        """The content of each file that is to be written, by its path."""
        return {each.target: each.data for each in self.placed if each.changes}

    @property
    def marks(self) -> dict[str, str]:
        """The part of the next manifest that is about these files."""
        return {each.target: mark(each.data) for each in self.placed}


def planned(files: Mapping[str, bytes], on_disk: OnDisk, earlier: Mapping[str, str]) -> Plan:
    """Plan to lay `files` (path → content). earlier: the manifest of the last export.

    A file that a person changed stays, and so does one that the program does not know: ours goes beside it, unless
    it is the same as the last time.
    """
    placed, left = [], []
    for path, data in files.items():
        if not _is_free(path, data, on_disk, earlier) and earlier.get(path) == mark(data):
            left.append(path)
            continue
        paths = (_beside(path, number) for number in count())
        target = next(each for each in paths if _is_free(each, data, on_disk, earlier))
        placed.append(Placed(path, target, data, on_disk(target)))
    return Plan(tuple(placed), tuple(left))


def stale(plan: Plan, earlier: Mapping[str, str], folders: Collection[str], *, with_pdf: bool) -> tuple[str, ...]:
    """Return what earlier exports wrote into these folders and this one does not.

    with_pdf: this export makes PDFs; when it does not, those whose .docx is still the same stay.
    """
    staying = {*(each.target for each in plan.placed), *(each.path for each in plan.placed), *plan.left}
    if not with_pdf:
        staying |= {pdf_of(path) for path in staying - plan.written.keys()}
    return tuple(path for path in earlier if path not in staying and path.rpartition("/")[0] in folders)


def pdf_of(path: str) -> str:
    """Return where the PDF of a .docx lies."""
    return f"{path.removesuffix('.docx')}.pdf"


def mark(data: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path) -> dict[str, str]:
    """Return what earlier exports wrote; nothing when their list is missing or spoilt."""
    try:
        marks = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {str(name): str(mark) for name, mark in marks.items() if _OURS.fullmatch(name) and ".." not in name}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def manifest_bytes(marks: Mapping[str, str]) -> bytes:
    """Return the manifest as it is written."""
    return json.dumps({"files": dict(sorted(marks.items()))}, ensure_ascii=False, indent=1).encode()


def _is_free(path: str, data: bytes, on_disk: OnDisk, earlier: Mapping[str, str]) -> bool:
    lying = on_disk(path)
    return lying is None or lying == data or mark(lying) == earlier.get(path)


def _beside(path: str, number: int) -> str:
    """Return the path itself, then «… (новый)», «… (новый 2)»."""
    whole = PurePosixPath(path)
    return str(whole.with_stem(f"{whole.stem} (новый{f' {number}' if number > 1 else ''})")) if number else path
