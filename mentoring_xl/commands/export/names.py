"""Names of files that every system takes: Windows is the strictest."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mentoring_xl.core.text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.documents.paper import Paper

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 90
_NAMELESS = "Документ"


def file_names(papers: Iterable[Paper]) -> tuple[str, ...]:
    """Return «Приказы/Приказ ПР-1.docx» for each paper; papers of one name are numbered from the second on.

    Systems that do not tell capitals from small letters are thought of.
    """
    taken: set[str] = set()
    return tuple(_free("/".join(map(safe, _path(paper))), taken) for paper in papers)


def safe(name: str) -> str:
    """Return the name without what Windows forbids in one, at most 90 characters and never empty."""
    clean = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name))
    clean = shortened(clean, _LONGEST).strip(" .") or _NAMELESS
    return f"_{clean}" if _DEVICES.fullmatch(clean) else clean


def _path(paper: Paper) -> tuple[str, ...]:
    return (paper.folder, paper.name) if paper.folder else (paper.name,)


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number})"
    taken.add(name.casefold())
    return f"{name}.docx"
