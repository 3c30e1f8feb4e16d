"""The numbers that Word puts in front of paragraphs of a list: they are not in the text, and plans live by them."""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = {"lowerLetter": "abcdefghijklmnopqrstuvwxyz", "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя"}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS = 9


class Numbers:
    """Counts the lists of one document; labels must be asked for in the order of the paragraphs."""

    def __init__(self, document: Any) -> None:
        """document: of python-docx; one without lists has no part for them."""
        parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")]
        root = parts[0].element if parts else ()
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        for node in root:
            if node.tag == f"{_W}abstractNum":
                self._declare(node)
            elif node.tag == f"{_W}num":
                self._name(node)
        self._styles = {
            style.get(f"{_W}styleId"): style.find(f"{_W}pPr/{_W}numPr")
            for style in document.styles.element.iter(f"{_W}style")
        }

    def label(self, paragraph: Any) -> str:
        """Return what stands before a paragraph: «1.», «2.1.», «-» for a bullet, "" outside of lists."""
        numbering = self._numbering(paragraph)
        if numbering is None:
            return ""
        number, level = _value(numbering, "numId", ""), int(_value(numbering, "ilvl", "0"))
        abstract = self._lists.get(number)
        if abstract is None or (abstract, level) not in self._levels:
            return ""
        form, text, _ = self._levels[abstract, level]
        if form == "bullet":
            return "-"
        counts = self._counted(number, abstract, level)
        return (
            ""
            if form == "none"
            else re.sub(r"%(\d)", lambda found: self._shown(abstract, counts, int(found[1]) - 1), text)
        )

    def _numbering(self, paragraph: Any) -> Any:
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        if own is not None:
            return own
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return None if style is None else self._styles.get(style.get(f"{_W}val"))

    def _counted(self, number: str, abstract: str, level: int) -> list[int]:
        counts = self._counts.setdefault(
            abstract, [self._levels.get((abstract, at), ("", "", 1))[2] - 1 for at in range(_LEVELS)]
        )
        if number not in self._begun:
            self._begun.add(number)
            for at in range(_LEVELS):
                if (number, at) in self._starts:
                    counts[at] = self._starts[number, at] - 1
        counts[level] += 1
        for at in range(level + 1, _LEVELS):
            counts[at] = self._levels.get((abstract, at), ("", "", 1))[2] - 1
        return counts

    def _shown(self, abstract: str, counts: list[int], level: int) -> str:
        form, count = self._levels.get((abstract, level), ("decimal", "", 1))[0], max(counts[level], 1)
        if form in {"upperRoman", "lowerRoman"}:
            roman = _roman(count)
            return roman if form == "upperRoman" else roman.lower()
        letters = _LETTERS.get(form, "")
        return letters[(count - 1) % len(letters)] if letters else str(count)

    def _declare(self, node: Any) -> None:
        for level in node.iter(f"{_W}lvl"):
            key = node.get(f"{_W}abstractNumId"), int(level.get(f"{_W}ilvl", "0"))
            start = int(_value(level, "start", "1"))
            self._levels[key] = _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), start

    def _name(self, node: Any) -> None:
        number = node.get(f"{_W}numId")
        self._lists[number] = _value(node, "abstractNumId", "")
        for override in node.iter(f"{_W}lvlOverride"):
            if start := _value(override, "startOverride", ""):
                self._starts[number, int(override.get(f"{_W}ilvl", "0"))] = int(start)


def _value(node: Any, name: str, default: str) -> str:
    found = node.find(f"{_W}{name}")
    return default if found is None else str(found.get(f"{_W}val", default))


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (count // worth)
        count %= worth
    return text
