"""Codes of rows: «3.5.1» stands below «3.5», whatever numbers the school itself gave, and none comes twice."""

from __future__ import annotations

import re
from itertools import count

_DIGITS = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
_OWN = re.compile(
    r"(?:(?:раздел|этап|блок|модуль|направление|глава)\s+)?№?\s*(\d{1,3}(?:\.\d{1,3})*|[IVX]+)[.)\s:]", re.IGNORECASE
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


class Codes:
    """The codes of one plan, given in the order of its rows."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        self._sections: dict[tuple[str, ...], str] = {(): ""}

    def section(self, path: tuple[str, ...]) -> str:
        """Return the code of a section by its titles from the outermost one."""
        if path not in self._sections:
            own = _own_number(path[-1])
            number = own.rpartition(".")[2] if path[:-1] else own
            self._sections[path] = self._take(self.section(path[:-1]), number)
        return self._sections[path]

    def measure(self, path: tuple[str, ...], number: str) -> str:
        """Return the code of a measure in a section; «2.1.3» in section «2.1» is its third."""
        own, wanted = _own_number(path[-1]) if path else "", _digits(number)
        parent = self.section(path)
        return self._take(parent, wanted.removeprefix(f"{own}.") if own else wanted)

    def below(self, parent: str, number: str = "") -> str:
        """Return the code of a row below another by its own number, or the next free one where that will not do."""
        return self._take(parent, _digits(number))

    def _take(self, parent: str, number: str) -> str:
        """Return the code wanted, or the next one that is free on the same level."""
        wanted = f"{parent}.{number}" if parent and number and not number.startswith(f"{parent}.") else number
        if not wanted or wanted in self._taken:
            over = wanted.rpartition(".")[0] if wanted else parent
            for at in count(self._next.get(over, 1)):
                wanted = f"{over}.{at}" if over else str(at)
                if wanted not in self._taken:
                    self._next[over] = at + 1
                    break
        self._taken.add(wanted)
        return wanted


def _digits(number: str) -> str:
    """Return «01.2)» as «1.2», "" for what is no number."""
    found = _DIGITS.match(number.strip().replace("-", "."))
    return ".".join(str(int(part)) for part in found[0].split(".")) if found else ""


def _own_number(title: str) -> str:
    """Return the number that a heading begins with, Roman ones in digits; "" for none."""
    own = _OWN.match(title)
    return "" if own is None else _digits(own[1]) or str(_from_roman(own[1].upper()))


def _from_roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
