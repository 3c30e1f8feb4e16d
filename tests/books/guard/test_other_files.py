"""A file that is not an .xlsx is named for what it is, with the next step."""

import os
import socket
from pathlib import Path

import pytest

from mentoring_xl.books import guard
from mentoring_xl.core.errors import BookError
from tests.books.guard.guard_books import good_book, packed, parts, replaced, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016
XML_2003 = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

FILES = {
    "password": (OLE + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "защищена паролем"),
    "old xls": (OLE + "Workbook".encode("utf-16-le") + b"\0\0", "старого формата .xls"),
    "older xls": (OLE + b"\0" * 70_000 + "Book".encode("utf-16-le") + b"\0\0", "старого формата .xls"),
    "old doc": (OLE + "WordDocument".encode("utf-16-le") + b"\0\0", "документ старого формата"),
    "csv": ("ФИО;Класс\nИванова;7\n".encode(), "(.csv)"),
    "csv in cp1251": ("ФИО;Класс\nИванова;7\n".encode("cp1251"), "(.csv)"),
    "csv in utf-16": ("ФИО\tКласс\nИванова\t7\n".encode("utf-16"), "(.csv)"),
    "html": (b"\xef\xbb\xbf\n<html><body><table></table></body></html>", "веб-страница"),
    "mhtml": (b"MIME-Version: 1.0\nX: y", "веб-страница"),
    "xml 2003": (XML_2003.encode(), "Таблица XML 2003"),
    "ods": (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}), "(.ods)"),
    "numbers": (packed({"Index/Document.iwa": b"x"}), "таблица Numbers"),
    "archive": (packed({"Книга.xlsx": good_book()}), "архив, а не книга"),
    "rar": (b"Rar!\x1a\x07\x00" + b"x" * 100, "архив, а не книга"),
    "docx": (packed(parts(replaced("[Content_Types].xml", EXCEL, WORD))), "документ Word"),
    "pdf": (b"%PDF-1.7\n" + b"x, y" * 100, "не книга Excel"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "не книга Excel"),
    "empty": (b"", "пустой"),
    "zeroed": (b"\0" * 200_000, "заполнен нулями"),
    "truncated": (good_book()[:5000], "обрезан"),
}


@pytest.mark.parametrize(("data", "words"), FILES.values(), ids=FILES)
def test_each_kind_of_file_has_its_own_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(BookError, match="Книга") as refusal:
        guard.check(saved(tmp_path, data))
    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_a_good_book_passes(tmp_path: Path) -> None:
    assert guard.check(saved(tmp_path, good_book())) is None


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"^Файл «Нет.xlsx» не найден. Проверьте имя и папку.$"):
        guard.check(tmp_path / "Нет.xlsx")


def test_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "Папка.xlsx").mkdir()
    with pytest.raises(BookError, match=r"^«Папка.xlsx» – это папка. Укажите файл книги .xlsx.$"):
        guard.check(tmp_path / "Папка.xlsx")


@pytest.mark.parametrize("name", ["~$Книга.xlsx", ".~lock.Книга.xlsx#"])
def test_the_mark_of_an_open_book_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BookError, match="служебная пометка"):
        guard.check(saved(tmp_path, b"\x07Ivanova", name))


def test_a_file_that_never_ends_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "Книга.xlsx"
    os.mkfifo(path)
    with pytest.raises(BookError, match="не обычный файл"):
        guard.check(path)


def test_the_guard_asks_nothing_of_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError(args)

    monkeypatch.setattr(socket, "socket", refuse)
    link = '<!DOCTYPE worksheet SYSTEM "http://example.org/x.dtd"><worksheet'
    with pytest.raises(BookError, match="опасные вставки"):
        guard.check(saved(tmp_path, replaced("xl/worksheets/sheet1.xml", "<worksheet", link)))
