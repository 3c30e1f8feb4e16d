"""The shape of an answer: the declined text, whether it is certain, and the four forms of one word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Gender: TypeAlias = Literal["m", "f"]
Forms: TypeAlias = tuple[str, str, str, str]

CASES: Final = ("nominative", "genitive", "dative", "accusative", "instrumental")
OBLIQUE: Final = CASES[1:]
INSTRUMENTAL: Final = 3


@dataclass(frozen=True)
class Declined:
    """A name or a post in one case; `doubt` is a short Russian reason, empty when the form is certain."""

    text: str
    certain: bool
    doubt: str = ""


@dataclass(frozen=True)
class Paradigm:
    """The four oblique forms of one word in the order of OBLIQUE, each with its doubt ("" = certain)."""

    forms: Forms
    doubts: Forms = ("", "", "", "")

    def doubted(self, reason: str) -> Paradigm:
        """The same forms, every one doubtful: an earlier reason is kept."""
        genitive, dative, accusative, instrumental = (doubt or reason for doubt in self.doubts)
        return Paradigm(self.forms, (genitive, dative, accusative, instrumental))

    def doubted_instrumental(self, reason: str) -> Paradigm:
        """The same forms, the instrumental doubtful: an earlier reason is kept."""
        return Paradigm(self.forms, (*self.doubts[:INSTRUMENTAL], self.doubts[INSTRUMENTAL] or reason))


def place_of(case: str) -> int | None:
    """Place of `case` in a Paradigm, None for the nominative; ValueError for a name that is not in CASES."""
    if case not in CASES:
        raise ValueError(f"case must be one of {CASES}, got {case!r}")
    return None if case == "nominative" else OBLIQUE.index(case)


def fixed(word: str) -> Paradigm:
    """A word that does not decline."""
    return Paradigm((word, word, word, word))


def with_endings(stem: str, endings: str) -> Paradigm:
    """`stem` with four endings given as "а у а ом"."""
    genitive, dative, accusative, instrumental = (stem + ending for ending in endings.split())
    return Paradigm((genitive, dative, accusative, instrumental))


def joined(paradigms: list[Paradigm]) -> Paradigm:
    """Hyphened parts put together; a doubt of any part is a doubt of the whole."""
    genitive, dative, accusative, instrumental = zip(*(paradigm.forms for paradigm in paradigms), strict=True)
    doubts = [next(filter(None, reasons), "") for reasons in zip(*(each.doubts for each in paradigms), strict=True)]
    return Paradigm(
        ("-".join(genitive), "-".join(dative), "-".join(accusative), "-".join(instrumental)),
        (doubts[0], doubts[1], doubts[2], doubts[3]),
    )


def agree(one: str, other: str) -> bool:
    """Equal but for е and ё."""
    return one.replace("ё", "е") == other.replace("ё", "е")


def compared(chosen: Forms, votes: list[Forms], reason: str) -> Paradigm:
    """`chosen` with a doubt in each case in which some vote differs."""
    genitive, dative, accusative, instrumental = (
        "" if all(agree(form, vote[place]) for vote in votes) else reason for place, form in enumerate(chosen)
    )
    return Paradigm(chosen, (genitive, dative, accusative, instrumental))
