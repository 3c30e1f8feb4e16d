"""How a person is called where there is no room for the whole name."""

from __future__ import annotations

from mentoring_xl.core.text import tidy

_INITIALS = 2


def short_name(full_name: str) -> str:
    """Return «Арефьева В. И.» for «Арефьева Вера Ивановна»: as the banks begin, with the surname; "" for nothing."""
    surname, *names = tidy(full_name.replace(".", ". ")).split(" ")
    return " ".join((surname, *(f"{name[0].upper()}." for name in names[:_INITIALS])))
