"""The same book as other programs, mail gateways and archivers would have written it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Parts = dict[str, bytes]
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*")
_TAG = re.compile(r"<[^!?][^>]*>")


def repack(source: Path, path: Path, change: Callable[[Parts], Parts], archive: Callable[[Parts], bytes]) -> Path:
    """Write the book at `source` to `path` with its parts changed and packed in another way."""
    with zipfile.ZipFile(source) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    path.write_bytes(archive(change(parts)))
    return path


def same(parts: Parts) -> Parts:
    """The parts as they are."""
    return parts


def deflated(parts: Mapping[str, bytes]) -> bytes:
    """An ordinary archive."""
    return _zip(parts, zipfile.ZIP_DEFLATED)


def stored(parts: Mapping[str, bytes]) -> bytes:
    """Nothing packed."""
    return _zip(parts, zipfile.ZIP_STORED)


def reversed_order(parts: Mapping[str, bytes]) -> bytes:
    """The list of types last."""
    return _zip(dict(reversed(parts.items())), zipfile.ZIP_DEFLATED)


def with_folders(parts: Mapping[str, bytes]) -> bytes:
    """Folders as entries of their own, as archivers add them."""
    folders = {f"{name.rpartition('/')[0]}/": b"" for name in parts if "/" in name}
    return _zip({**folders, **parts}, zipfile.ZIP_DEFLATED)


def streamed(parts: Mapping[str, bytes]) -> bytes:
    """Sizes behind the data, as a program writes that cannot seek."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return pipe.getvalue()


def _zip(parts: Mapping[str, bytes], method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _each(parts: Parts, change: Callable[[str], str], names: str = r".*\.(xml|rels)") -> Parts:
    return {
        name: change(content.decode()).encode() if re.fullmatch(names, name) else content
        for name, content in parts.items()
    }


def marked(parts: Parts) -> Parts:
    """A byte order mark before every part."""
    return _each(parts, lambda text: "\ufeff" + text)


def utf16(parts: Parts) -> Parts:
    """Two bytes to a letter in the sheets, which XML allows."""
    return {
        name: _DECLARATION.sub('<?xml version="1.0" encoding="UTF-16"?>', content.decode()).encode("utf-16")
        if name.startswith("xl/worksheets/sheet")
        else content
        for name, content in parts.items()
    }


def undeclared(parts: Parts) -> Parts:
    """No XML declaration at all."""
    return _each(parts, lambda text: _DECLARATION.sub("", text))


def indented(parts: Parts) -> Parts:
    """Every element of a sheet on its own line, ended as Windows does."""
    apart = re.compile(r">(?=<(?!/(?:t|v|f)>))")
    return _each(
        parts, lambda text: apart.sub(">\r\n  ", text), r"xl/(worksheets/sheet|tables/|workbook|styles).*\.xml"
    )


def prefixed(parts: Parts) -> Parts:
    """Every element with the prefix that programs on the Open XML SDK give it."""

    def prefix(text: str) -> str:
        if _MAIN not in text:
            return text
        named = re.sub(r"<(/?)([A-Za-z]\w*)(?=[\s/>])", r"<\1x:\2", text)
        return named.replace(_MAIN, _MAIN.replace("xmlns=", "xmlns:x="), 1)

    return _each(parts, prefix, r"xl/.*\.xml")


def absolute(parts: Parts) -> Parts:
    """Parts named from the root of the package."""
    found = dict(parts)
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]

            def place(target: re.Match[str], folder: str = folder) -> str:
                steps: list[str] = folder.split("/") if folder else []
                for step in target[1].split("/"):
                    steps = steps[:-1] if step == ".." else [*steps, step]
                return f'Target="/{"/".join(steps)}"'

            found[name] = re.sub(r'Target="([^"/#][^":#]*)"(?! TargetMode)', place, content.decode()).encode()
    return found


