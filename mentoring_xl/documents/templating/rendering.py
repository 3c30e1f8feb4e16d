"""A .docx template rendered by docxtpl: its placeholders are words of ours, none is a program."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Protocol

from mentoring_xl.core.text import fold, shortened
from mentoring_xl.documents.faces.word.base import packed

from .fitting import lend_styles, narrow_tables
from .parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_FOR_WHOLE_PLACES = re.compile(r"\{\{(?:p|r|tr|tc)\s(?!=)")
"""How docxtpl is told to put raw XML in the place of a paragraph, a run, a row, a cell."""
_LONGEST_LINE = 60
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class BracesError(Exception):
    """Carries the line in which a placeholder is not closed or a program stands."""


class Filling(Protocol):
    """What stands in the place of each placeholder."""

    def blank(self) -> bytes:
        """Return a .docx of ours without text, for its styles."""

    def part(self, name: str) -> bytes:
        """Return a part of the paper as a .docx, to be put in the place of a paragraph."""

    def word(self, name: str) -> str:
        """Return a text."""


def rendered(template: bytes, filling: Filling) -> bytes:
    """Return the filled template. Raises BracesError, ImportError without docxtpl, and one of broken() for no .docx."""
    from docxtpl import DocxTemplate
    from docxtpl.subdoc import Subdoc
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    values: list[object] = []

    class Template(DocxTemplate):  # type: ignore[misc]
        """Every placeholder becomes a number, so that words with spaces and cases are names and none is a program."""

        def patch_xml(self, src_xml: str) -> str:
            _check_braces(src_xml)
            return _PLACEHOLDER.sub(self._numbered, super().patch_xml(src_xml))

        def _numbered(self, found: re.Match[str]) -> str:
            name = found[1]
            values.append(self._part(name[1:]) if name.startswith("=") else filling.word(name))
            return f"{{{{ values[{len(values) - 1}] }}}}"

        def _part(self, name: str) -> Subdoc:
            part = Subdoc(self, io.BytesIO(filling.part(name)))
            narrow_tables(part.subdocx, share)
            return part

    document = Template(io.BytesIO(template))
    document.init_docx()
    share = lend_styles(filling.blank(), document.docx)
    _mark_parts(document.docx.element.body.iter(f"{_W}p"))
    document.render({"values": values}, ImmutableSandboxedEnvironment(autoescape=True))
    return packed(document.docx)


def broken() -> tuple[type[Exception], ...]:
    """Return what the libraries raise when a file is no .docx or its placeholders are not closed.

    SyntaxError is that of lxml over a part that is no XML.
    """
    from docx.opc.exceptions import OpcError
    from jinja2 import TemplateError

    return (OSError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError, OpcError, TemplateError)


def _check_braces(xml: str) -> None:
    """Raise BracesError at a paragraph that has more braces than placeholders: docxtpl would swallow what follows."""
    for paragraph in _PARAGRAPH.findall(xml):
        text = _TAG.sub("", paragraph)
        if _BRACES.search(_PLACEHOLDER.sub("", text)) or _FOR_WHOLE_PLACES.search(text):
            raise BracesError(shortened(text, _LONGEST_LINE))


def _mark_parts(paragraphs: Iterable[Any]) -> None:
    """Turn «{{текст}}» that is a whole paragraph into docxtpl's tag for one that a subdocument replaces."""
    for paragraph in paragraphs:
        texts = list(paragraph.iter(f"{_W}t"))
        found = _PLACEHOLDER.fullmatch("".join(each.text or "" for each in texts).strip())
        if found and fold(found[1]) in PARTS:
            for each in texts:
                each.text = ""
            texts[0].text = f"{{{{p ={fold(found[1])}}}}}"
