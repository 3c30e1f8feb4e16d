"""Every block as paragraphs and tables of a .docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from mentoring_xl.documents.faces.binding import bound
from mentoring_xl.documents.faces.letters import wrapped
from mentoring_xl.documents.faces.numbers import numbered
from mentoring_xl.documents.faces.sizes import BODY_PT, INDENT_MM, room_pt
from mentoring_xl.documents.faces.words import SIGNED_AND_DATED
from mentoring_xl.documents.paper import Acquainted, Align, Gap, Grid, Items, Picture, Sides, Signature, Stamp, Text

from .numbering import new_list, number
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from mentoring_xl.documents.paper import Block, Paper

_STYLES = {Align.JUSTIFIED: "Normal", Align.LEFT: "Flat", Align.CENTER: "Centered", Align.RIGHT: "AtRight"}
_IS_INDENTED = {Align.JUSTIFIED: True, Align.LEFT: False}
_EMPTY, _ITEM, _HEADING, _STAMP = "Flat", "NumberedItem", "OrderHeading", "ApprovalStamp"
_SIDES, _SIGNATURE, _ACQUAINTED, _AFTER_TABLE = "TwoSides", "SignatureLine", "AcquaintedLine", "AfterTable"
_LEFT_SHARE = 0.55
"""Of the width, for what stands at the left of a line with two sides."""


class Drawing:
    """A document being filled from the top."""

    def __init__(self, document: Document, paper: Paper) -> None:
        """document: empty, of the paper's size."""
        from docx.shared import Mm

        self._indent = Mm(INDENT_MM)
        self._document = document
        self._width = room_pt(paper)[0]
        self._is_new_page = False
        self._is_after_table = False

    def new_page(self) -> None:
        """Let what comes next begin on a page of its own."""
        self._is_new_page = True

    def add(self, block: Block, *, close: bool) -> None:
        """Add a block. close: it stays on the page of the next one."""
        if isinstance(block, Grid):
            if self._is_after_table or self._is_new_page:
                self._paragraph("", _AFTER_TABLE)
            self._document.element.body._insert_tbl(table(block, self._width, close=close))
        else:
            made = list(self._paragraphs(block))
            for paragraph in made[-1:] if close else ():
                paragraph.paragraph_format.keep_with_next = True
        self._is_after_table = isinstance(block, Grid)

    def finish(self) -> None:
        """A document must not end with a table: Word would add a line, and perhaps a page, of its own."""
        if self._is_after_table:
            self._paragraph("", _AFTER_TABLE)

    def _paragraphs(self, block: Block) -> Iterator[Paragraph]:
        match block:
            case Text():
                yield self._text(block)
            case Items():
                yield from self._items(block)
            case Stamp():
                yield self._paragraph("\n".join(block.lines), _STAMP)
            case Sides():
                yield self._sided(block.left, block.right, _SIDES)
            case Signature():
                yield self._sided(block.post, block.name, _SIGNATURE)
            case Acquainted():
                yield from self._acquainted(block)
            case Gap():
                yield self._paragraph("", _EMPTY)
            case Picture():
                yield from self._picture(block)

    def _text(self, block: Text) -> Paragraph:
        """A bold line in the middle is a heading; the indent is written down only where its style has another."""
        if block.bold and block.align is Align.CENTER:
            return self._paragraph(block.text, _HEADING)
        made = self._paragraph(block.text, _STYLES[block.align])
        for run in made.runs if block.bold else ():
            run.bold = True
        if block.indent is not _IS_INDENTED.get(block.align, block.indent):
            made.paragraph_format.first_line_indent = self._indent if block.indent else 0
        return made

    def _items(self, block: Items) -> Iterator[Paragraph]:
        """An item stays on the page of its first sub-item."""
        own = new_list(self._document)
        for label, item in numbered(block):
            made = self._paragraph(item.text, _ITEM)
            number(made, own, level=label.count(".") - 1)
            made.paragraph_format.keep_with_next = bool(item.items) or block.whole or None
            yield made

    def _acquainted(self, block: Acquainted) -> Iterator[Paragraph]:
        """The title has two names at least on its page, and no name stands alone on the next."""
        title = self._paragraph(block.title, _STYLES[Align.LEFT])
        title.paragraph_format.keep_with_next = True
        yield title
        last = len(block.names) - 1
        for place, name in enumerate(block.names):
            line = self._sided(name, SIGNED_AND_DATED, _ACQUAINTED)
            line.paragraph_format.keep_with_next = place in {0, last - 1} - {last} or None
            yield line

    def _picture(self, block: Picture) -> Iterator[Paragraph]:
        """The picture stays on the page of its caption."""
        from docx.shared import Mm

        made = self._paragraph("", _STYLES[Align.CENTER])
        shape = made.add_run().add_picture(io.BytesIO(block.data), width=Mm(block.width))
        shape._inline.docPr.set("descr", block.about)
        made.paragraph_format.keep_with_next = True
        yield made
        yield self._paragraph(block.caption, _STYLES[Align.CENTER])

    def _sided(self, left: str, right: str, style: str) -> Paragraph:
        """The right text stands level with the last line of the left one, which is broken here to leave it room."""
        lines = wrapped(bound(left), self._width * _LEFT_SHARE, BODY_PT)
        return self._paragraph("\n".join(line.strip(" \n") for line in lines) + f"\t{right}", style)

    def _paragraph(self, text: str, style: str) -> Paragraph:
        """style: its id, which is found faster than its name."""
        made = self._document.add_paragraph()
        made._p.style = style
        made.add_run(bound(text))
        if self._is_new_page:
            made.paragraph_format.page_break_before = True
            self._is_new_page = False
        return made
