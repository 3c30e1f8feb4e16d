"""Who stands in the director's copy as a code only: people without a pair, wherever a text names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.table import Kind
from mentoring_xl.core.text import code_key, fold, tidy
from mentoring_xl.documents.declension import CASES, Gender, decline_name
from mentoring_xl.people import identity
from mentoring_xl.people.traces import traces
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.pairs import AGREED, FINISHED, FIXED, PROPOSED
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    Consent,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Setting,
    Unpaired,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import Row
    from mentoring_xl.people.identity import Person
    from mentoring_xl.people.traces import Traces

_PAIRED = frozenset({"", PROPOSED, AGREED, FIXED, FINISHED})
_OFFICIALS = ("director", "curator")
_GENDERS: dict[str, Gender] = {"м": "m", "ж": "f"}
_NAMED_BY_CODE: Mapping[type[Row], tuple[tuple[str, str], ...]] = {
    Mentee: (("code", "full_name"),),
    Mentor: (("code", "full_name"),),
    Consent: (("person_code", "full_name"),),
    Answer: (("person_code", "full_name"),),
    Preference: (("person_code", "full_name"),),
    Unpaired: (("mentee_code", "mentee_name"),),
    Pair: (("mentee_code", "mentee_name"), ("mentor_code", "mentor_name")),
}
_WORD = re.compile(r"\w+")
_SHORT, _SHORTER = 3, 2


def without_unpaired(tables: Tables) -> tuple[Tables, tuple[str, ...]]:
    """Return all tables with a code in place of the name of everybody without a pair, and these codes.

    A pair is proposed, agreed, fixed or done, and not forbidden. The director and the curator of «Настройки» keep their
    names; a spelling that could mean somebody who stays is left alone outside the columns of names.
    """
    gone = tuple(_without_pair(tables))
    codes = {code_key(code): code for code in gone}
    named = {table: [named_by_code(row, codes) for row in tables[table]] for table in TABLES}
    texts = unnamed(tables, gone, {text for rows in named.values() for row in rows for text in _texts(row)})
    return tables.but({table: [_resaid(row, texts) for row in rows] for table, rows in named.items()}), gone


def unnamed(tables: Tables, codes: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Return by each text that names one of the people of these codes what stands in its place."""
    words = _Words(texts)
    officials = [Settings(tables[Setting]).text(code) for code in _OFFICIALS]
    said: dict[str, str] = {}
    for code in codes:
        who = identity.person(tables, code)
        if who is None:
            continue
        who = replace(who, rows=(*who.rows, *who.kept), kept=())
        found = _traces(who, identity.other_names(tables, who, officials))
        for text in words.beginning(start for name in who.names for start in _starts(name)):
            earlier = said.get(text, text)
            if (now := found.erased(earlier)) != earlier:
                said[text] = _once(code, now)
    return said


def _once(code: str, text: str) -> str:
    """Return the text with the code once where it stood before the name already: «М-20 М-20» is «М-20»."""
    one = re.escape(code)
    return re.sub(rf"(?<![\w/-]){one}(?:\s+\(?{one}(?![\w/-])\)?)+", lambda _: code, text)


def _without_pair(tables: Tables) -> Iterator[str]:
    pairs = [pair for pair in tables[Pair] if fold(pair.state) in _PAIRED and not pair.forbidden]
    paired = {code_key(code) for pair in pairs for code in (pair.mentee_code, pair.mentor_code)}
    banks: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
    for row in banks:
        if tidy(row.code) and tidy(row.full_name) and code_key(row.code) not in paired:
            yield tidy(row.code)


def named_by_code(row: Row, gone: Mapping[str, str]) -> Row:
    """Return the row with the code in each column that holds the name of the person of that code.

    gone: the codes by their keys.
    """
    found = {
        name: gone[key]
        for code, name in _NAMED_BY_CODE.get(type(row), ())
        if getattr(row, name) and (key := code_key(getattr(row, code))) in gone
    }
    return row.but(**found) if found else row


def _traces(who: Person, others: Iterable[str]) -> Traces:
    """Return what the person is found by; only those others count whose name begins a word as his does."""
    genders = [_GENDERS.get(tidy(row.gender).lower()) for row in who.rows if getattr(row, "gender", "")]
    forms = [decline_name(name, case, genders[0] if genders else None).text for name in who.names for case in CASES]
    starts = {start for name in who.names for start in _starts(name)}
    alike = {name for name in others if starts & set(_starts(name))}
    return traces(who.code, forms, (), alike)


def _starts(name: str) -> Iterator[str]:
    """Yield how each word of a name begins in every case: «Лев» is «Льва»."""
    for word in _WORD.findall(fold(name)):
        yield word[: _SHORT if len(word) > _SHORT + 1 else _SHORTER]


class _Words:
    """Texts by the words in them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts: defaultdict[str, set[str]] = defaultdict(set)
        for text in texts:
            for word in _WORD.findall(fold(text)):
                self._texts[word].add(text)
        self._sorted = sorted(self._texts)

    def beginning(self, starts: Iterable[str]) -> set[str]:
        """Return the texts with a word that begins so."""
        found: set[str] = set()
        for start in set(starts):
            for place in range(bisect_left(self._sorted, start), len(self._sorted)):
                if not self._sorted[place].startswith(start):
                    break
                found |= self._texts[self._sorted[place]]
        return found


def _texts(row: Row) -> Iterator[str]:
    for column in row.spec.columns:
        if column.kind in (Kind.TEXT, Kind.LINK) and (text := getattr(row, column.field)):
            yield text


def _resaid(row: Row, texts: Mapping[str, str]) -> Row:
    found = {name: texts[value] for name, value in row.values().items() if isinstance(value, str) and value in texts}
    return row.but(**found) if found else row
