"""Guesses the word behind a misspelling, where a deadline has a place for it and the word means nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from .lexicon import MONTH_STEMS, WORDS
from .roles import Role
from .tokens import Token, word_token

_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_SHORTEST, _LONG = 5, 8
_MOST_GUESSES = 6
_KEY_ROLES = frozenset(
    {Role.HABIT, Role.DURING, Role.QUARTER, Role.HALF_YEAR, Role.WEEKDAY, Role.CITE, Role.EDGE, Role.PERIOD, Role.TERM}
)


def _by_first_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Group the words worth guessing by their first letter, which people rarely mistype."""
    groups: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= _SHORTEST:
            groups.setdefault(word[0], []).append(word)
    return {letter: tuple(group) for letter, group in groups.items()}


_MONTHS = _by_first_letter(word for word, lexeme in WORDS.items() if lexeme.role is Role.MONTH)
_KEYS = _by_first_letter(word for word, lexeme in WORDS.items() if lexeme.role in _KEY_ROLES)


def distance(one: str, other: str, limit: int) -> int:
    """Count insertions, deletions, replacements and swaps of neighbours; anything above `limit` is `limit + 1`."""
    older: list[int] = []
    old = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        row = [at]
        for to, sign in enumerate(other, 1):
            cost = min(old[to] + 1, row[to - 1] + 1, old[to - 1] + (char != sign))
            if at > 1 and to > 1 and char == other[to - 2] and one[at - 2] == sign:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        older, old = old, row
    return min(old[-1], limit + 1)


def _derived(word: str) -> bool:
    """Tell words made from a month («октябрята», «августовский») from misspelt months."""
    tails = (word[len(stem) :] for stem in MONTH_STEMS if word.startswith(stem))
    return any(_CONSONANTS.intersection(tail) for tail in tails)


def _guess(word: str, candidates: dict[str, tuple[str, ...]]) -> str | None:
    """Give the nearest candidate: one slip in a word of five letters, two in one of eight."""
    if len(word) < _SHORTEST or _derived(word):
        return None
    limit = 2 if len(word) >= _LONG else 1
    near = [other for other in candidates.get(word[0], ()) if abs(len(other) - len(word)) <= limit]
    scored = [(distance(word, other, limit), other) for other in near]
    best = min(scored, default=(limit + 1, ""))
    return best[1] if best[0] <= limit else None


def _month_fits(tokens: list[Token], at: int) -> bool:
    """Tell whether a month may stand here: after a day, before a year, beside a month, or alone in the phrase."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None and after is None:
        return True
    day = before is not None and before.role is Role.NUMBER and 1 <= before.value <= 31
    year = after is not None and after.role is Role.NUMBER and len(after.text) == 4
    beside = (tokens[at - 2] if at > 1 else None, tokens[at + 2] if at + 2 < len(tokens) else None)
    dashed = any(
        dash is not None and dash.role is Role.DASH and other is not None and other.role is Role.MONTH
        for dash, other in zip((before, after), beside, strict=True)
    )
    return day or year or dashed


def with_months(tokens: list[Token]) -> list[Token]:
    """Replace unknown words by months where a month is expected («20 апредя»); look at six words at most."""
    guessed, tries = list(tokens), 0
    for at, token in enumerate(tokens):
        if token.role is Role.WORD and tries < _MOST_GUESSES and _month_fits(tokens, at):
            tries += 1
            guessed[at] = _replaced(token, _guess(token.text, _MONTHS))
    return guessed


def with_key_words(tokens: list[Token]) -> list[Token]:
    """Replace unknown words by key words («ежемсячно»): for a phrase that has no reading as written."""
    guessed, tries = list(tokens), 0
    for at, token in enumerate(tokens):
        if token.role is Role.WORD and tries < _MOST_GUESSES:
            tries += 1
            guessed[at] = _replaced(token, _guess(token.text, _KEYS))
    return guessed


def _replaced(token: Token, word: str | None) -> Token:
    """Put the guessed word in the token's place."""
    return token if word is None else word_token(word, token.begin, token.end, token.gap)
