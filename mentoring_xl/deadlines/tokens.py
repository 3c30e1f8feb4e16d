"""Cuts a phrase into tokens that remember where they stood; forgives invisible signs, alphabets and kinds of dash."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .lexicon import WORDS
from .roles import Lexeme, Role

MAX_LENGTH = 2000
MAX_TOKENS = 300
_LONGEST_NUMBER = 6
_LATIN_TWINS = str.maketrans("aceopxykmthbi", "асеорхукмтнви")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ROMAN = {"i": 1, "v": 5, "x": 10}
_FOREIGN = re.compile("[a-zёі]")
_ORDINAL_TAIL_LIST = "го ого его му ому ему е ое ые х ых я ая ю ую й ый ой ий м ом ым ти тью"
_ORDINAL_TAILS = frozenset(_ORDINAL_TAIL_LIST.split())
# endings that are no words by themselves
_LOOSE_TAILS = frozenset({"го", "ого", "му", "ому", "ое", "ая", "ую", "ый", "ой", "ий"})
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
_YEARS_OF_PLANS = range(1990, 2051)
_NUMBERS = (*map(str, range(100)), *(f"0{digit}" for digit in range(10)), *map(str, _YEARS_OF_PLANS))
_KNOWN = {
    **{sign: Lexeme(role, -1) for sign, role in _PUNCTUATION.items()},
    **{number: Lexeme(Role.NUMBER, int(number)) for number in _NUMBERS},
    **WORDS,
}

# signs that lower case, and nothing else, makes ready for reading
_PLAIN = re.compile("[\\s!-~А-яЁё№«»“”„–—…]*")
_PLAIN_PIECES = re.compile(r"[а-яёa-z]+|\d+|.")
_PIECES = re.compile(rf"[^\W\d_{_SUPERSCRIPTS}]+|\d+|[{_SUPERSCRIPTS}]+|.")


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word, a number or a sign; never changed once it is made.

    text: lower case, Cyrillic, «ё» as «е». value: the number meant, -1 when there is none to speak of.
    begin, end: offsets in the phrase as given. gap: space stands before. tail: the ending of a number («го» in «1-го»).
    Not frozen and no named tuple: the grammar looks at tokens some hundred times a phrase, slots are read five times
    faster than a tuple, and a frozen dataclass is made three times slower.
    """

    role: Role
    text: str = ""
    value: int = -1
    begin: int = 0
    end: int = 0
    gap: bool = False
    tail: str = ""


Tokens = tuple[Token, ...]


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """Yield characters in lower case with their offsets; soft hyphens, joiners and stress marks are gone."""
    for offset, char in enumerate(text):
        category = unicodedata.category(char)
        if category == "Nl":
            yield from ((part, offset) for part in unicodedata.normalize("NFKC", char).lower())
        elif category == "No" and char not in _SUPERSCRIPTS:
            yield "#", offset
        elif category not in ("Cf", "Mn", "Me"):
            lower = char.lower()
            yield (lower if len(lower) == 1 else char), offset


def _plain(text: str) -> tuple[str, list[int] | None]:
    """Give the text in plain lower case, and where each of its characters stood if that is not where it stands now."""
    if _PLAIN.fullmatch(text):
        return text.lower(), None
    signs = tuple(_signs(text))
    return "".join([char for char, _ in signs]), [offset for _, offset in signs]


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
    if not _FOREIGN.search(text):
        return Token(Role.WORD, text, -1, begin, end, gap)
    plain = text.replace("і", "i").replace("ё", "е")
    number = _roman(plain)
    if number:
        return Token(Role.ROMAN, plain, number, begin, end, gap)
    twins = plain.translate(_LATIN_TWINS)
    return word_token(twins if not twins.isascii() else plain, begin, end, gap)


def _strange(text: str, begin: int, end: int, gap: bool) -> Token:
    """Make the token of a number, or of a word or sign that is not known as it stands."""
    if text.isdecimal():
        return Token(Role.NUMBER, text, int(text) if len(text) <= _LONGEST_NUMBER else -1, begin, end, gap)
    if text[0] in _SUPERSCRIPTS:
        return Token(Role.RAISED, text, -1, begin, end, gap)
    return _word(text, begin, end, gap) if text[0].isalnum() else Token(Role.SIGN, text, -1, begin, end, gap)


def _with_tails(tokens: list[Token]) -> Iterator[Token]:
    """Glue «1-го», «II-я» and «2я» into ordinal numbers."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        tail = at + 2 if at + 1 < len(tokens) and tokens[at + 1].role is Role.DASH else at + 1
        if token.role in (Role.NUMBER, Role.ROMAN) and tail < len(tokens) and _is_tail(tokens[at + 1 : tail + 1]):
            text = tokens[tail].text
            yield Token(token.role, token.text, token.value, token.begin, tokens[tail].end, token.gap, text)
            at = tail + 1
        else:
            yield token
            at += 1


def _is_tail(rest: list[Token]) -> bool:
    """Tell whether the tokens after a number are its ending, glued or behind a dash."""
    glued = not rest[-1].gap and not rest[0].gap
    return rest[-1].text in _ORDINAL_TAILS and (
        glued or (len(rest) == 2 and len(rest[-1].text) > 1) or _is_loose(rest[-1])
    )


def _is_loose(token: Token) -> bool:
    """Tell an ending that is no word by itself, so that it may stand apart: «30 го»."""
    return token.text in _LOOSE_TAILS


def scan(text: str) -> list[Token]:
    """Cut the first `MAX_LENGTH` characters of `text` into tokens, at most `MAX_TOKENS`, left to right."""
    plain, offsets = _plain(text[:MAX_LENGTH])
    cut = (_PLAIN_PIECES if offsets is None else _PIECES).findall
    tokens: list[Token] = []
    end, strange = 0, False
    for word in plain.split():
        begin, gap = plain.find(word, end), True
        end = begin + len(word)
        known = _KNOWN.get(word)
        if known:
            tokens.append(Token(known.role, word, known.value, begin, end, gap))
            continue
        for piece in cut(word):
            after, known = begin + len(piece), _KNOWN.get(piece)
            if known:
                tokens.append(Token(known.role, piece, known.value, begin, after, gap))
            elif piece != "_":
                tokens.append(_strange(piece, begin, after, gap))
                strange = True
            begin, gap = after, piece == "_"
    del tokens[MAX_TOKENS:]
    if strange and not _ORDINAL_TAILS.isdisjoint([token.text for token in tokens]):
        tokens = list(_with_tails(tokens))
    return tokens if offsets is None else _put_back(tokens, offsets)


def _put_back(tokens: list[Token], offsets: list[int]) -> list[Token]:
    """Give tokens the places that they had in the phrase as given."""
    return [
        Token(old.role, old.text, old.value, offsets[old.begin], offsets[old.end - 1] + 1, old.gap, old.tail)
        for old in tokens
    ]
