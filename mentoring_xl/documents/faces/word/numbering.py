"""Numbers that Word itself writes: 1., 1.1. – a list of its own for every run of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_MULTILEVEL = 0
"""The only abstract list of parts/numbering.xml."""


def new_list(document: Document) -> int:
    """Return the id of a new multilevel list that counts from 1."""
    made = document.part.numbering_part.element.add_num(_MULTILEVEL)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def number(paragraph: Paragraph, list_id: int, *, level: int) -> None:
    """Number a paragraph in a list. level: from 0."""
    numbers = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbers.get_or_add_ilvl().val = level
    numbers.get_or_add_numId().val = list_id
