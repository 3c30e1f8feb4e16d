"""Names of acts in a list of grounds: «статьёй 351.8 Трудового кодекса», «письмом Минпросвещения России»."""

from __future__ import annotations

import re
from typing import Final

from .posts import decline_post

_NEUTER: Final = re.compile(r"(?P<stem>[а-яё]+ни|письм)(?:е|о)\b", re.IGNORECASE)
_ENDINGS: Final = {
    "genitive": ("я", "а"),
    "dative": ("ю", "у"),
    "accusative": ("е", "о"),
    "instrumental": ("ем", "ом"),
}
_REST: Final = re.compile(r"\s*[,;(«\"].*", re.DOTALL)


def decline_act(title: str, case: str) -> str | None:
    """Return the title of an act in an oblique case; None when the case of its first word is not certain.

    What follows a comma, a bracket or a quotation mark stays as it is.
    """
    rest = _REST.search(title)
    head, tail = (title[: rest.start()], rest[0]) if rest else (title, "")
    if found := _NEUTER.match(head):
        soft, hard = _ENDINGS[case]
        ending = soft if found["stem"].lower().endswith("ни") else hard
        return f"{found['stem']}{ending}{head[found.end() :]}{tail}"
    declined = decline_post(head, case)
    return f"{declined.text}{tail}" if declined.certain else None
