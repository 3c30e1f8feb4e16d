"""Which word of a full name is the surname, the given name, the patronymic, and what gender the patronymic tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from mentoring_xl.documents.declension.cleaning import KYZY, OGLY, PARTICLES, is_initials, normalise_name
from mentoring_xl.documents.declension.model import Gender
from mentoring_xl.documents.declension.voices import readings

Role: TypeAlias = Literal["surname", "given", "patronymic", "fixed", "initials"]

_MALE: Final = re.compile(r"[а-яё-]+(ович|евич)|[а-яё]+[иы]ч")
_SURELY_MALE: Final = re.compile(r"[а-яё-]+(ович|евич)|ильич|кузьмич|лукич|фомич|никитич|саввич")
_FEMALE: Final = re.compile(r"[а-яё-]{2,}(овна|евна|ична|инична|инишна)")
_TURKIC: Final = re.compile(r"[а-яё-]{3,}?-?(оглы|кызы|гызы|улы)")


Order: TypeAlias = tuple[list[Role], bool]


@dataclass(frozen=True)
class Person:
    """A normalised full name taken apart: words in typed order, the role of each, and what was learned.

    clear: the roles are beyond doubt.
    """

    words: tuple[str, ...]
    roles: tuple[Role, ...]
    clear: bool

    @property
    def patronymic_gender(self) -> Gender | None:
        """Gender told by the patronymic's ending, whatever the given name says."""
        return _by_ending("-".join(self.of("patronymic")).lower())

    @property
    def gender(self) -> Gender | None:
        """Gender told by the patronymic, None without one or when it may be a surname in -ович."""
        gender, given = self.patronymic_gender, self.of("given")
        return None if gender == "m" and given and _may_be_surname(given[0].lower()) else gender

    @property
    def turkic(self) -> bool:
        """Whether the patronymic is a father's name with оглы or кызы, which does not decline."""
        return any(word.lower().endswith(tuple(OGLY | KYZY)) for word in self.of("patronymic"))

    @property
    def native(self) -> bool:
        """Whether the person has a Russian patronymic, in full or as a second initial."""
        second_initial = "".join(self.of("initials")).count(".") > 1
        return second_initial or bool(self.of("patronymic"))

    def of(self, *roles: Role) -> tuple[str, ...]:
        """Words in these roles, in typed order."""
        return tuple(word for word, role in zip(self.words, self.roles, strict=True) if role in roles)


def gender_of(full_name: str) -> Gender | None:
    """Gender by the patronymic (-ович/-овна, оглы/кызы); None without one or when it may be a surname."""
    return take_apart(normalise_name(full_name)).gender


def guessed_gender(person: Person) -> Gender:
    """Likeliest gender when nothing tells it for sure: by the patronymic, the given name, the surname's ending."""
    patronymic, given = "".join(person.of("patronymic")).lower(), " ".join(person.of("given")).lower()
    if patronymic or given:
        feminine = patronymic.endswith("на") if patronymic else _sounds_feminine(given)
    else:
        feminine = "".join(person.of("surname")).lower().endswith(("ова", "ева", "ёва", "ина", "ына", "ая", "яя"))
    return "f" if feminine else "m"


def initials(full_name: str) -> str:
    """«Арефьева Вера Ивановна» as «В.И. Арефьева» with a NO-BREAK SPACE; one word stays as it is. Raises nothing."""
    person = take_apart(normalise_name(full_name))
    surname = " ".join(person.of("surname", "fixed"))
    letters = "".join(_letters(word, role) for word, role in zip(person.words, person.roles, strict=True))
    return f"{letters}\u00a0{surname}" if letters and surname else surname or " ".join(person.words)


@lru_cache(maxsize=4096)
def take_apart(name: str) -> Person:
    """Roles of the words of a normalised name, whichever order it is written in. Raises nothing."""
    words = tuple(name.split())
    roles: list[Role | None] = [_evident_role(words, place) for place in range(len(words))]
    free = [place for place, role in enumerate(roles) if role is None]
    clear = _share_out(words, roles, free)
    return Person(words, tuple(role or "surname" for role in roles), clear)


