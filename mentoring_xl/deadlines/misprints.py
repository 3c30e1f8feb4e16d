"""The words that were read as other words than are written: a person should look at them, whatever was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from . import problems
from .lexicon import WORDS
from .model import REFERENCE, UNKNOWN, Deadline
from .roles import Role
from .tokens import Token

_CITED = (Role.DOCUMENT, Role.PERIOD)
_SHORTEST, _ENDING = 5, 2


def with_misprints(found: Deadline, written: Sequence[Token], read: Sequence[Token], text: str) -> Deadline:
    """Add a problem for each guessed word («20 апредя») and for a slip where a document is cited («с сороками»).

    written, read: the same words of `text` before and after guessing.
    """
    if found.kind == UNKNOWN or (read is written and found.kind != REFERENCE):
        return found
    guessed = [(old, new.text) for old, new in zip(written, read, strict=True) if old is not new]
    if found.kind == REFERENCE:
        guessed += _cited(read)
    misprints = tuple(problems.misprint(token, text, word) for token, word in guessed)
    return found._replace(problems=found.problems + misprints) if misprints else found


def _cited(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield the unknown word after «согласно» or «в соответствии с» that is one slip from «сроками», «планом»."""
    for at, token in enumerate(tokens[:-1]):
        begin = at + 2 if tokens[at + 1].role is Role.FROM else at + 1
        if token.role is Role.CITE and begin < len(tokens) and tokens[begin].role is Role.WORD:
            word = _meant(tokens[begin].text)
            if word:
                yield tokens[begin], word


def _meant(word: str) -> str | None:
    """Return the word one slip away; another ending is no slip."""
    return next(
        (other for other in _candidates(word[0]) if not other.startswith(word[:-_ENDING]) and _is_slip(word, other)),
        None,
    )


def _is_slip(one: str, two: str) -> bool:
    """Tell whether one letter was left out, added, mistaken, or swapped with its neighbour: «сороками» for «сроками».

    The same as an optimal string alignment distance of 1.
    """
    same = len([*takewhile(lambda letters: letters[0] == letters[1], zip(one, two, strict=False))])
    one, two = one[same:], two[same:]
    return one != two and (
        one[1:] == two or one == two[1:] or one[1:] == two[1:] or (one[:2] == two[1::-1] and one[2:] == two[2:])
    )


@cache
def _candidates(letter: str) -> tuple[str, ...]:
    known = ((word, lexeme) for word, lexeme in WORDS.items() if word[0] == letter and len(word) >= _SHORTEST)
    return tuple(word for word, lexeme in known if lexeme.role in _CITED)
