"""Who the school is, as its papers name it, and what they all begin or end with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import shortened

from .declension import initials
from .paper import Align, Signature, Stamp, Text

if TYPE_CHECKING:
    from .wording import Person

LINE = "____________"
_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_NAME = 90


@dataclass(frozen=True)
class School:
    """name, short: in full and as people say it. director, curator: None when nobody is named."""

    name: str
    short: str
    director: Person | None = None
    curator: Person | None = None

    @property
    def headed(self) -> str:
        """The full name as it stands above a paper: it begins with a capital."""
        return capitalised(self.name)

    @property
    def called(self) -> str:
        """The short name, the full one without it."""
        return self.short or self.name

    def approved(self) -> Stamp:
        """Return «УТВЕРЖДАЮ» with room for the signature and the date."""
        post, name = _signs(self.director, "Директор")
        lines = ("УТВЕРЖДАЮ", post, self.called, f"{LINE} {name}", "«___» ____________ 20___ г.")
        return Stamp(tuple(filter(None, lines)))

    def signed_by_director(self) -> Signature:
        """Return the signature line of the director."""
        return Signature(*_signs(self.director, "Директор"))

    def signed_by_curator(self) -> Signature:
        """Return the signature line of the curator."""
        return Signature(*_signs(self.curator, "Куратор программы"))


def heading(text: str) -> Text:
    """Return the title of a paper or of one of its parts; it stays with what follows."""
    return Text(text, Align.CENTER, bold=True, indent=False, close=True)


def capitalised(text: str) -> str:
    """Return the text with its first letter capital."""
    return text[:1].upper() + text[1:]


def file_name(text: str) -> str:
    """Return the text as a file may be called on every system, without its extension."""
    return shortened(_NOT_IN_FILES.sub("-", text), _LONGEST_NAME).rstrip(" .")


def _signs(person: Person | None, post: str) -> tuple[str, str]:
    if person is None:
        return post, LINE
    return capitalised(person.post or post), initials(person.full_name)