def inline(parts: Parts) -> Parts:
    """No list of shared strings: every text stands in its cell."""
    strings = re.findall(r"<si>(.*?)</si>|<si/>", parts["xl/sharedStrings.xml"].decode(), re.DOTALL)
    cell = re.compile(r'(<c\b[^>]*) t="s"([^>]*)><v>(\d+)</v></c>')
    found = _each(
        parts,
        lambda text: cell.sub(lambda one: f'{one[1]} t="inlineStr"{one[2]}><is>{strings[int(one[3])]}</is></c>', text),
        r"xl/worksheets/sheet\d+\.xml",
    )
    del found["xl/sharedStrings.xml"]
    found["[Content_Types].xml"] = re.sub(rb"<Override [^>]*sharedStrings[^>]*/>", b"", found["[Content_Types].xml"])
    links = "xl/_rels/workbook.xml.rels"
    found[links] = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*/>", b"", found[links])
    return found


def single_quotes(parts: Parts) -> Parts:
    """Attributes in single quotes, with spaces around the sign."""

    def quote(tag: re.Match[str]) -> str:
        return re.sub(r'="([^"\']*)"', r" = '\1'", tag.group())

    return _each(parts, lambda text: _TAG.sub(quote, text), r"xl/(worksheets/sheet|workbook|styles|tables/).*\.xml")


def numbered_letters(parts: Parts) -> Parts:
    """Every letter outside ASCII by its number."""
    return _each(
        parts,
        lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
        r"xl/(shared|worksheets/s|work|tables).*\.xml",
    )


def without_addresses(parts: Parts) -> Parts:
    """Cells that follow each other without saying where they stand."""

    def bare(row: re.Match[str]) -> str:
        cells = re.findall(r'<c r="([A-Z]+)', row[2])
        if cells != [chr(ord("A") + at) for at in range(len(cells))]:
            return row.group()
        return row[1] + re.sub(r'(<c) r="[A-Z]+\d+"', r"\1", row[2]) + "</row>"

    return _each(
        parts,
        lambda text: re.sub(r"(<row [^>]*>)(.*?)</row>", bare, text, flags=re.DOTALL),
        r"xl/worksheets/sheet.*\.xml",
    )


def another_workbook_name(parts: Parts) -> Parts:
    """The list of sheets under another name."""
    names = {"xl/workbook.xml": "xl/book7.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/book7.xml.rels"}
    found = {names.get(name, name): content for name, content in parts.items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        found[name] = found[name].replace(b"xl/workbook.xml", b"xl/book7.xml")
    return found


def capital_strings(parts: Parts) -> Parts:
    """The shared strings under the name that some business programs give them."""
    found = {name.replace("sharedStrings", "SharedStrings"): content for name, content in parts.items()}
    return _each(found, lambda text: text.replace("sharedStrings.xml", "SharedStrings.xml"), r".*(\.rels|Types\].xml)")


def remarks(parts: Parts) -> Parts:
    """A remark of the writing program before the root of every sheet, and one after the cells."""
    return _each(
        parts,
        lambda text: text.replace("<worksheet", "<!-- made by a <program> --><worksheet", 1).replace(
            "</sheetData>", "</sheetData><!-- <c r='A1'/> -->", 1
        ),
        r"xl/worksheets/sheet.*\.xml",
    )


def long_forms(parts: Parts) -> Parts:
    """Empty elements written with an end tag, truths as words."""

    def lengthen(text: str) -> str:
        text = re.sub(r"<(c|row|col|hyperlink|tableColumn|xf)\b([^>]*)/>", r"<\1\2></\1>", text)
        return re.sub(r' (customWidth|customHeight|hidden|applyNumberFormat|quotePrefix)="1"', r' \1="true"', text)

    return _each(parts, lengthen, r"xl/(worksheets/sheet|styles|tables/).*\.xml")


def escaped_greater(parts: Parts) -> Parts:
    """Apostrophes and quotes in texts written as entities."""
    text_only = re.compile(r"(<t[^>]*>)([^<]*)(</t>)")
    return _each(
        parts,
        lambda text: text_only.sub(lambda one: one[1] + html.escape(html.unescape(one[2])) + one[3], text),
        r"xl/sharedStrings\.xml",
    )


CHANGES = (
    same, marked, utf16, undeclared, indented, prefixed, absolute, inline, single_quotes, numbered_letters,
    without_addresses, another_workbook_name, capital_strings, remarks, long_forms, escaped_greater,
)  # fmt: skip
ARCHIVES = (deflated, stored, reversed_order, with_folders, streamed)
