"""Where one responsible ends and the next begins: separators, and words that begin a post without any separator."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold, tidy

from .borders import AND, PREPOSITIONS, Word, begins, goes_on, is_whole
from .persons import is_surname, persons
from .posts import Head, head, is_short_noun, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Link(enum.IntEnum):
    """What stands between two items; the greater, the closer they belong together."""

    NONE = enum.auto()
    AND = enum.auto()
    COMMA = enum.auto()
    LINE = enum.auto()
    SPACE = enum.auto()
    BRACKET = enum.auto()


class Item(NamedTuple):
    """A role or a person in a cell; link: to the item before it. many: a role of several people or of none by name."""

    text: str
    is_person: bool
    link: Link
    many: bool = False


_TOKEN = re.compile(r"[«\"“„][^»\"”“\n]{0,200}[»\"”“]|\b[Ии]\s?\.\s?[Оо]\b|\b[зЗ]/д\b|№\s?\d+|[^\W_]+(?:-[^\W_]+)*")
_MARKS = (
    (re.compile(";"), Link.NONE),
    (re.compile(","), Link.COMMA),
    (AND, Link.AND),
    (re.compile("/"), Link.NONE),
    (re.compile("\n"), Link.LINE),
)


def items_of(text: str) -> tuple[Item, ...]:
    """Return the roles and people of a cell in order, not yet told who holds which role.

    text: without bullets and with the words broken at line ends joined.
    """
    found: list[Item] = []
    for group, link in _groups(tuple(_words(text))):
        found += _items(text, group, link)
    return tuple(item for item in found if any(letter.isalpha() for letter in item.text))


def _words(text: str) -> Iterator[Word]:
    last = at = 0
    for start, end in [*persons(text), (len(text), len(text))]:
        for found in _TOKEN.finditer(text, at, start):
            if AND.fullmatch(found.group()):
                continue
            dotted = text[found.end() : found.end() + 1] == "."
            yield Word(found.group(), found.start(), found.end(), text[last : found.start()], dotted=dotted)
            last = found.end()
        if start < end:
            yield Word(text[start:end], start, end, text[last:start], is_person=True)
            at = last = end


def _groups(words: Sequence[Word]) -> Iterator[tuple[list[Word], Link]]:
    """Cut the words into items; each with the link to the item before it."""
    group: list[Word] = []
    link = Link.NONE
    bracket = False
    for at, word in enumerate(words):
        if not group:
            group = [word]
            continue
        bracket = (bracket or "(" in word.before) and ")" not in word.before
        cut = _cut(words, at, group, bracket)
        if cut is None:
            group.append(word)
        else:
            yield group, link
            group, link = [word], cut
    if group:
        yield group, link


def _cut(words: Sequence[Word], at: int, group: Sequence[Word], bracket: bool) -> Link | None:
    """Return the link between this word and the group before it, None when it belongs to the group."""
    word, last = words[at], words[at - 1]
    beside_a_person = word.is_person or last.is_person
    if "(" in word.before and beside_a_person:
        return Link.BRACKET
    if bracket and not beside_a_person:
        return None
    link = next((link for mark, link in _MARKS if mark.search(word.before)), Link.SPACE)
    sentence = link in {Link.LINE, Link.SPACE} and _ends_a_sentence(words, at, group)
    if beside_a_person or sentence:
        return Link.NONE if sentence else link
    return link if _divides(words, at, group, link) else None


def _divides(words: Sequence[Word], at: int, group: Sequence[Word], link: Link) -> bool:
    """Tell whether this word begins another role than the group before it."""
    word = words[at]
    if link is Link.COMMA:
        return not goes_on(words, at, group)
    if ";" in word.before or ":" in word.before:
        return True
    if link is Link.SPACE and word.before.strip(". )"):
        return False
    either = word.text[0].isupper() if link is Link.LINE else link is not Link.SPACE
    return begins(words, at, group, either=either)


def _ends_a_sentence(words: Sequence[Word], at: int, group: Sequence[Word]) -> bool:
    """Tell whether the dot before a word divides («Зам. директора. Совет») and does not cut a word short («зам. »)."""
    word, last = words[at], words[at - 1]
    if "." not in word.before or word.text[0].isdigit():
        return False
    return last.is_person or is_whole(last.text) or (last.text.isupper() and begins(words, at, group, either=True))


def _items(text: str, group: Sequence[Word], link: Link) -> Iterator[Item]:
    last = group[-1]
    if last.is_person or (len(group) == 1 and is_surname(last.text)):
        yield Item(tidy(last.text), is_person=True, link=link)
    elif is_surname(last.text) and _holds_a_post(group[:-1]):
        yield _role(text, group[:-1], link)
        yield Item(last.text, is_person=True, link=Link.SPACE)
    else:
        yield _role(text, group, link)


def _role(text: str, group: Sequence[Word], link: Link) -> Item:
    many = kind_of([word.text for word in group]) not in {Head.ONE, Head.BODY}
    return Item(_written(text, group[0].start, group[-1]), is_person=False, link=link, many=many)


def _holds_a_post(group: Sequence[Word]) -> bool:
    """Tell whether the words before a surname name one person's post: «Директор Иванова»."""
    kinds = [head(word.text) for word in group]
    one = Head.ONE in kinds or any(is_short_noun(word.text) for word in group)
    named_after = fold(group[-1].text) in PREPOSITIONS
    return one and not named_after and not {Head.BODY, Head.GROUP, Head.MANY} & set(kinds)


def _written(text: str, start: int, last: Word) -> str:
    """Return a role as it stands in the text, with the dot of a word cut short and a bracket that was opened."""
    end = last.end + (last.dotted and not is_whole(last.text))
    role = text[start:end]
    if role.count("(") > role.count(")"):
        closing = text.find(")", end)
        role = text[start : closing + 1] if closing >= 0 else role
    return tidy(role)
