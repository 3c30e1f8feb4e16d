"""«Кто ответил»: signatures that are not sure, and what a person decided about them, which the next load takes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, split_list, tidy
from mentoring_xl.schema.tables import Respondent

from .people import NO_CODE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from .people import People
    from .persons import Person, Signature

SKIP = "НЕТ"
"""What a person writes in place of a code so that answers are not loaded, folded."""


_MOST = 8
"""Rows that are named; of more only the number is told."""


class Respondents:
    """The rows of «Кто ответил» while a file is loaded. today: written beside signatures seen for the first time."""

    def __init__(self, rows: Iterable[Respondent], today: dt.date) -> None:
        self._rows = {(fold(row.written), row.role): row for row in rows}
        self._today = today
        self._sure: set[tuple[str, str]] = set()
        self._lines: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._doubtful: set[tuple[str, str]] = set()

    @property
    def doubtful(self) -> tuple[Respondent, ...]:
        """The signatures of this file that wait for a person, as they are to stand."""
        return tuple(row for key, row in self._rows.items() if key in self._doubtful)

    def who(self, signature: Signature, people: People, role: str, line: int) -> tuple[Person, ...]:
        """Return whose a signature is: nobody when it is not sure or not to be loaded, several only as a person wrote.

        role: of those among whom it is looked for, "" for all. line: the row of the file.
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
            self.doubt(signature, role, people.like(signature), NO_CODE, line)
            return ()
        match = people.find(signature)
        if match.person:
            self._sure.add(key)
            return (match.person,)
        self.doubt(signature, role, match.candidates, match.why, line)
        return ()

    def doubt(self, signature: Signature, role: str, candidates: Iterable[Person], why: str, line: int) -> None:
        """Let a signature wait for a person, with those it looks like and the rows of the file it stands in."""
        key = (fold(signature.written), role)
        row = self._rows.get(key) or Respondent(written=signature.written, role=role, seen=self._today)
        if line not in self._lines[key]:
            self._lines[key].append(line)
        self._rows[key] = row.but(
            candidates="; ".join(_named(person) for person in candidates),
            why=f"{why} {rows_named(self._lines[key])}.",
        )
        self._doubtful.add(key)

    def rows(self) -> tuple[Respondent, ...]:
        """Return the rows as they are to stand; those nobody decided about go when the signature has become sure."""
        return tuple(row for key, row in self._rows.items() if row.person_code.strip() or key not in self._sure)


def rows_named(lines: Collection[int]) -> str:
    """Return the rows of a file by number: «Строки файла: 5, 9»."""
    told = ", ".join(map(str, sorted(lines)[:_MOST])) + (f" и ещё {len(lines) - _MOST}" if len(lines) > _MOST else "")
    return f"{'Строка' if len(lines) == 1 else 'Строки'} файла: {told}"


def _named(person: Person) -> str:
    school_class = f", {person.school_class}" if person.school_class else ""
    return f"{person.code} {tidy(person.name)}{school_class}"
