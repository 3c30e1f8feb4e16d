"""A cell «Ответственные» taken apart: which posts, bodies and people it names, and who holds which post."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold

from .phrases import Item, Link, items_of
from .posts import head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HYPHEN_AT_LINE_END = re.compile(r"(?<!\w)([^\W\d_]{1,40})[-‐‑\u00ad]\n([^\W\d_]+)")
_ADJECTIVE = re.compile(r"\w+(?:[ыио]й|[ая]я|[ое]е|[ыи][ехм]|[ое]го|[ое]му|ую)")
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-–—•*·▪]\s*|\d{1,2}[.)]\s*(?=[^\W\d_]))")
_LABEL = re.compile(
    r"^\s*(?:ответственн\w*|отв\.?|(?:со)?исполнител\w*)(?:\s+(?:лиц\w+|исполнител\w+))?\s*[:–—]\s*", re.IGNORECASE
)
_ASIDE = re.compile(r"\(\s*(?:(?:далее|по согласован)[^()]*\)?|отв(?:етственн\w+)?\.?\s*\))", re.IGNORECASE)
_ALSO = re.compile(r",?\s*\bа также\b", re.IGNORECASE)


class Responsible(NamedTuple):
    """One responsible as written: a role («кл. рук.»), a person («Иванова А.П.») or a person in a role."""

    role: str | None
    person: str | None


@lru_cache(maxsize=1024)
def split_responsible(text: str) -> tuple[Responsible, ...]:
    """Return who is responsible, in order; () when the cell names nobody.

    Items are divided by marks, line breaks, «и» between two posts, or by nothing at all («Завуч Директор»); «и» inside
    one post or body («по УР и ВР») does not divide. A person beside a post holds it; a post of several people is
    shared by the people named right after it. Words broken at line ends are joined, «(далее – …)» is left out.
    """
    items = items_of(_clean(text))
    holders = _holders(items)
    return tuple(_named(items, holders))


def _named(items: Sequence[Item], holders: dict[int, int]) -> Iterator[Responsible]:
    """holders: by the position of a person, that of the role; a role with holders does not stand by itself."""
    taken = set(holders.values())
    for at, item in enumerate(items):
        if item.is_person:
            yield Responsible(items[holders[at]].text if at in holders else None, item.text)
        elif at not in taken:
            yield Responsible(item.text, None)


def _holders(items: Sequence[Item]) -> dict[int, int]:
    """Find each person's role: the closest pairs first, of equally close ones those in the order the cell begins."""
    holders: dict[int, int] = {}
    by_commas = _alternates(items)
    role_first = not items[0].is_person if items else True
    pairs = [
        (-items[at].link, items[at].is_person != role_first, at)
        for at in range(1, len(items))
        if _may_hold(items[at - 1], items[at], by_commas)
    ]
    for _, _, at in sorted(pairs):
        person, role = (at, at - 1) if items[at].is_person else (at - 1, at)
        if person not in holders and role not in holders.values():
            holders[person] = role
    for at in range(1, len(items)):
        role_before = holders.get(at - 1, -1)
        shared = 0 <= role_before < at and items[role_before].many and items[role_before + 1].link >= Link.SPACE
        if shared and items[at].is_person and at not in holders and items[at].link > Link.NONE:
            holders[at] = role_before
    return holders


def _may_hold(one: Item, other: Item, by_commas: bool) -> bool:
    """Tell whether two neighbours are a person and the person's role."""
    if one.is_person == other.is_person:
        return False
    role = other if one.is_person else one
    if other.link == Link.COMMA:
        return by_commas and not role.many
    if other.link < Link.LINE:
        return False
    if other.link == Link.LINE or (one.is_person and other.link < Link.BRACKET):
        return not role.many
    return True


def _alternates(items: Sequence[Item]) -> bool:
    """Tell whether people and single posts take turns, so that a comma stands between a person and the post."""
    turns = [item.is_person for item in items if item.is_person or not item.many]
    return len(turns) % 2 == 0 and all(one != other for one, other in pairwise(turns))


def _clean(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    joined = _HYPHEN_AT_LINE_END.sub(_joined, "\n".join(line for line in lines if line))
    for noise in (_BULLET, _LABEL, _ASIDE):
        joined = noise.sub("", joined)
    return _ALSO.sub(",", joined).replace("\u00ad", "")


def _joined(found: re.Match[str]) -> str:
    """Join a word broken at the line end; the hyphen of «педагог-организатор», «учебно-воспитательной» stays."""
    left, right = found[1], found[2]
    posts = head(left) is not None and head(right) is not None
    compound = len(left) > 4 and left.endswith(("но", "ко")) and bool(_ADJECTIVE.fullmatch(fold(right)))
    return f"{left}-{right}" if posts or compound or right[0].isupper() else left + right
