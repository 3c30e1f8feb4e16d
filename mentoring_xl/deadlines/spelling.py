"""Guesses the word behind a misspelling, where a deadline has a place for it and the word means nothing else."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .lexicon import MONTH_STEMS, WORDS
from .roles import Role
from .tokens import Token, word_token

_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_MOST_GUESSES = 6
_SIGNS = frozenset(
    (
        *(Role.DOT, Role.COMMA, Role.COLON, Role.SEMICOLON, Role.DASH, Role.SLASH),
        *(Role.OPEN, Role.CLOSE, Role.QUOTE, Role.AND, Role.MONTH),
    )
)
_PARTS_OF_MONTH = frozenset({Role.EDGE, Role.WEEK, Role.DECADE, Role.HALF})
_BEFORE_MONTH = _SIGNS | _PARTS_OF_MONTH | {Role.IN, Role.FROM, Role.UNTIL, Role.TO, Role.BY}
_AFTER_MONTH = _SIGNS | {Role.TO, Role.UNTIL, Role.YEAR, Role.UNIT_MONTH, Role.CURRENT}
_KEY_ROLES = frozenset(
    (
        *(Role.HABIT, Role.DURING, Role.QUARTER, Role.HALF_YEAR, Role.WEEKDAY),
        *(Role.CITE, Role.EDGE, Role.PERIOD, Role.TERM),
    )
)


class _Candidates(NamedTuple):
    """Words worth guessing by their length and first letter, which people rarely mistype.

    shortest: the length from which a word may have one slip. long: from which it may have two.
    """

    words: dict[tuple[int, str], tuple[str, ...]]
    shortest: int
    long: int


def _candidates(roles: frozenset[Role], shortest: int, long: int) -> _Candidates:
    """Gather the long enough words with the given roles."""
    words: dict[tuple[int, str], tuple[str, ...]] = {}
    for word, lexeme in WORDS.items():
        if lexeme.role in roles and len(word) >= shortest:
            key = len(word), word[0]
            words[key] = (*words.get(key, ()), word)
    return _Candidates(words, shortest, long)


@cache
def _months() -> _Candidates:
    return _candidates(frozenset({Role.MONTH}), 5, 8)


@cache
def _keys() -> _Candidates:
    return _candidates(_KEY_ROLES, 6, 10)


def _derived(word: str) -> bool:
    """Tell words made from a month («октябрята», «августовский») from misspelt months."""
    tails = (word[len(stem) :].lstrip(stem[-1]) for stem in MONTH_STEMS if word.startswith(stem))
    return any(len(tail) > 1 and _CONSONANTS.intersection(tail) for tail in tails)


def _guess(word: str, candidates: _Candidates) -> str | None:
    """Give the nearest candidate, the longest of those equally near."""
    size = len(word)
    if size < candidates.shortest:
        return None
    limit = 2 if size >= candidates.long else 1
    sizes = range(size - limit, size + limit + 1)
    near = [other for length in sizes for other in candidates.words.get((length, word[0]), ())]
    if not near or _derived(word):
        return None
    from rapidfuzz.distance import OSA

    slips, _, best = min((OSA.distance(word, other, score_cutoff=limit), -len(other), other) for other in near)
    return best if slips <= limit else None


def _month_fits(tokens: list[Token], at: int) -> bool:
    """Tell whether a month may stand here: after a day, before a year, beside a month, or with no other word beside."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (before is None or before.role in _BEFORE_MONTH) and (after is None or after.role in _AFTER_MONTH):
        return True
    day = before is not None and before.role is Role.NUMBER and 1 <= before.value <= 31
    year = after is not None and after.role is Role.NUMBER and len(after.text) == 4
    return day or year or _dashed(tokens, at)


def _dashed(tokens: list[Token], at: int) -> bool:
    """Tell whether a dash joins this word to a month before or after it."""
    if at > 1 and tokens[at - 1].role is Role.DASH and tokens[at - 2].role is Role.MONTH:
        return True
    return at + 2 < len(tokens) and tokens[at + 1].role is Role.DASH and tokens[at + 2].role is Role.MONTH


def with_months(tokens: list[Token]) -> list[Token]:
    """Replace unknown words by months where a month is expected («20 апредя»); look at six words at most."""
    return _guessed(tokens, [at for at in _unknown(tokens) if _month_fits(tokens, at)], _months())


def with_key_words(tokens: list[Token]) -> list[Token]:
    """Replace unknown words by key words («ежемсячно»): for a phrase that has no reading as written."""
    return _guessed(tokens, _unknown(tokens), _keys())


def _unknown(tokens: list[Token]) -> list[int]:
    """Give the positions of words that mean nothing."""
    return [at for at, token in enumerate(tokens) if token.role is Role.WORD]


def _guessed(tokens: list[Token], places: list[int], candidates: _Candidates) -> list[Token]:
    """Put the nearest candidates in the first few of the places; the same list when there is none."""
    guessed = list(tokens) if places else tokens
    for at in places[:_MOST_GUESSES]:
        token, word = tokens[at], _guess(tokens[at].text, candidates)
        if word is not None:
            guessed[at] = word_token(word, token.begin, token.end, token.gap)
    return guessed
