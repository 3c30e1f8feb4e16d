"""The empty .docx that every paper begins as, put together from the files of `parts`, and the finished one as bytes."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.documents.faces.sizes import margins, page_mm, room_pt

if TYPE_CHECKING:
    from docx.document import Document

    from mentoring_xl.documents.paper import Paper

_PARTS = {
    "[Content_Types].xml": "types.xml",
    "_rels/.rels": "package_links.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_links.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/header.xml": "header.xml",
}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_SIDED = ("Дата и номер", "Подпись", "Ознакомлен")
_NO_LIBRARY = 'Чтобы делать .docx, нужна библиотека. Выполните pip install "mentoring-xl[papers]" и повторите.'


def opened(paper: Paper) -> Document:
    """Return an empty document of the paper's size and title; BookError when python-docx is not installed."""
    try:
        import docx
    except ImportError as error:
        raise BookError(_NO_LIBRARY) from error
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    document = docx.Document(io.BytesIO(_base()))
    document.core_properties.title = paper.title
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, page_mm(paper))
    if paper.wide:
        section.orientation = WD_ORIENT.LANDSCAPE
    edges = map(Mm, margins(paper))
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = edges
    for name in _SIDED:
        document.styles[name].paragraph_format.tab_stops.add_tab_stop(Pt(room_pt(paper)[0]), WD_TAB_ALIGNMENT.RIGHT)
    document.styles["Гриф"].paragraph_format.left_indent = Pt(room_pt(paper)[0] / 2)
    return document


def packed(document: Document) -> bytes:
    """Return the document as bytes that do not tell when they were made."""
    saved, file = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            _put(new, name, old.read(name))
    return file.getvalue()


@cache
def _base() -> bytes:
    folder = files(__package__) / "parts"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, part in _PARTS.items():
            _put(package, name, (folder / part).read_bytes())
    return file.getvalue()


def _put(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    package.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
