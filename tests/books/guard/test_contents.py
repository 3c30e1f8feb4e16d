"""Inside the archive: sheets, cells and XML that readers could take differently are refused, honest ones pass."""

import re
from pathlib import Path

import openpyxl
import pytest

from mentoring_xl.books import guard
from mentoring_xl.books.guard.limits import CHUNK
from mentoring_xl.core.errors import BookError
from tests.books.guard.guard_books import (
    BOOK,
    SHEET,
    STRINGS,
    TYPES,
    added,
    edited,
    good_book,
    packed,
    parts,
    replaced,
    saved,
)

MAIN_TYPE = "spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
OPEN_TYPE = f"application/vnd.openxmlformats-officedocument.{MAIN_TYPE}"
PARTS = parts(good_book())
LAST_STRING = PARTS[STRINGS].count(b"<si>") - 1
TWO_WIDE_MERGES = 'ref="A43:Z50042"/><mergeCell ref="A100000:Z149999"'
ACROSS_CHUNKS = b" " * (CHUNK - 4) + b"<!DOCTYPE x>"
SECOND_BOOK = f'<Override PartName="/xl/workbook2.xml" ContentType="{OPEN_TYPE}"/></Types>'.encode()
LEVELS = b"<x>" * 200 + b"</x>" * 200
FAR = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="J1048576"><v>1</v></c></row>'
MANY = b"<x " + b" ".join(b'a%d=""' % number for number in range(300)) + b"/>"
ROW_31 = '<row r="31"><c r="A31"><v>1</v></c></row>'


def cell(old: str, new: str) -> bytes:
    return replaced(SHEET, old, new)


