"""Whose answers these are: by code, e-mail and name; who is not sure is never guessed, only candidates are named."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key

from .names import agrees, class_key, letters, slipped, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .persons import Person, Signature

_ZEROS = re.compile(r"(?<!\d)-?0*(?=\d)")
"""What may stand between the letters of a code and its number: «Н50», «Н-50» and «Н-050» are one."""
_WHOLE_NAME = 3
_LIKE = 70
"""From here on a name is named as a candidate, 0–100."""
_MARGIN = 4
"""Points by which a mistyped name must be nearer to one person than to the next."""
_NAMED = 4

NOBODY = "Такого имени нет в банках."
NAMESAKES = "Подходит нескольким: нужен класс, почта или код."
SHORT = "Подпись неполная."
MISTYPED = "Имя записано не так, как в банке."
OTHER_CLASS = "Класс не тот, что в банке."
NO_CODE = "Такого кода нет в банках."
CODE_OF_OTHER = "Код и имя – разных людей."
EMAIL_OF_OTHER = "Почта и имя – разных людей."
EMAIL_OF_MANY = "Эта почта записана у нескольких."


@dataclass(frozen=True)
class Match:
    """Who it is, or nobody sure: whom it looks like and why it is not sure."""

    person: Person | None = None
    candidates: tuple[Person, ...] = ()
    why: str = ""


class People:
    """Those among whom a signature is looked for; of two rows of one person the earlier counts."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._persons = tuple(person for person in persons if person.code and words(person.name))
        self._words = {person: words(person.name) for person in self._persons}
        self._codes: dict[str, Person] = {}
        self._short_codes: defaultdict[str, list[Person]] = defaultdict(list)
        self._emails: defaultdict[str, list[Person]] = defaultdict(list)
        self._whole: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._surnames: defaultdict[str, list[Person]] = defaultdict(list)
        self._found: dict[Signature, Match] = {}
        self._texts = {
            length: {person: " ".join(name[:length]) for person, name in self._words.items()}
            for length in (_WHOLE_NAME - 1, None)
        }
        for person in self._persons:
            self._codes.setdefault(code_key(person.code), person)
            self._short_codes[_ZEROS.sub("", code_key(person.code))].append(person)
            for email in person.emails:
                self._emails[email].append(person)
            self._whole[letters(self._words[person])].append(person)
            for part in {*self._words[person][0].split("-"), self._words[person][0]}:
                self._surnames[part].append(person)

    def by_code(self, code: str) -> Person | None:
        """Return who has a code, also one typed without its dash or zeros when that can be nobody else."""
        found = self._codes.get(code_key(code))
        like = self._short_codes.get(_ZEROS.sub("", code_key(code)), [])
        return found or (like[0] if len(like) == 1 else None)

    def find(self, signature: Signature) -> Match:
        """Tell whose signature it is."""
        if signature not in self._found:
            self._found[signature] = self._look(signature)
        return self._found[signature]

    def like(self, signature: Signature) -> tuple[Person, ...]:
        """Return whom a signature looks like, the only one when it is sure."""
        match = self.find(signature)
        return (match.person,) if match.person else match.candidates

    def _look(self, signature: Signature) -> Match:
        if signature.code:
            return self._of_code(signature)
        if person := self.by_code(signature.name):
            return Match(person)
        typed, owners = words(signature.name), self._emails.get(signature.email, [])
        if owners and not typed:
            return Match(owners[0]) if len(owners) == 1 else Match(None, tuple(owners), EMAIL_OF_MANY)
        if owners:
            return self._of_email(signature, typed, owners)
        return self._of_name(signature, typed)

    def _of_code(self, signature: Signature) -> Match:
        person, typed = self.by_code(signature.code), words(signature.name)
        if person is None:
            return Match(None, self._nearest(typed), NO_CODE)
        if not typed or self._is_nearly(typed, person):
            return Match(person)
        return Match(None, (person, *(like for like in self._nearest(typed) if like is not person)), CODE_OF_OTHER)

    def _of_email(self, signature: Signature, typed: tuple[str, ...], owners: Sequence[Person]) -> Match:
        named = [person for person in owners if self._is_named(typed, person)]
        named = named or [person for person in owners if self._is_nearly(typed, person)]
        if len(named) == 1:
            return Match(named[0])
        by_name = self._of_name(signature, typed)
        candidates = dict.fromkeys((*owners, *([by_name.person] if by_name.person else by_name.candidates)))
        return Match(None, tuple(candidates), NAMESAKES if named else EMAIL_OF_OTHER)

    def _of_name(self, signature: Signature, typed: tuple[str, ...]) -> Match:
        around = tuple(dict.fromkeys(person for word in typed for person in self._surnames.get(word, ())))
        agreeing = list(self._whole.get(letters(typed), ()))
        agreeing = agreeing or [person for person in around if agrees(typed, self._words[person])]
        if not agreeing:
            return self._of_mistyped(signature, typed, around)
        if len(agreeing) > 1:
            agreeing = _narrowed(agreeing, signature)
        if len(agreeing) > 1:
            return Match(None, tuple(agreeing), NAMESAKES)
        whole = len(typed) >= _WHOLE_NAME and all(len(word) > 1 for word in typed)
        if not whole and _other_class(signature, agreeing[0]):
            return Match(None, tuple(agreeing), OTHER_CLASS)
        return Match(agreeing[0])

    def _of_mistyped(self, signature: Signature, typed: tuple[str, ...], around: tuple[Person, ...]) -> Match:
        near = self._scored(typed)
        sure = [person for person, _ in near if self._is_slip(signature, typed, person)]
        rest = [score for person, score in near if person not in sure]
        if len(sure) == 1 and self._score(typed, sure[0]) - max(rest, default=0) >= _MARGIN:
            return Match(sure[0])
        if len(typed) == 1 and around:
            return Match(None, around[:_NAMED], SHORT)
        candidates = tuple(person for person, _ in near)
        return Match(None, candidates, MISTYPED if candidates else NOBODY)

    def _is_slip(self, signature: Signature, typed: tuple[str, ...], person: Person) -> bool:
        """Tell a slip of the hand; a name without patronymic needs the class to say so too."""
        name = self._words[person]
        if len(typed) >= _WHOLE_NAME:
            return slipped(typed, name) and not _other_class(signature, person)
        return bool(signature.school_class) and _same_class(signature, person) and slipped(typed, name[:2])

    def _is_named(self, typed: tuple[str, ...], person: Person) -> bool:
        return letters(typed) == letters(self._words[person]) or agrees(typed, self._words[person])

    def _is_nearly(self, typed: tuple[str, ...], person: Person) -> bool:
        """Tell a name beside a code or an e-mail that is short for the person's or has a slip; not his sister's."""
        name = self._words[person]
        part = set(typed) <= set(name)
        return part or self._is_named(typed, person) or slipped(typed, name) or slipped(typed, name[: len(typed)])

    def _nearest(self, typed: tuple[str, ...]) -> tuple[Person, ...]:
        return tuple(person for person, _ in self._scored(typed)) if typed else ()

    def _scored(self, typed: tuple[str, ...]) -> list[tuple[Person, float]]:
        from rapidfuzz import fuzz, process

        texts, scorer = self._texts[_length(typed)], fuzz.token_sort_ratio
        found = process.extract(" ".join(typed), texts, scorer=scorer, limit=_NAMED, score_cutoff=_LIKE)
        return [(person, score) for _, score, person in found]

    def _score(self, typed: tuple[str, ...], person: Person) -> float:
        from rapidfuzz import fuzz

        return fuzz.token_sort_ratio(" ".join(typed), self._texts[_length(typed)][person])


def _length(typed: tuple[str, ...]) -> int | None:
    """Return how many words of a name to compare with: all, or for a name without patronymic two."""
    return _WHOLE_NAME - 1 if len(typed) == _WHOLE_NAME - 1 else None


def _narrowed(persons: Sequence[Person], signature: Signature) -> list[Person]:
    """Keep those of the class and the role that a signature tells, when that leaves anybody."""
    of_class = [person for person in persons if signature.school_class and _same_class(signature, person)]
    left = of_class or list(persons)
    return [person for person in left if signature.role and person.role == signature.role] or left


def _same_class(signature: Signature, person: Person) -> bool:
    return class_key(signature.school_class) == person.school_class


def _other_class(signature: Signature, person: Person) -> bool:
    return bool(signature.school_class and person.school_class) and not _same_class(signature, person)
