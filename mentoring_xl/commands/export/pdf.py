"""PDFs of what an export lays: only of the papers that have changed since the last one, in one start of LibreOffice."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .folder import lying
from .plan import Plan, mark, pdf_of, planned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .plan import Placed


def pdfs(plan: Plan, folder: Path, earlier: Mapping[str, str]) -> Plan:
    """Return the plan for a PDF beside each .docx. earlier: the manifest of the last export.

    Raises BookError when LibreOffice is missing or fails.
    """
    documents = [each for each in plan.placed if each.target.endswith(".docx")]
    standing = {pdf_of(each.target): data for each in documents if (data := _standing(each, folder, earlier))}
    changed = {pdf_of(each.target): each.data for each in documents if pdf_of(each.target) not in standing}
    return planned({**standing, **_converted(changed)}, lambda path: lying(folder, path), earlier)


def _standing(document: Placed, folder: Path, earlier: Mapping[str, str]) -> bytes | None:
    """Return our PDF of an earlier export when its .docx is the same still; LibreOffice never makes the same twice."""
    path = pdf_of(document.target)
    data = None if document.changes else lying(folder, path)
    return data if data is not None and mark(data) == earlier.get(path) else None


def _converted(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    from mentoring_xl.books.office import to_pdfs

    with tempfile.TemporaryDirectory(prefix="mentoring-export-") as scratch:
        sources = {path: Path(scratch) / f"{number:04}.docx" for number, path in enumerate(documents)}
        for path, source in sources.items():
            source.write_bytes(documents[path])
        to_pdfs({source: source.with_suffix(".pdf") for source in sources.values()})
        return {path: source.with_suffix(".pdf").read_bytes() for path, source in sources.items()}