REFUSED = {
    "a DTD": (replaced(SHEET, "<worksheet", "<!DOCTYPE worksheet><worksheet"), "опасные вставки XML"),
    "an entity": (replaced(STRINGS, "<sst", '<!DOCTYPE sst [<!ENTITY a "b">]><sst'), "опасные вставки XML"),
    "a DTD in an old drawing": (added("xl/drawings/a.vml", b"<!DOCTYPE x>"), "опасные вставки XML"),
    "a DTD in an old drawing between two chunks": (added("xl/drawings/a.vml", ACROSS_CHUNKS), "опасные вставки XML"),
    "two wide merges": (cell('ref="A40:D40"', TWO_WIDE_MERGES), "слишком много ячеек или текста"),
    "two lists of sheets": (
        packed(
            PARTS | {TYPES: PARTS[TYPES].replace(b"</Types>", SECOND_BOOK), "xl/workbook2.xml": PARTS[BOOK]},
        ),
        "два списка листов",
    ),
    "XML that breaks off": (edited(SHEET, lambda data: data[:-20]), "повреждена"),
    "a deep part": (added("xl/a.xml", LEVELS), "слишком глубокая вложенность"),
    "a tag with 300 attributes": (added("xl/a.xml", MANY), "слишком много свойств"),
    "a tag without an end": (added("xl/a.xml", b"<a>" + b"<!--" + bytes(range(48, 58)) * 250_000), "без конца"),
    "a text of two million letters": (added("xl/a.xml", b"<a>" + b"0123456789" * 200_000 + b"</a>"), "длинный текст"),
    "the strict dialect": (
        replaced(
            "_rels/.rels",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        ),
        "Strict Open XML",
    ),
    "a book in the strict dialect": (
        replaced(
            BOOK,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        "Strict Open XML",
    ),
    "macros": (replaced(TYPES, OPEN_TYPE, MACRO_TYPE), "есть макросы"),
    "macros left in an .xlsx": (added("xl/vbaProject.bin", b"x"), "есть макросы"),
    "a template": (replaced(TYPES, MAIN_TYPE, "spreadsheetml.template.main+xml"), "шаблон"),
    "a binary book": (
        replaced(TYPES, OPEN_TYPE, "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
        ".xlsb",
    ),
    "no sheets": (edited(BOOK, lambda data: data.replace(b"<sheet ", b"<sheetless ")), "не найдены листы"),
    "a sheet that is not there": (replaced(BOOK, 'r:id="rId1"', 'r:id="rId99"'), "повреждена"),
    "two sheets of one name": (replaced(BOOK, "Пары", "ДОРОЖНАЯ КАРТА"), "листы повторяются"),
    "a column outside the grid": (cell('r="C2"', 'r="XFE2"'), "ячейка XFE2 стоит за краем листа"),
    "a row outside the grid": (cell('<row r="40"', '<row r="1048577"'), "строка 1048577 стоит за краем"),
    "row 0": (cell('<row r="1"', '<row r="0"'), "строка 0 стоит за краем"),
    "a cell twice": (cell('r="C2"', 'r="B2"'), "ячейка B2 повторяется или стоит не по порядку"),
    "cells out of order": (cell('r="B2"', 'r="D2"'), "ячейка C2 повторяется или стоит не по порядку"),
    "a cell of another row": (cell('r="C2"', 'r="C9"'), "ячейка C9 повторяется или стоит не по порядку"),
    "a row twice": (cell('<row r="3"', '<row r="2"'), "строка 2 повторяется"),
    "a cell far away": (cell("</row></sheetData>", "</row>" + FAR + "</sheetData>"), "занята ячейка J1048576 далеко"),
    "a dimension that is no area": (cell('ref="A1:E41"', 'ref="всё"'), "заявляет размер"),
    "strings that claim a billion": (replaced(STRINGS, 'uniqueCount="', 'uniqueCount="9999999'), "заявляет размер"),
    "a string that is not there": (cell("<v>1</v>", "<v>9999</v>"), "номер строки, которой нет"),
    "the string after the last one": (cell("<v>1</v>", f"<v>{LAST_STRING + 1}</v>"), "номер строки, которой нет"),
    "a cell with dollar signs": (cell('r="C2"', 'r="$C$2"'), "ячейка $C$2 стоит за краем листа"),
    "a width of column 0": (cell("<sheetData>", '<cols><col min="1" max="0"/></cols><sheetData>'), "столбец 0 стоит"),
    "a sheet without a title": (replaced(BOOK, 'name="Пары"', 'name=""'), "листы повторяются"),
    "a number with a comma": (cell("<v>46001</v>", "<v>46,5</v>"), "не число"),
    "two values in a cell": (cell("<v>46001</v>", "<v>46001</v><v>5</v>"), "два значения"),
    "a value cut by a comment": (cell("<v>46001</v>", "<v>46<!-- -->001</v>"), "вставка XML"),
    "a cell of an unknown kind": (cell('t="s"', 't="zz"'), "неизвестный вид"),
    "a foreign cell": (cell('<c r="C2"', '<c xmlns="urn:x" r="C2"'), "чужая вставка"),
    "a second table of cells": (cell("</sheetData>", "</sheetData><sheetData/>"), "две таблицы"),
    "a merge of the whole sheet": (cell('ref="A40:D40"', 'ref="A1:XFD1048576"'), "далеко от таблицы"),
    "a link from the whole sheet": (cell('ref="A41"', 'ref="A1:XFD1048576"'), "далеко от таблицы"),
    "a comment far away": (replaced("xl/comments1.xml", 'ref="B2"', 'ref="XFD1048576"'), "далеко от таблицы"),
    "another encoding": (replaced(SHEET, "UTF-8", "windows-1251"), "кодировка"),
    "UTF-16": (edited(SHEET, lambda data: data.decode().replace("UTF-8", "UTF-16").encode("utf-16")), "кодировка"),
    "strings where one reader does not look": (
        replaced("xl/_rels/workbook.xml.rels", "sharedStrings.xml", "styles.xml"),
        "место части",
    ),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(BookError) as refusal:
        guard.check(saved(tmp_path, data))
    assert words in str(refusal.value)
    assert "«Книга.xlsx»" in str(refusal.value)


PASSED = {
    "the last string": cell("<v>1</v>", f"<v>{LAST_STRING}</v>"),
    "cells without addresses": edited(SHEET, lambda data: data.replace(b'<c r="B2"', b"<c")),
    "a dimension that is too small": cell('ref="A1:E41"', 'ref="A1"'),
    "the empty last row with which LibreOffice ends a sheet that lost a row": edited(
        SHEET,
        lambda data: data.replace(b'ref="A1:E41"', b'ref="A1:E1048576"').replace(
            b"</sheetData>", b'<row r="1048576" ht="12.8"></row></sheetData>'
        ),
    ),
    "a row after the last": cell('<row r="40"', ROW_31 + '<row r="40"'),
    "a last row of the longest column": cell('<row r="41"', '<row r="41" ht="20"'),
    "a comment above the cells": cell("<sheetData>", "<!-- made by a program --><sheetData>"),
    "a part of another program in UTF-16": added("customXml/item1.xml", '<?xml version="1.0"?><a/>'.encode("utf-16")),
    "an old drawing with Excel's own faults": added("xl/drawings/a.vml", b"<xml><br></xml>"),
    "a folder entry": packed({"xl/": b""} | parts(good_book())),
}


@pytest.mark.parametrize("data", PASSED.values(), ids=PASSED)
def test_it_passes_and_reads_the_same(tmp_path: Path, data: bytes) -> None:
    path = saved(tmp_path, data)
    guard.check(path)
    sheet = openpyxl.load_workbook(path)["Дорожная карта"]
    assert [cell.value for cell in sheet[2]][:2] == [1, "Мероприятие 1 <первое> & «второе»"]


def test_a_sheet_with_prefixed_names_passes(tmp_path: Path) -> None:
    data = edited(SHEET, lambda data: re.sub(rb"<(/?)(?!\?)", rb"<\1x:", data).replace(b"xmlns=", b"xmlns:x="))
    assert guard.check(saved(tmp_path, data)) is None


def test_what_a_parser_throws_over_a_strange_book_is_told() -> None:
    with pytest.raises(BookError, match="не удалось прочитать"), guard.reading(Path("Книга.xlsx")):
        raise KeyError("styles")
