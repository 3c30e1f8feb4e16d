"""Answers as text with a separator: «,» from form services, «;» from Excel in Russia, tabs from a pasted table."""

from __future__ import annotations

from mentoring_xl.core.decoding import decoded
from mentoring_xl.core.delimited import rows_of
from mentoring_xl.surveys.importing import sentences
from mentoring_xl.surveys.importing.source import Sheet, sheet_of


def read(data: bytes, name: str) -> Sheet | None:
    """Return the answers, None when there is no row below the heads."""
    text = decoded(data)
    if text is None:
        raise sentences.refusal(sentences.OTHER, name)
    return sheet_of(name, rows_of(text))
