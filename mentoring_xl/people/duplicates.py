"""The same person typed twice in one bank, told apart from brothers, sisters and namesakes.

Only names that share a key are compared, so the work grows with the number of people, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mentoring_xl.core.text import code_key
from mentoring_xl.schema.findings.people import P301
from mentoring_xl.schema.tables import Employee, Mentee, Mentor

from .names import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding

Listed: TypeAlias = Mentee | Mentor | Employee
_Key: TypeAlias = tuple[object, ...]

_TYPO_FROM = 5
_LONG_NAME = 8


def typed_twice(people: Iterable[Listed]) -> Iterator[Finding]:
    """Yield P301 at the name of each row that seems to be the person of an earlier row; at most one per row.

    Different birth years make two people; a missing year agrees with any. Names may differ by ё/е, look-alike
    letters, hyphens, order, initials, a missing patronymic or one mistyped letter; for the last three the classes,
    where both are given, must agree.
    """
    blocks: defaultdict[_Key, list[_Entry]] = defaultdict(list)
    for person in people:
        entry = _entry(person)
        keys = _keys(entry)
        earlier = (other for key in keys for other in blocks[key])
        found = next(((other, reason) for other in earlier if (reason := _alike(other, entry))), None)
        if found:
            yield P301.at(person.cell("full_name"), other=found[0].row.cell("full_name"), reason=found[1])
        for key in keys:
            blocks[key].append(entry)


@dataclass(frozen=True)
class _Entry:
    row: Listed
    words: tuple[str, ...]
    year: int | None
    school_class: str
    staff: str

    @property
    def letters(self) -> tuple[str, ...]:
        """The words in alphabetical order, both halves of a double name apart."""
        return tuple(sorted("-".join(self.words).split("-")))

    @property
    def has_initials(self) -> bool:
        return any(len(word) == 1 for word in self.words)


def _entry(person: Listed) -> _Entry:
    words = parts(person.full_name)
    if isinstance(person, Employee):
        return _Entry(person, words, None, "", "")
    return _Entry(person, words, person.birth_year, code_key(person.school_class), code_key(person.staff_code))


def _keys(entry: _Entry) -> tuple[_Key, ...]:
    words = tuple(sorted(entry.words))
    if not words:
        return ()
    keys: list[_Key] = [("letters", entry.letters), ("words", words)]
    if len(words) == 3:
        short = [(word, *(rest[0] for rest in _without(entry.words, at))) for at, word in enumerate(entry.words)]
        keys += [("initials", *name) for name in short if len(name[0]) > 1]
    if len(words) > 2:
        keys += [("words", _without(words, at)) for at in range(len(words))]
    elif entry.year:
        keys += [("year", entry.year, word) for word in words]
    if entry.staff:
        keys.append(("staff", entry.staff))
    return tuple(dict.fromkeys(keys))


def _alike(a: _Entry, b: _Entry) -> str:
    """Say in what way two entries are one person, "" when they seem to be two."""
    if a.staff and a.staff == b.staff:
        return "тот же код сотрудника"
    if a.year and b.year and a.year != b.year:
        return ""
    if a.words == b.words:
        return "то же имя"
    if a.letters == b.letters:
        return "те же слова"
    return "" if a.school_class and b.school_class and a.school_class != b.school_class else _nearly(a, b)


def _nearly(a: _Entry, b: _Entry) -> str:
    if _shortened(a, b):
        return "то же имя с инициалами"
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == 2 and len(long) == 3 and set(short) < set(long):
        return "то же имя без отчества"
    return "имя отличается одной буквой" if _mistyped(a, b) else ""


def _shortened(a: _Entry, b: _Entry) -> bool:
    """Tell a name from itself with initials, the surname first or last in either."""
    if len(a.words) != 3 or len(b.words) != 3 or not (a.has_initials or b.has_initials):
        return False
    turns = (b.words[at:] + b.words[:at] for at in range(3))
    return any(
        any(x == y and len(x) > 1 for x, y in zip(a.words, turn, strict=True))
        and all(x == y or (1 in {len(x), len(y)} and x[0] == y[0]) for x, y in zip(a.words, turn, strict=True))
        for turn in turns
    )


def _mistyped(a: _Entry, b: _Entry) -> bool:
    """Tell whether just one word differs, by one letter that a slip of the hand explains."""
    if len(a.words) != len(b.words) or a.has_initials or b.has_initials:
        return False
    differing = [at for at, (x, y) in enumerate(zip(a.words, b.words, strict=True)) if x != y]
    sure = len(a.words) > 2 or (len(a.words) == 2 and a.year and b.year)
    if len(differing) != 1 or not sure:
        return False
    at = differing[0]
    surname_of_three = at == 0 and len(a.words) > 2
    return _slip(a.words[at], b.words[at]) and (surname_of_three or _one_name(a.words[at], b.words[at]))


def _slip(a: str, b: str) -> bool:
    """Tell one letter missing, spare, wrong or swapped with the next; few slip on the first letter."""
    from rapidfuzz.distance import OSA

    return min(len(a), len(b)) >= _TYPO_FROM and a[0] == b[0] and OSA.distance(a, b, score_cutoff=1) == 1


def _one_name(a: str, b: str) -> bool:
    """Tell one name with a slip from two names: not «Алина» and «Алена», not «Александр» and «Александра»."""
    spelt_both_ways = set(a) ^ set(b) <= {"и", "ь", "й"}
    return a[-1] == b[-1] and (spelt_both_ways or min(len(a), len(b)) >= _LONG_NAME)


def _without(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    return words[:at] + words[at + 1 :]
