"""«Кто ответил»: signatures that are not sure, and what a person decided about them, which the next load takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, split_list, tidy
from mentoring_xl.schema.tables import Respondent

from .people import NO_CODE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from .people import People
    from .persons import Person, Signature

SKIP = "НЕТ"
"""What a person writes in place of a code so that answers are not loaded, folded."""


class Respondents:
    """The rows of «Кто ответил» while a file is loaded. today: written beside signatures seen for the first time."""

    def __init__(self, rows: Iterable[Respondent], today: dt.date) -> None:
        self._rows = {(fold(row.written), row.role): row for row in rows}
        self._today = today
        self._sure: set[tuple[str, str]] = set()
        self.doubtful: set[tuple[str, str]] = set()
        """The signatures of this file that wait for a person."""

    def who(self, signature: Signature, people: People, role: str) -> tuple[Person, ...]:
        """Return whose a signature is: nobody when it is not sure or not to be loaded, several only as a person wrote.

        role: of those among whom it is looked for, "" for all.
        """
        key = (fold(signature.written), role)
        decided = tidy(self._rows[key].person_code) if key in self._rows else ""
        if code_key(decided) == SKIP:
            return ()
        if decided:
            found = [people.by_code(code) for code in split_list(decided)]
            persons = tuple(person for person in found if person)
            if len(persons) == len(found):
                return persons
            self.doubt(signature, role, (), NO_CODE)
            return ()
        match = people.find(signature)
        if match.person:
            self._sure.add(key)
            return (match.person,)
        self.doubt(signature, role, match.candidates, match.why)
        return ()

    def doubt(self, signature: Signature, role: str, candidates: Iterable[Person], why: str) -> None:
        """Let a signature wait for a person, with those it looks like."""
        key = (fold(signature.written), role)
        row = self._rows.get(key) or Respondent(written=signature.written, role=role, seen=self._today)
        listed = "; ".join(_named(person) for person in candidates)
        self._rows[key] = row.but(candidates=listed, why=why)
        self.doubtful.add(key)

    def rows(self) -> tuple[Respondent, ...]:
        """Return the rows as they are to stand; those nobody decided about go when the signature has become sure."""
        return tuple(row for key, row in self._rows.items() if row.person_code.strip() or key not in self._sure)


def _named(person: Person) -> str:
    school_class = f", {person.school_class}" if person.school_class else ""
    return f"{person.code} {tidy(person.name)}{school_class}"
