"""Bytes of a text file → text: Russian files come in UTF-8, UTF-16, Windows-1251 and DOS encodings."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("cp1251", "cp866", "koi8-r")
_FREQUENT = frozenset("оеаинтсрвлкмдпу")
_SAMPLE = 20_000
_HIGH_BYTES = (0, 4, 0x20)
"""Of Latin and Cyrillic letters and of dashes in UTF-16."""
_NEARLY_ALL = 0.9


def decoded(data: bytes) -> str | None:
    """Return the text of a file, None when it is no text at all."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:_SAMPLE]
    odd, even = (sum(map(sample[start::2].count, _HIGH_BYTES)) for start in (1, 0))
    if 2 * max(odd, even) > _NEARLY_ALL * len(sample):
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    if 0 in sample:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(max(_OLD, key=lambda encoding: _likeness(sample, encoding)), errors="replace")


def _likeness(sample: bytes, encoding: str) -> int:
    """Count the letters that Russian text is mostly made of, in lower case."""
    return sum(letter in _FREQUENT for letter in sample.decode(encoding, errors="ignore"))
