"""A paper as a .docx with real styles, numbering and table heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.documents.faces.keeping import kept
from mentoring_xl.documents.paper import NewPage

from .base import opened, packed
from .blocks import Drawing

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Paper


def docx(paper: Paper) -> bytes:
    """Return the paper as a .docx; equal papers give equal bytes.

    Its properties name the title and this program, no person and no time. Raises BookError when python-docx is not
    installed.
    """
    document = opened(paper)
    drawing = Drawing(document, paper)
    close = kept(paper.blocks)
    for place, block in enumerate(paper.blocks):
        if isinstance(block, NewPage):
            drawing.new_page()
        else:
            drawing.add(block, close=place in close)
    drawing.finish()
    return packed(document)
