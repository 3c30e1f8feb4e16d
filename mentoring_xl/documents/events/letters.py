"""Thank-you letters: a page for each person, whose name stands in the dative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.paper import Align, Gap, Paper, Text
from mentoring_xl.documents.school import file_name, heading
from mentoring_xl.schema.texts_programmes import CONTROL, ITEM, PREAMBLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Block
    from mentoring_xl.documents.school import School

FOLDER = "Благодарности"
_ABOVE, _BELOW = 10, 6
"""Empty lines above the title and above the signature: the letter fills its page."""


def letter(code: str, texts: tuple[FilledText, ...], school: School) -> Paper:
    """Return the letter of one person. code: his code, which names the file."""
    title = " ".join(said(texts, TITLE))
    blocks: tuple[Block, ...] = (
        Text(school.headed, Align.CENTER, indent=False),
        *(Gap() for _ in range(_ABOVE)),
        heading(title.upper()),
        Gap(),
        Gap(),
        *_addressed(said(texts, PREAMBLE)),
        Gap(),
        *(Text(text, Align.CENTER, indent=False) for text in said(texts, ITEM)),
        Gap(),
        *(Text(text, Align.CENTER, indent=False) for text in said(texts, CONTROL)),
        *(Gap() for _ in range(_BELOW)),
        school.signed_by_director(),
    )
    return Paper(FOLDER, file_name(f"Благодарность {code}"), f"{title}: {code}", blocks)


def _addressed(texts: tuple[str, ...]) -> Iterator[Text]:
    """The last of the texts is the addressee."""
    for place, text in enumerate(texts, 1):
        yield Text(text, Align.CENTER, bold=place == len(texts), indent=False)
