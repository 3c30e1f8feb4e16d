"""Number formats of a document: Excel's en-US codes against the office's keys, and which keys mean a date."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property
from typing import Any

from .finding import uno_module

# com.sun.star.util.NumberFormat
_DATE, _TIME, _NUMBER, _TEXT, _LOGICAL = 2, 4, 16, 256, 1024

_LITERAL = re.compile(r'("[^"]*"|\\.|\[[^\]]*\]|AM/PM|A/P|General)')
_DATE_LETTERS = str.maketrans("DMYHS", "dmyhs")


class Shown(Enum):
    """How cells of a format show a number."""

    GENERAL = "general"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    TRUTH = "truth"
    TEXT = "text"


class Formats:
    """The formats of one document; each key is asked for once."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._entries: dict[int, dict[str, Any]] = {}
        self._shown: dict[int, Shown] = {}
        self._keys: dict[str, int] = {}
        self._codes: dict[int, str] = {}
        self._usual: dict[str, int] = {}

    def shown(self, key: int) -> Shown:
        if key not in self._shown:
            self._shown[key] = self._ask(key)
        return self._shown[key]

    def _ask(self, key: int) -> Shown:
        kind, is_standard = self._entry(key)["Type"], self._entry(key)["StandardFormat"]
        if kind & _DATE:
            return Shown.DATE
        if kind & _TIME:
            return Shown.TIME
        if kind & _LOGICAL:
            return Shown.TRUTH
        if kind & _TEXT:
            return Shown.TEXT
        return Shown.GENERAL if is_standard and kind & _NUMBER else Shown.NUMBER

    @cached_property
    def _all(self) -> Any:
        return self._document.getNumberFormats()

    def _entry(self, key: int) -> dict[str, Any]:
        """The properties of a format by name."""
        if key not in self._entries:
            properties = self._all.getByKey(key).getPropertyValues()
            self._entries[key] = {one.Name: one.Value for one in properties}
        return self._entries[key]

    def key(self, code: str) -> int:
        """The key of an Excel code, made when the document has none; ValueError for a code that is not one."""
        if code not in self._keys:
            uno = uno_module()
            formats, english = self._all, _english()
            key = formats.queryKey(code, english, False)
            if key == -1:
                try:
                    key = formats.addNew(code, english)
                except uno.getClass("com.sun.star.util.MalformedNumberFormatException"):
                    raise ValueError(f"{code!r} is not a number format") from None
            # the standard format of the document itself, so that a cell set to "General" is like one never touched
            self._keys[code] = 0 if code == "General" else key
        return self._keys[code]

    def usual(self, index: str) -> int:
        """The key of a built-in format in the document's language; com.sun.star.i18n.NumberFormatIndex names them."""
        if index not in self._usual:
            number = uno_module().getConstantByName(f"com.sun.star.i18n.NumberFormatIndex.{index}")
            self._usual[index] = int(self._all.getFormatIndex(number, self._document.CharLocale))
        return self._usual[index]

    def code(self, key: int) -> str:
        """Excel's en-US code of a key."""
        if key not in self._codes:
            self._codes[key] = self._ask_code(key)
        return self._codes[key]

    def _ask_code(self, key: int) -> str:
        if self.shown(key) is Shown.GENERAL:
            return "General"
        entry = self._entry(key)
        text, locale = entry["FormatString"], entry["Locale"]
        if locale.Language not in {"", "en"}:
            text = self._entry(self._all.addNewConverted(text, locale, _english()))["FormatString"]
        return _as_excel(text)


def _english() -> Any:
    return uno_module().createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")


def _as_excel(code: str) -> str:
    parts = _LITERAL.split(code)
    return "".join(
        part if index % 2 and not re.fullmatch(r"\[[HMS]+\]", part) else part.translate(_DATE_LETTERS)
        for index, part in enumerate(parts)
    )
