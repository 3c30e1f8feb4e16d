"""A picture in a paper: in a .docx with its caption and words for who cannot see it, on a sheet only the caption."""

from __future__ import annotations

import io

import docx
from PIL import Image

from mentoring_xl.documents.faces import sheet, word
from mentoring_xl.documents.paper import Picture, Text

from .made import paper


def png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(file, "png")
    return file.getvalue()


PAPER = paper(Text("До рисунка"), Picture(png(), 160, "Рисунок 1 – Охват", "Столбцы: охват."))


def test_a_picture_is_as_wide_as_asked_and_stays_with_its_caption():
    made = docx.Document(io.BytesIO(word.docx(PAPER)))
    (shape,) = made.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (160, 80)
    assert shape._inline.docPr.get("descr") == "Столбцы: охват."
    assert [line.text for line in made.paragraphs] == ["До рисунка", "", "Рисунок 1 – Охват"]
    assert made.paragraphs[1].paragraph_format.keep_with_next is True


def test_the_same_picture_gives_the_same_bytes():
    assert word.docx(PAPER) == word.docx(PAPER)


def test_a_sheet_shows_the_caption_alone():
    lines = sheet.page(PAPER).lines
    assert [piece.text.strip() for line in lines for piece in line.pieces] == ["До рисунка", "Рисунок 1 – Охват"]
