"""What must not be torn apart at the end of a line: a number and its sign, initials and surname, a year and «г.»."""

from __future__ import annotations

import re

_NBSP = "\u00a0"
_NOT_FOR_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_INITIAL = r"[А-ЯЁA-Z]\."
_SURNAME = r"[А-ЯЁA-Z][а-яёa-z]"
_BOUND = re.compile(
    "|".join(
        (
            r"(?<=№) (?=\S)(?!п/п)",
            rf"(?<=\b{_INITIAL}) (?={_INITIAL}|{_SURNAME})",
            rf"(?<=[а-яё]) (?={_INITIAL} ?{_INITIAL}(?!\s*{_SURNAME}))",
            r"(?<=\d) (?=г\.|гг\.|«[А-Яа-я]»)",
            r"(?<=\b[Пп]риложение) (?=\d)",
            r"(?<=\bст\.) (?=\d)",
            r"(?<=\bп\.) (?=\d)",
        )
    )
)


def bound(text: str) -> str:
    """Return the text with hard spaces where a line must not end, and without what a file cannot hold."""
    return _BOUND.sub(_NBSP, _NOT_FOR_XML.sub("", text.replace("\r\n", "\n")))
