"""VBA source as Excel stores it: ASCII only, lines ending with CR LF."""

from __future__ import annotations

import re

_LITERAL = re.compile(r'"(?:[^"\n]|"")*"')


def module(name: str, body: str) -> str:
    """Return a standard module: its name, then the body with every Russian string literal as a call of `Ru`.

    Raises UnicodeEncodeError when something outside a string literal is not ASCII.
    """
    return ascii_only(f'Attribute VB_Name = "{name}"\n{body}')


def ascii_only(source: str) -> str:
    """Return the source with `"Срок"` written `Ru("\\u0421...")` and lines ended with CR LF; errors as in `module`."""
    escaped = _LITERAL.sub(lambda found: _escaped(found[0]), source)
    escaped.encode("ascii")
    return escaped.replace("\n", "\r\n")


def _escaped(literal: str) -> str:
    if literal.isascii():
        return literal
    return "Ru(" + "".join(letter if letter.isascii() else f"\\u{ord(letter):04X}" for letter in literal) + ")"
