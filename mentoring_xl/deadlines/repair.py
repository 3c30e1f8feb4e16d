"""Mends words that a narrow column broke («понедельн ик», «те- чение») or a typist glued («смая»)."""

from __future__ import annotations

from collections.abc import Iterator

from .lexicon import BEGINNINGS, WORDS
from .roles import Role
from .tokens import Token, word_token

_PREFIXES = frozenset({"в", "во", "до", "с", "со", "по", "к", "ко", "на"})
_AFTER_PREFIX = frozenset({Role.MONTH, Role.QUARTER, Role.HALF_YEAR, Role.WEEKDAY, Role.SCHOOL, Role.DURING})
_UNITS = frozenset({Role.DAY, Role.WEEK, Role.UNIT_MONTH})
_ROMAN_UNITS = frozenset({Role.QUARTER, Role.HALF_YEAR, Role.TERM})
_LONGEST_WORD = 40
_ROMAN_TWINS = {"п": 2, "ш": 3, "11": 2, "111": 3, "1у": 4}
_SHORTEST_MONTH = 3
_SHORTEST_OTHER = 5


def _is_letters(token: Token) -> bool:
    """Tell words from numbers and signs; a lone Roman number may be half of a word too."""
    return token.text.isalpha()


def _joined(tokens: list[Token], at: int) -> tuple[Token, int] | None:
    """Join pieces from `at` on into the longest known word, if at least one piece means nothing by itself."""
    first, text, strange, best = tokens[at], tokens[at].text, tokens[at].text not in WORDS, None
    after = at + 1
    while after < len(tokens) and text in BEGINNINGS:
        if tokens[after].role is Role.DASH and after + 1 < len(tokens):
            after += 1
        piece = tokens[after]
        if not _is_letters(piece):
            break
        text += piece.text
        strange = strange or piece.text not in WORDS
        after += 1
        if strange and text in WORDS:
            best = word_token(text, first.begin, piece.end, first.gap), after
    return best


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a glued word into a part that may lead and a known part."""
    for size in range(1, len(text) - 2):
        left, right = text[:size], text[size:]
        if right in WORDS and (left in _PREFIXES or left in WORDS):
            yield left, right


def _may_part(left: str, right: str) -> bool:
    """Allow only cuts that leave no ordinary word behind: «смая», «сентябрьоктябрь», «течениегода», «десятидневный»."""
    first, second = WORDS[left].role, WORDS[right].role
    if first is Role.DURING or (first is Role.COUNT and second in _UNITS):
        return True
    if left in _PREFIXES:
        shortest = _SHORTEST_MONTH if second is Role.MONTH else _SHORTEST_OTHER
        return second in _AFTER_PREFIX and len(right) >= shortest
    return first is second is Role.MONTH and min(len(left), len(right)) > _SHORTEST_MONTH


def _parted(token: Token) -> tuple[Token, ...]:
    """Cut a glued unknown word into two known ones; every other token stays whole."""
    if token.role is not Role.WORD or len(token.text) > _LONGEST_WORD:
        return (token,)
    for left, right in _cuts(token.text):
        if _may_part(left, right):
            middle = min(token.begin + len(left), token.end)
            return word_token(left, token.begin, middle, token.gap), word_token(right, middle, token.end, True)
    return (token,)


def _with_romans(tokens: list[Token]) -> Iterator[Token]:
    """Read «П», «Ш», «11», «111» and «1У» before a quarter or a term as the Roman numbers they stand for."""
    at = 0
    while at < len(tokens):
        token, text, after = tokens[at], tokens[at].text, at + 1
        if text == "1" and after < len(tokens) and tokens[after].text in ("у", "v") and not tokens[after].gap:
            text, after = "1у", after + 1
        number = _ROMAN_TWINS.get(text)
        if number and after < len(tokens) and tokens[after].role in _ROMAN_UNITS:
            yield token._replace(role=Role.ROMAN, value=number, end=tokens[after - 1].end)
            at = after
        else:
            yield token
            at += 1


def mend(tokens: list[Token]) -> list[Token]:
    """Join broken words, part glued ones, put Roman numbers right; the order and the offsets stay."""
    roles = [token.role for token in tokens]
    if Role.WORD in roles:
        tokens = _rejoined(tokens)
        roles = [token.role for token in tokens]
    return tokens if _ROMAN_UNITS.isdisjoint(roles) else list(_with_romans(tokens))


def _with_soft_signs(tokens: list[Token]) -> list[Token]:
    """Give a soft sign back to the word it was torn from: «Сентябр / ьдекабр / ь»."""
    done: list[Token] = []
    for token in tokens:
        if not (done and _is_letters(done[-1]) and token.text.startswith("ь")):
            done.append(token)
            continue
        before, cut = done[-1], token.begin + 1
        done[-1] = word_token(before.text + "ь", before.begin, cut, before.gap)
        if token.text != "ь":
            done.append(word_token(token.text[1:], min(cut, token.end), token.end, True))
    return done


def _rejoined(tokens: list[Token]) -> list[Token]:
    """Join pieces into words and part glued words."""
    whole: list[Token] = []
    tokens, at = _with_soft_signs(tokens), 0
    while at < len(tokens):
        joined = _joined(tokens, at) if _is_letters(tokens[at]) else None
        token, at = joined or (tokens[at], at + 1)
        whole.extend(_parted(token))
    return whole
