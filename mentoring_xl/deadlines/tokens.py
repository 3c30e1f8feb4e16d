"""Cuts a phrase into tokens that remember where they stood; forgives invisible signs, alphabets and kinds of dash."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from .lexicon import WORDS
from .roles import Role

MAX_LENGTH = 2000
MAX_TOKENS = 300
_LONGEST_NUMBER = 6
_LATIN_TWINS = str.maketrans("aceopxykmthbi", "асеорхукмтнви")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ORDINAL_TAIL_LIST = "го ого его му ому ему е ое ые х ых я ая ю ую й ый ой ий м ом ым ти тью"
_ORDINAL_TAILS = frozenset(_ORDINAL_TAIL_LIST.split())
_PUNCTUATION = {
    **dict.fromkeys(".․。", Role.DOT),
    **dict.fromkeys(",،", Role.COMMA),
    **dict.fromkeys(":", Role.COLON),
    **dict.fromkeys(";", Role.SEMICOLON),
    **dict.fromkeys("-‐‑‒–—―−﹣-÷", Role.DASH),
    **dict.fromkeys("/\\|", Role.SLASH),
    **dict.fromkeys("([{", Role.OPEN),
    **dict.fromkeys(")]}", Role.CLOSE),
    **dict.fromkeys("«»\"'“”„‟‘’`", Role.QUOTE),
}


@dataclass(frozen=True)
class Token:
    """A word, a number or a sign.

    text: lower case, Cyrillic, «ё» as «е». value: the number meant, -1 when there is none to speak of.
    begin, end: offsets in the phrase as given. gap: space stands before. tail: the ending of a number («го» in «1-го»).
    """

    role: Role
    text: str = ""
    value: int = -1
    begin: int = 0
    end: int = 0
    gap: bool = False
    tail: str = ""


Tokens = tuple[Token, ...]
_Sign = tuple[str, int]


def _signs(text: str) -> Iterator[_Sign]:
    """Yield characters in lower case with their offsets; soft hyphens, joiners and stress marks are gone."""
    for offset, char in enumerate(text[:MAX_LENGTH]):
        category = unicodedata.category(char)
        if category == "Nl":
            yield from ((part, offset) for part in unicodedata.normalize("NFKC", char).lower())
        elif category not in ("Cf", "Mn", "Me"):
            lower = char.lower()
            yield (lower if len(lower) == 1 else char), offset


def _group(char: str) -> str:
    """Tell which characters may stand in one token."""
    if char.isspace() or char == "_":
        return "gap"
    if char in _SUPERSCRIPTS:
        return "raised"
    if char.isdecimal():
        return "number"
    return "word" if char.isalpha() else "sign"


def _chunks(text: str) -> Iterator[tuple[str, str, int, int, bool]]:
    """Yield (group, text, begin, end, gap before) of each token; a sign is always alone."""
    group, chars, begin, end, gap = "gap", "", 0, 0, False
    for char, offset in _signs(text):
        now = _group(char)
        if now != group or now == "sign":
            if chars:
                yield group, chars, begin, end, gap
            gap, group, chars, begin = group == "gap", now, "", offset
        chars += char if now != "gap" else ""
        end = offset + 1
    if chars:
        yield group, chars, begin, end, gap


def word_token(text: str, begin: int, end: int, gap: bool) -> Token:
    """Make the token of a word, its role taken from the lexicon."""
    lexeme = WORDS.get(text)
    if lexeme is None:
        return Token(Role.WORD, text, -1, begin, end, gap)
    return Token(lexeme.role, text, lexeme.value, begin, end, gap)


def _roman(text: str) -> int:
    """Give the value of a Roman number written with I, V and X, or 0."""
    letters = [_ROMAN.get(char, 0) for char in text]
    if not all(letters) or len(letters) > 5:
        return 0
    return sum(-now if now < after else now for now, after in zip(letters, [*letters[1:], 0], strict=True))


def _word(text: str, begin: int, end: int, gap: bool) -> Token:
    """Read letters: a Roman number, or a word with Latin look-alikes put right."""
    plain = text.replace("і", "i").replace("ё", "е")
    number = _roman(plain)
    if number:
        return Token(Role.ROMAN, plain, number, begin, end, gap)
    twins = plain.translate(_LATIN_TWINS)
    return word_token(twins if not twins.isascii() else plain, begin, end, gap)


def _token(group: str, text: str, begin: int, end: int, gap: bool) -> Token:
    """Make the token of one chunk."""
    if group == "word":
        return _word(text, begin, end, gap)
    if group == "number":
        return Token(Role.NUMBER, text, int(text) if len(text) <= _LONGEST_NUMBER else -1, begin, end, gap)
    if group == "raised":
        return Token(Role.RAISED, text, -1, begin, end, gap)
    return Token(_PUNCTUATION.get(text, Role.SIGN), text, -1, begin, end, gap)


def _with_tails(tokens: list[Token]) -> Iterator[Token]:
    """Glue «1-го», «II-я» and «2я» into ordinal numbers."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        tail = at + 2 if at + 1 < len(tokens) and tokens[at + 1].role is Role.DASH else at + 1
        if token.role in (Role.NUMBER, Role.ROMAN) and tail < len(tokens) and _is_tail(tokens[at + 1 : tail + 1]):
            yield replace(token, end=tokens[tail].end, tail=tokens[tail].text)
            at = tail + 1
        else:
            yield token
            at += 1


def _is_tail(rest: list[Token]) -> bool:
    """Tell whether the tokens after a number are its ending, glued or behind a dash."""
    glued = not rest[-1].gap and not rest[0].gap
    return rest[-1].text in _ORDINAL_TAILS and (glued or (len(rest) == 2 and len(rest[-1].text) > 1))


def scan(text: str) -> list[Token]:
    """Cut the first `MAX_LENGTH` characters of `text` into tokens, at most `MAX_TOKENS`, left to right."""
    return list(_with_tails([_token(*chunk) for chunk in islice(_chunks(text), MAX_TOKENS)]))
