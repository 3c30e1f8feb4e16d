"""Workbooks made for the guard's tests: a good one, and edits of its parts and of its zip layer."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"

Edit = Callable[[bytes], bytes]


def good_book() -> bytes:
    """Two sheets with text, numbers, dates, formulas, a merge, a link and a comment."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    date = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet("Дорожная карта")
    sheet.write_row("A1", ["№ п/п", "Наименование мероприятий", "Срок"])
    for row in range(1, 30):
        sheet.write_number(row, 0, row)
        sheet.write_string(row, 1, f"Мероприятие {row} <первое> & «второе»")
        sheet.write_number(row, 2, 46000 + row, date)
        sheet.write_formula(row, 3, f'=IF(A{row + 1}>5,"да","нет")', None, "да" if row > 5 else "нет")
        sheet.write_boolean(row, 4, row % 2 == 0)
    sheet.merge_range("A40:D40", "Раздел")
    sheet.write_url("A41", "https://example.org")
    sheet.write_comment("B2", "Примечание")
    book.add_worksheet("Пары").write_row("A1", ["Наставник", "Наставляемый"])
    book.close()
    return stream.getvalue()


def parts(book: bytes) -> dict[str, bytes]:
    """Every part's bytes by name, in the order of the archive."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def edited(name: str, edit: Edit) -> bytes:
    """The good book with one part changed; the change must be real."""
    content = parts(good_book())
    changed = edit(content[name])
    assert changed != content[name]
    return packed(content | {name: changed})


def replaced(name: str, old: str, new: str) -> bytes:
    """The good book with the first `old` of one part replaced."""
    return edited(name, lambda data: data.replace(old.encode(), new.encode(), 1))


def added(name: str, data: bytes) -> bytes:
    """The good book with one more part."""
    return packed(parts(good_book()) | {name: data})


def entry(name: bytes, data: bytes, *, flags: int = 0) -> tuple[bytes, bytes]:
    """A stored entry by hand: its own header with the data, and its line of the directory without the offset."""
    facts = (
        flags.to_bytes(2, "little")
        + b"\0\0"
        + b"\0\0\x21\0"
        + zlib.crc32(data).to_bytes(4, "little")
        + len(data).to_bytes(4, "little") * 2
        + len(name).to_bytes(2, "little")
        + b"\0\0"
    )
    return b"PK\3\4\x14\0" + facts + name + data, b"PK\1\2\x14\0\x14\0" + facts + b"\0" * 10


def by_hand(entries: list[tuple[bytes, bytes]], *, offsets: list[int] | None = None, between: bytes = b"") -> bytes:
    """An archive by hand; `offsets` may lie about where entries start, `between` lies hidden between them."""
    body, lines, starts = b"", [], []
    for name, data in entries:
        local, line = entry(name, data)
        starts.append(len(body))
        body += local + between
        lines.append((line, name))
    places = offsets or starts
    directory = b"".join(line + at.to_bytes(4, "little") + name for (line, name), at in zip(lines, places, strict=True))
    numbers = len(entries).to_bytes(2, "little") * 2
    end = b"PK\5\6\0\0\0\0" + numbers + len(directory).to_bytes(4, "little") + len(body).to_bytes(4, "little") + b"\0\0"
    return body + directory + end


def saved(folder: Path, data: bytes, name: str = "Книга.xlsx") -> Path:
    """Write the bytes as a book in `folder`."""
    path = folder / name
    path.write_bytes(data)
    return path
