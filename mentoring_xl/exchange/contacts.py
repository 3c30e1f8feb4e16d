"""Phones, e-mail addresses and years of birth inside free texts, and there again what private columns say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

HIDDEN = "[скрыто]"
_SHORTEST = 5
_PARTS = re.compile(r"[;,\n]")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])(?:\+7|8|7)[\s(-]{0,3}\d{3}[\s)-]{0,3}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"
    r"|(?<!\w)(?:19|20)\d\d\s*г(?:\.|ода?)?\s*р(?:\.|ожд\w*)",
    re.IGNORECASE,
)


def secrets(texts: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Return what must not stand elsewhere, the longest first: the parts of private texts that are no one's name.

    names: full names of those who are named elsewhere by right. Parts shorter than 5 characters fall out.
    """
    parts = {tidy(part) for text in texts for part in _PARTS.split(text)}
    return tuple(sorted((part for part in parts - set(names) if len(part) >= _SHORTEST), key=len, reverse=True))


def without_contacts(text: str, known: Iterable[str] = ()) -> str:
    """Return the text with «[скрыто]» in place of each phone, e-mail address, «2011 г. р.» and what is known."""
    for secret in known:
        if secret in text:
            text = text.replace(secret, HIDDEN)
    return _CONTACT.sub(HIDDEN, text)
