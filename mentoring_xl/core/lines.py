"""How many lines a text takes in a cell of a given width, in Calibri as both suites lay it out."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import repeat

_THOUSANDTHS = {
    229: " 'il",
    252: ",.Ij’",
    268: ":;",
    303: "()`",
    326: "!-J[]f{}",
    349: "r°tг",
    401: '"/\\szт',
    430: "LcГзс“„",
    443: "xхэ",
    464: "?FSkvy|ку",
    479: "ZagЗавчья",
    498: "#*+<=>ETY_e~§ЁЕТеё–",
    519: "$0123456789PX«»РХл",
    531: "KbdhnopquУЬопр",
    544: "BCRБВКСбийнцъ",
    558: "ЧЭЯд",
    579: "AVА",
    631: "DGHЛНПЪф",
    646: "NUДИЙЦ",
    682: "&OQОмы",
    697: "…Фж",
    722: "%wю",
    749: "шщ",
    801: "mЖЫ",
    905: "@MWМШЩЮ—",
    1025: "№",
}
"""Advance widths of the regular face in thousandths of its size, near ones put together at the greater."""
_PIXELS = 11 * 96 / 72
"""The size of the type."""
_PIXELS_OF_ONE = 7
"""Of one character, in which suites count the width of a column; LibreOffice leaves a text no more than that."""
_WIDTHS = {
    letter: width / 1000 * _PIXELS / _PIXELS_OF_ONE for width, letters in _THOUSANDTHS.items() for letter in letters
}
_SPACE, _WIDEST, _OTHER = _WIDTHS[" "], max(_WIDTHS.values()), _WIDTHS["н"]


@lru_cache(maxsize=8192)
def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in `width` characters, words kept whole where they fit."""
    if len(text) * _WIDEST <= width and "\n" not in text:
        return 1
    return sum(_wrapped(part, max(width, 1.0)) for part in text.split("\n"))


def _wrapped(text: str, width: float) -> int:
    if _length(text) <= width:
        return 1
    lines, used = 1, 0.0
    for word in text.split(" "):
        length = _length(word)
        if used and used + _SPACE + length > width:
            lines, used = lines + 1, 0.0
        used += length + (_SPACE if used else 0)
        if used > width:
            lines, used = lines + math.ceil(used / width) - 1, used % width
    return lines


def _length(text: str) -> float:
    return sum(map(_WIDTHS.get, text, repeat(_OTHER)))
