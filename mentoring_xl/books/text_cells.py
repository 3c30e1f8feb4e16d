"""Text that stays text: how a string stands in a cell's XML, and which strings would be taken for a formula."""

from __future__ import annotations

import re

LIMIT = 32_767
"""Characters that fit in one cell, counted in UTF-16 units as Excel does."""

_CUT = "… [обрезано: в ячейку помещается 32 767 знаков]"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f]")
_NOT_TEXT = re.compile("[\x00\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_LEADS = tuple("=+-@'\t\n＝＋－＠")


def fitted(text: str) -> str:
    """Return the text as a cell can hold it: line breaks as \\n, no non-characters, at most LIMIT, a cut said aloud."""
    text = _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) <= LIMIT // 2 or _units(text) <= LIMIT:
        return text
    room = (LIMIT - len(_CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + _CUT


def encoded(text: str) -> str:
    """Return the text as ST_Xstring: control characters, and what looks like an escape, written as _xHHHH_."""
    return _CONTROL.sub(lambda found: f"_x{ord(found.group()):04X}_", _LITERAL.sub("_x005F_", text))


def decoded(raw: str) -> str:
    """Undo `encoded`; a surrogate code stays as it is."""
    if "_x" not in raw:
        return raw
    return _ESCAPE.sub(_character, raw)


def has_plain_edges(text: str) -> bool:
    """Tell whether no reader trims this text: it neither begins nor ends with a space or an invisible character."""
    return text == text.strip() and text[:1].isprintable() and text[-1:].isprintable()


def looks_like_formula(text: str) -> bool:
    """Tell whether typing this text would start a formula or lose its first character (the OWASP list and «'»)."""
    return text.startswith(_FORMULA_LEADS)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return escape.group() if 0xD800 <= code <= 0xDFFF else chr(code)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
