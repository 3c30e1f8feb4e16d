"""The text of a plan's file, or the sentence about one that is no text."""

from __future__ import annotations

from mentoring_xl.core import decoding

from . import sentences


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file; BookError when it is no text at all."""
    text = decoding.decoded(data)
    if text is None:
        raise sentences.refusal(sentences.NOT_TEXT, name)
    return text
