"""How one person may stand in a text: the name in any case and order, whole or with initials, and what is his alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_PATRONYMIC = re.compile(r"(?:ич|ыч|вна|чна|шна)$", re.IGNORECASE)
_ENDING = re.compile(r"[аеёийоуъыьэюя]{1,2}$", re.IGNORECASE)
_STEM, _SHORTEST_SECRET = 3, 5
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Traces:
    """What a person is found by. named: his name and what is his alone. surname: the surname, which may be a word."""

    label: str
    named: re.Pattern[str] = _NOTHING
    surname: re.Pattern[str] = _NOTHING

    def stand_in(self, text: str) -> bool:
        """Tell whether a text names the person."""
        return self.named.search(text) is not None

    def erased(self, text: str) -> str:
        """Return the text with the label wherever it names the person."""
        return self.named.sub(lambda _: self.label, text)

    def perhaps_in(self, text: str) -> bool:
        """Tell whether a text has the surname alone, in any case."""
        return self.surname.search(text) is not None


def traces(
    label: str,
    forms: Iterable[str],
    secrets: Iterable[str],
    others: Collection[str],
    foreign: Iterable[str] = (),
) -> Traces:
    """Return what a person is found by.

    label: takes the place of his name. forms: his full name in the nominative first, then in other cases, the words in
    the same order. secrets: texts that are his alone, such as contacts; those shorter than 5 characters fall out.
    others: full names of all other people: a spelling that could mean one of them is not looked for. foreign: texts of
    others, in which a secret must not stand.
    """
    names = [surname_first(form) for form in forms if tidy(form)]
    theirs = [spelling for name in others for spelling in _spellings(surname_first(name))]
    alike = [[name for name in names if len(name) == length] for length in dict.fromkeys(map(len, names))]
    patterns = (pattern for group in alike for pattern in _patterns(group))
    parts = [pattern for pattern in patterns if not any(re.search(pattern, text, re.IGNORECASE) for text in theirs)]
    known = tuple(foreign)
    own = {tidy(secret) for secret in secrets if len(tidy(secret)) >= _SHORTEST_SECRET}
    own = {secret for secret in own if not any(secret in text for text in known)}
    parts += [_loose(secret) for secret in sorted(own, key=len, reverse=True)]
    alone = _whole(_word([name[0] for name in names], stem=False)) if names else ""
    if any(re.search(alone, text) for text in theirs):
        alone = ""
    return Traces(
        label,
        re.compile("|".join(parts), re.IGNORECASE) if parts else _NOTHING,
        re.compile(alone) if alone else _NOTHING,
    )


def surname_first(full_name: str) -> tuple[str, ...]:
    """Return the words of a name, the surname first: «Вера Ивановна Арефьева» ends with it."""
    words = tidy(full_name.replace(".", ". ")).split()
    if len(words) == 3 and _PATRONYMIC.search(words[1]) and not _PATRONYMIC.search(words[2]):
        return words[2], words[0], words[1]
    return tuple(words)


def _spellings(name: Sequence[str]) -> tuple[str, ...]:
    """Return how a name is commonly written."""
    if len(name) == 1:
        return (name[0],)
    surname, given, *rest = name
    father = " ".join(rest)
    initials = ". ".join(word[0] for word in (given, *rest[:1]))
    return (
        " ".join((surname, given, father)).rstrip(), f"{given} {father} {surname}",
        f"{surname} {given}", f"{given} {surname}", f"{surname} {initials}.", f"{initials}. {surname}",
        f"{surname} {given[0]}.", f"{given[0]}. {surname}", f"{given} {father}",
    )  # fmt: skip


def _patterns(names: Sequence[Sequence[str]]) -> list[str]:
    """Return the patterns of a name by its forms, which have as many words as each other; longer spellings first."""
    first = names[0]
    words = [_word([form[at] for form in names]) for at in range(len(first))]
    if len(words) == 1:
        return [_whole(_word([first[0]], stem=False))]
    surname, given, *rest = words
    gap = r"\s+"
    initial = re.escape(first[1][0]) + r"\."
    found = [f"{surname}{gap}{given}", f"{given}{gap}{surname}", rf"{surname}\s*{initial}", rf"{initial}\s*{surname}"]
    if rest:
        father, both = gap.join(rest), rf"{initial}\s*{re.escape(first[2][0])}\."
        found = [
            f"{surname}{gap}{given}{gap}{father}", f"{given}{gap}{father}{gap}{surname}", *found[:2],
            rf"{surname}\s*{both}", rf"{both}\s*{surname}", *found[2:], f"{given}{gap}{father}",
        ]  # fmt: skip
    return [_whole(pattern) for pattern in found]


def _word(forms: Iterable[str], *, stem: bool = True) -> str:
    """Return a pattern for a word by its known forms and, with `stem`, by its beginning with another ending."""
    known = sorted(dict.fromkeys(forms), key=len, reverse=True)
    said = [_yo(re.escape(form)) for form in known]
    beginning = _ENDING.sub("", known[-1]) if known else ""
    if stem and len(beginning) >= _STEM:
        said.append(_yo(re.escape(beginning)) + r"\w{0,3}")
    return f"(?:{'|'.join(said)})"


def _whole(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"


def _loose(text: str) -> str:
    return r"\s+".join(_yo(re.escape(word)) for word in text.split())


def _yo(pattern: str) -> str:
    return re.sub("[её]", "[её]", re.sub("[ЕЁ]", "[ЕЁ]", pattern))
