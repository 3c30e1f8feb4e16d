"""A saved workbook without somebody's name: in strings nobody uses any more, notes, caches of charts, properties."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

from .parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    Erase = Callable[[str], str]

_STRINGS = "xl/sharedStrings.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_TEXT = re.compile(r">([^<]+)<")
_ATTRIBUTE = re.compile(r"=(?:\"([^\"]*)\"|'([^']*)')")
_CELL = re.compile(
    r"(<(?:\w+:)?c\b(?=[^>]*\st=[\"']s[\"'])[^>]*>\s*(?:<(?:\w+:)?f\b[^<]*</[^>]*>)?<(?:\w+:)?v>)(\d+)(?=<)"
)
_STRING = re.compile(r"<((?:\w+:)?)si\b(?:[^>]*/>|[^>]*>.*?</\1si>)", re.DOTALL)
_RUNS = re.compile(r"<((?:\w+:)?(?:si|is|text|p))\b[^>/]*>.*?</\1>", re.DOTALL)
_RUN = re.compile(r"(<((?:\w+:)?t)\b[^>/]*>)([^<]*)(?=</\2>)")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def cleaned(data: bytes, erase: Erase, kept: Collection[str] = ()) -> bytes:
    """Return a workbook with every XML part passed through `erase`, and strings that no cell shows emptied.

    kept: titles of the sheets that stay as they are, with the strings that they show.
    """
    parts = Parts(data)
    sheets = parts.sheets()
    wanted = {title.casefold() for title in kept}
    spared = {part for title, part in sheets.items() if title.casefold() in wanted}
    texts = {name: _decoded(parts[name]) for name in parts.names() if _is_xml(parts[name])}
    _clean_strings(texts, erase, spared)
    for name, text in texts.items():
        if name != _STRINGS and name not in spared:
            texts[name] = _without(text, erase)
    for name, text in texts.items():
        if text != _decoded(parts[name]):
            parts[name] = _encoded(text, parts[name])
    return parts.data()


def holders(data: bytes, has: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the parts of a package (.xlsx, .docx) in which a text is found, in packages inside it too."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if _is_xml(part):
                text = _decoded(part)
                if has(_shown(text)) or any(has(_joined(run)) for run in _RUNS.finditer(text)):
                    found.append(name)
            elif zipfile.is_zipfile(io.BytesIO(part)) and holders(part, has):
                found.append(name)
    return tuple(found)


def _clean_strings(texts: dict[str, str], erase: Erase, spared: Collection[str]) -> None:
    """Empty the strings that no cell shows and erase in the others; what spared sheets show stays for them alone."""
    if _STRINGS not in texts:
        return
    sheets = {name: text for name, text in texts.items() if _SHEET.fullmatch(name)}
    shown = {name: {int(index) for _, index in _CELL.findall(text)} for name, text in sheets.items()}
    theirs = {index for name in spared for index in shown.get(name, ())}
    used = {index for found in shown.values() for index in found}
    strings = [match.group() for match in _STRING.finditer(texts[_STRINGS])]
    fresh = {index: _without(text, erase) for index, text in enumerate(strings) if index in used}
    split = [index for index in sorted(theirs & fresh.keys()) if fresh[index] != strings[index]]
    moved = {index: len(strings) + place for place, index in enumerate(split)}
    laid = [text if index in moved else fresh.get(index, _blank(text)) for index, text in enumerate(strings)]
    texts[_STRINGS] = _with_strings(texts[_STRINGS], [*laid, *(fresh[index] for index in split)])
    for name, text in sheets.items():
        if name not in spared and moved:
            texts[name] = _CELL.sub(lambda cell: cell[1] + str(_moved(cell[2], moved)), text)


def _moved(index: str, moved: Mapping[int, int]) -> int:
    return moved.get(int(index), int(index))


def _blank(string: str) -> str:
    prefix = re.match(r"<((?:\w+:)?)si", string)
    mark = prefix[1] if prefix else ""
    return f"<{mark}si><{mark}t/></{mark}si>"


def _with_strings(part: str, strings: list[str]) -> str:
    matches = list(_STRING.finditer(part))
    if not matches:
        return part
    count = re.sub(r'\buniqueCount="\d+"', f'uniqueCount="{len(strings)}"', part[: matches[0].start()])
    return count + "".join(strings) + part[matches[-1].end() :]


def _without(text: str, erase: Erase) -> str:
    """Return XML with `erase` on each text and attribute, and on texts that are cut into runs of different looks."""
    text = _RUNS.sub(lambda runs: _one_run(runs, erase), text)
    if erase(_shown(text)) == _shown(text):
        return text
    text = _TEXT.sub(lambda found: f">{_said(found[1], erase)}<", text)
    return _ATTRIBUTE.sub(lambda found: _attribute(found, erase), text)


def _attribute(found: re.Match[str], erase: Erase) -> str:
    raw = found[1] if found[1] is not None else found[2]
    said = _said(raw, erase)
    return found.group() if said == raw else f'="{said}"'


def _one_run(runs: re.Match[str], erase: Erase) -> str:
    joined = _joined(runs)
    if len(_RUN.findall(runs.group())) < 2 or erase(joined) == joined:
        return runs.group()
    rest = iter([escape(erase(joined), {'"': "&quot;"})])
    return _RUN.sub(lambda run: run[1] + next(rest, ""), runs.group())


def _joined(runs: re.Match[str]) -> str:
    return html.unescape("".join(text for _, _, text in _RUN.findall(runs.group())))


def _said(raw: str, erase: Erase) -> str:
    text = html.unescape(raw)
    said = erase(text)
    if said == text and "%" in text and erase(unquote(text)) != unquote(text):
        said = quote(erase(unquote(text)), safe=":/?#[]@!$&'()*+,;=")
    return raw if said == text else escape(said, {'"': "&quot;"})


def _shown(text: str) -> str:
    return html.unescape(unquote(text) if "%" in text else text)


def _is_xml(part: bytes) -> bool:
    return part[:2] in _MARKS or part.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"


def _decoded(part: bytes) -> str:
    encoding = _MARKS.get(part[:2])
    return part.decode(encoding) if encoding else part.decode("utf-8", "surrogateescape")


def _encoded(text: str, like: bytes) -> bytes:
    encoding = _MARKS.get(like[:2])
    return text.encode(encoding) if encoding else text.encode("utf-8", "surrogateescape")
