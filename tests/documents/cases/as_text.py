"""A .docx as lines that a person reads: styles, numbering, alignment, tables, new pages.

Run: python -m tests.documents.cases.as_text. Writes the expected files anew; read every difference before you keep it.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.table import Table

from mentoring_xl.actions import papers
from mentoring_xl.documents.faces.word import docx as drawn
from tests.documents.cases import school

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.text.paragraph import Paragraph

    from mentoring_xl.documents.paper import Paper

EXPECTED = Path(__file__).with_name("expected")


def all_papers() -> dict[str, Paper]:
    """Return every paper of the small school, its contents page too, by the path of its expected file."""
    tables = school.tables()
    found = papers.papers(tables, school.TODAY)
    return {
        f"{paper.folder or 'Содержание'}/{paper.name}.txt": paper
        for paper in (papers.contents_page(tables, found, school.TODAY), *found)
    }


def as_text(paper: Paper) -> str:
    """Return the paper's .docx as lines: «Style: text», «=== new page», «| cell | cell |», no-break spaces as «~»."""
    document = docx.Document(io.BytesIO(drawn(paper)))
    lines: list[str] = [f"# {document.core_properties.title}"]
    for block in document.iter_inner_content():
        lines += _table(block) if isinstance(block, Table) else _paragraph(block)
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.paragraph_format.page_break_before:
        yield "=== new page"
    levels = paragraph._p.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")
    level = f" {int(levels[0]) + 1}" if levels else ""
    style = paragraph.style.name if paragraph.style is not None else ""
    yield (
        f"{style}{level}: {paragraph.text}".rstrip(": ") if not paragraph.text else f"{style}{level}: {paragraph.text}"
    )


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        mark = "#" if row._tr.xpath("./w:trPr/w:tblHeader") else "|"
        cells = {id(cell._tc): cell for cell in row.cells}.values()
        yield f"{mark} {' | '.join(cell.text.replace(chr(10), ' / ') for cell in cells)} |"


if __name__ == "__main__":
    for path, paper in all_papers().items():
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_text(as_text(paper), encoding="utf-8")
