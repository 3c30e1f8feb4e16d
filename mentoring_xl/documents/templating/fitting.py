"""Our styles and tables made to fit between the margins of a school's template."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lend_styles(ours: bytes, template: Document) -> float:
    """Give the template our styles that it lacks; return its width between the margins as a share of ours.

    ours: a .docx of our form. docxcompose brings the styles of paragraphs along, but not those on which they are based.
    """
    import docx
    from docx.enum.style import WD_STYLE_TYPE

    form = docx.Document(io.BytesIO(ours))
    share = _width(template) / _width(form)
    known = {style.name for style in template.styles} | {style.style_id for style in template.styles}
    for style in form.styles:
        if {style.name, style.style_id} & known:
            continue
        template.styles.element.append(style.element)
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _settle(template.styles[style.name], share)
    return share


def narrow_tables(part: Document, share: float) -> None:
    """Make the tables of a part `share` as wide."""
    for name in ("gridCol", "tcW", "tblW"):
        attribute = f"{_W}w"
        for width in part.element.body.iter(f"{_W}{name}"):
            if width.get(attribute, "").isdecimal() and width.get(f"{_W}type", "dxa") == "dxa":
                width.set(attribute, str(round(int(width.get(attribute)) * share)))


def _settle(style: ParagraphStyle, share: float) -> None:
    """Tell outright what the style had from our «Normal»: the template has another; move its stops with the margin."""
    form = style.paragraph_format
    form.space_before = form.space_before or 0
    form.space_after = form.space_after or 0
    form.line_spacing = form.line_spacing or 1.0
    for stop in form.tab_stops:
        stop.position = round(stop.position * share)
    if form.left_indent:
        form.left_indent = round(form.left_indent * share)


def _width(document: Document) -> int:
    section = document.sections[0]
    return (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
