"""Sub-items inside one cell: «1) … 2) …», «1. …», «а) …», «- …», also several to a line, under their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .lines import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = r"(?<!\S){number}{close}\s*(?=[^\W\d_]|[«\"„(])"
_BULLET = re.compile(r"(?:^|(?<=[:;.,])\s+)[-–—•●▪*·◦○■]\s+(?=\S)")
_LINE_BULLET = re.compile(r"[-–—•●▪*·◦○■]\s*(?=\S)")
_LISTED = re.compile(r":\s+[-–•]\s")
_AFTER_SIGN = re.compile(r"(?:№|\bп|\bпп|\bст|\bч|\bгл|\bрис|\bтабл)\.?\s*$", re.IGNORECASE)
_KINDS = (("digit", r"\)"), ("digit", r"\."), ("letter", r"\)"))
_SIGN = 8
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[А-ЯЁ«])")


@dataclass(frozen=True)
class Item:
    """A sub-item without its mark, and the sub-items below it."""

    text: str
    below: tuple[Item, ...] = ()


@dataclass(frozen=True)
class _Segment:
    kind: str
    text: str


def split(text: str) -> tuple[str, tuple[Item, ...]]:
    """Return what a cell says before its sub-items and the sub-items; without any the whole text and none.

    Every word of the text but the marks is in the result, in the same order.
    """
    segments = list(_segments(text))
    marked = [segment.kind for segment in segments if segment.kind]
    if not marked:
        return "\n".join(segment.text for segment in segments), ()
    first = next(at for at, segment in enumerate(segments) if segment.kind)
    lead = [segment.text for segment in segments[:first]]
    heads = _lost_break(lead[-1]) if lead else ()
    lead = [*lead[:-1], *heads]
    title, over = (" ".join(lead[:-1]), lead[-1:]) if len(lead) > 1 else ("".join(lead), [])
    rest = [*(_Segment("", text) for text in over), *segments[first:]]
    return title, tuple(_tree(rest))


def below(text: str) -> tuple[Item, ...]:
    """Return a cell whose heading stands in another one as sub-items; a plain text is one."""
    title, items = split(text)
    if not items:
        return (Item(title),) if title else ()
    return (Item(title, items),) if title else items


def _segments(text: str) -> Iterator[_Segment]:
    """Part a text at its paragraphs and at the marks inside them."""
    parts = paragraphs(text)
    cuts: list[list[tuple[int, int, str]]] = [[] for _ in parts]
    for name, close in _KINDS:
        for row, start, end in _run(parts, (name, close)):
            cuts[row].append((start, end, name + close))
    for part, marks in zip(parts, cuts, strict=True):
        first = min((end for _, end, _ in marks), default=len(part))
        if _LINE_BULLET.match(part) or _BULLET.search(part, first) or _LISTED.search(part):
            marks += [(found.start(), found.end(), "-") for found in _bullets(part)]
        yield from _cut(part, sorted(marks))


def _bullets(part: str) -> Iterator[re.Match[str]]:
    if (first := _LINE_BULLET.match(part)) and not part[1:2].isdigit():
        yield first
    yield from (found for found in _BULLET.finditer(part) if found.start())


def _cut(part: str, cuts: Sequence[tuple[int, int, str]]) -> Iterator[_Segment]:
    if not cuts:
        yield _Segment("", part)
        return
    if lead := part[: cuts[0][0]].strip():
        yield _Segment("", lead)
    ends = [*(start for start, _, _ in cuts[1:]), len(part)]
    for (_, end, kind), stop in zip(cuts, ends, strict=True):
        yield _Segment(kind, part[end:stop].strip())


def _run(parts: Sequence[str], kind: tuple[str, str]) -> list[tuple[int, int, int]]:
    """Return paragraph, start and end of the marks of one kind: 1, 2, 3 … and from 1 again; a lone one is none."""
    found: list[tuple[int, int, int]] = []
    expected = 1
    for row, part in enumerate(parts):
        marks = list(_marks(part, kind))
        last = {number: start for start, _, number in marks}
        for start, end, number in marks:
            # the next number further on makes this «1» a word of the text
            if number == expected or (number == 1 and last.get(expected, -1) < start):
                found.append((row, start, end))
                expected = number + 1
    return found if len(found) > 1 else []


def _marks(part: str, kind: tuple[str, str]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of all that looks like a mark of a kind."""
    name, close = kind
    for found in _patterns()[name, close].finditer(part):
        if not _AFTER_SIGN.search(part[max(0, found.start() - _SIGN) : found.start()]):
            yield found.start(), found.end(), int(found[1]) if name == "digit" else _LETTERS.index(found[1].lower()) + 1


@cache
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    shapes = {"digit": r"(\d{1,2})", "letter": f"([{_LETTERS}])"}
    return {kind: re.compile(_NUMBER.format(number=shapes[kind[0]], close=kind[1]), re.IGNORECASE) for kind in _KINDS}


def _tree(segments: Sequence[_Segment]) -> Iterator[Item]:
    """Nest the segments: marks of another kind stand below, a text without a mark heads the marked ones after it."""
    outer = next((segment.kind for segment in segments if segment.kind), "")
    has_heads = any(not segment.kind for segment in segments)
    at = 0
    while at < len(segments):
        segment = segments[at]
        end = at + 1
        if not segment.kind:
            while end < len(segments) and segments[end].kind:
                end += 1
            if end == at + 1 and segment.text.endswith(":"):
                end = _end_of_lines(segments, end)
                yield Item(segment.text, tuple(Item(line.text) for line in segments[at + 1 : end]))
            else:
                yield _headed(segment.text, segments[at + 1 : end])
        elif segment.kind == outer or not has_heads:
            while end < len(segments) and segments[end].kind not in {"", outer}:
                end += 1
            yield Item(segment.text, tuple(_tree(segments[at + 1 : end])))
        else:
            yield Item(segment.text)
        at = end


def _end_of_lines(segments: Sequence[_Segment], at: int) -> int:
    """Return where the lines without marks below «…:» end: at a mark or at the next line that heads others."""
    while at < len(segments) and not segments[at].kind and not segments[at].text.endswith(":"):
        if at + 1 < len(segments) and segments[at + 1].kind:
            break
        at += 1
    return at


def _headed(text: str, following: Sequence[_Segment]) -> Item:
    """Make the item of a heading among the sub-items; one with nothing after it says them in sentences of its own."""
    if following:
        return Item(text, tuple(_tree(following)))
    head, colon, rest = text.partition(": ")
    sentences = _SENTENCE.split(rest) if colon else []
    return Item(f"{head}:", tuple(map(Item, sentences))) if len(sentences) > 1 else Item(text)


def _lost_break(text: str) -> tuple[str, ...]:
    """Part two headings run together: «Организация работы групп Организация встреч» begins with the same word twice."""
    word = text.partition(" ")[0]
    found = re.search(rf"(?<=[а-яё»)])\s+(?={re.escape(word)}\s)", text) if len(word) > 4 and word.istitle() else None
    return (text[: found.start()], text[found.end() :]) if found else (text,)
