"""What a command asks at the terminal: a password that is not shown, a yes; Ctrl+D is no answer."""

from __future__ import annotations

import getpass
import sys

from mentoring_xl.core.errors import BookError

_AGREED = frozenset({"да", "д", "yes", "y"})
_NOBODY = "Пароль спросить не у кого: запустите команду в терминале{otherwise}."


def hidden(question: str, otherwise: str = "") -> str:
    """Return what the person types unseen, "" for nothing; BookError where there is no terminal.

    otherwise: what else could be done then, as the end of the sentence.
    """
    if not sys.stdin.isatty():
        raise BookError(_NOBODY.format(otherwise=otherwise))
    try:
        return getpass.getpass(question)
    except EOFError:
        return ""


def agreed(question: str, unasked: str) -> bool:
    """Tell whether the person says yes; BookError with the sentence `unasked` where there is no terminal."""
    if not sys.stdin.isatty():
        raise BookError(unasked)
    try:
        return input(f"{question} Напишите «да»: ").strip().lower() in _AGREED
    except EOFError:
        return False
