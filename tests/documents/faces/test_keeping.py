"""Which blocks stay with the next."""

from __future__ import annotations

import pytest

from mentoring_xl.documents.faces.keeping import kept
from mentoring_xl.documents.paper import Align, Block, Gap, NewPage, Sides, Signature, Stamp, Text

TEXT, SIGN = Text("Текст"), Signature("Директор", "В.И. Арефьева")


@pytest.mark.parametrize(
    ("blocks", "places"),
    [
        ((TEXT, TEXT), set()),
        ((TEXT, SIGN), {0}),
        ((TEXT, TEXT, Gap(), Gap(), SIGN), {1, 2, 3}),
        ((SIGN,), set()),
        ((Gap(), SIGN), {0}),
        ((TEXT, NewPage(), Gap(), SIGN), {2}),
        ((TEXT, SIGN, Gap(), SIGN), {0, 1, 2}),
        ((Text("О закреплении", Align.CENTER, bold=True), Gap(), TEXT), {0, 1}),
        ((Text("ПРИКАЗЫВАЮ:", close=True), TEXT), {0}),
        ((Stamp(("УТВЕРЖДАЮ",)), Sides("", "")), {0}),
    ],
)
def test_headings_stay_with_their_text_and_the_text_with_its_signature(blocks: tuple[Block, ...], places: set[int]):
    assert kept(blocks) == places