def _evident_role(words: tuple[str, ...], place: int) -> Role | None:
    word = words[place]
    lower = word.lower()
    follower = words[place + 1].lower() if place + 1 < len(words) else ""
    if is_initials(word):
        return "initials"
    if place and (lower in OGLY | KYZY or follower in OGLY | KYZY):
        return "patronymic"
    return "fixed" if word in PARTICLES else None


def _share_out(words: tuple[str, ...], roles: list[Role | None], free: list[int]) -> bool:
    """Fill `roles` at the `free` places; False when it had to be guessed."""
    lower = [words[place].lower() for place in free]
    if "patronymic" in roles:
        order, clear = _around_patronymic(len(free), bool(free) and free[-1] > roles.index("patronymic"))
    elif "initials" in roles and len(free) == 1:
        order, clear = _surname(1), True
    else:
        order, clear = _by_patronymic(lower) or _surname_and_given(lower)
    for place, role in zip(free, order, strict=True):
        roles[place] = role
    return clear


def _around_patronymic(count: int, surname_is_last: bool) -> Order:
    if count < 2:
        return _given(count), count == 1
    return (_given(count - 1) + _surname(1) if surname_is_last else _surname(count - 1) + _given(1)), count == 2


def _by_patronymic(lower: list[str]) -> Order | None:
    count = len(lower)
    patronymic: list[Role] = ["patronymic"]
    if count > 2 and _is_patronymic(lower[-2]):
        return _given(count - 2) + patronymic + _surname(1), count == 3
    if count > 2 and _is_patronymic(lower[-1]):
        return _surname(count - 2) + _given(1) + patronymic, count == 3
    if count == 2 and (_FEMALE.fullmatch(lower[1]) or (_SURELY_MALE.fullmatch(lower[1]) and _is_given(lower[0], "m"))):
        return _given(1) + patronymic, True
    return None


def _surname_and_given(lower: list[str]) -> Order:
    count = len(lower)
    if count < 2:
        return _surname(count), not (lower and _is_given(lower[0]))
    first, last = _is_given(lower[0]), _is_given(lower[-1])
    if first and not last and count == 2:
        return _given(1) + _surname(1), True
    return _surname(1) + _given(count - 1), count == 2 and first != last


def _surname(count: int) -> list[Role]:
    return ["surname"] * count


def _given(count: int) -> list[Role]:
    return ["given"] * count


def _is_patronymic(word: str) -> bool:
    return bool(_MALE.fullmatch(word) or _FEMALE.fullmatch(word) or _TURKIC.fullmatch(word))


def _is_given(word: str, gender: Gender | None = None) -> bool:
    return any(reading.kind == "given" and reading.known for reading in readings(word, gender))


def _sounds_feminine(given: str) -> bool:
    if _is_given(given, "f") != _is_given(given, "m"):
        return _is_given(given, "f")
    return given.endswith(("а", "я"))


def _by_ending(patronymic: str) -> Gender | None:
    if _FEMALE.fullmatch(patronymic) or patronymic.endswith(tuple(KYZY)):
        return "f"
    male = _SURELY_MALE.fullmatch(patronymic) or patronymic.endswith(tuple(OGLY)) or _known_patronymic(patronymic)
    return "m" if male else None


def _known_patronymic(word: str) -> bool:
    return any(reading.kind == "patronymic" and reading.known for reading in readings(word, "m"))


def _may_be_surname(given: str) -> bool:
    """Whether a woman's name stands before what looks like a man's patronymic: Анна Мария Абрамович."""
    return given.endswith(("а", "я")) and _is_given(given, "f") and not _is_given(given, "m")


def _letters(word: str, role: Role) -> str:
    if role == "initials":
        return word
    if role not in ("given", "patronymic") or word.lower() in OGLY | KYZY:
        return ""
    return "-".join(f"{part[0]}." for part in word.split("-") if part) if role == "given" else f"{word[0]}."
