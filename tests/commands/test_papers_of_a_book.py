"""The papers of a whole small school from a book on the disk: sheets that stay the same, real PDFs of every paper."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import cli
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.tables import PaperText
from mentoring_xl.schema.texts import ORDER_TEXTS
from tests.documents.cases import school

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = dt.datetime(2026, 11, 20, 10, 5)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the book after «Заполнить приказы»."""
    rows = {**school.ROWS, PaperText: ORDER_TEXTS}
    made = create(tmp_path_factory.mktemp("школа") / "школа.xlsx", Content(rows, NOW))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "_now", lambda: NOW)
        cli.main(["fill-orders", str(made)])
    return made


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_now", lambda: NOW)


def order_sheets(book: Path) -> dict[str, bytes]:
    """Return title → worksheet part of each sheet with an order."""
    with zipfile.ZipFile(book) as parts:
        listed = parts.read("xl/workbook.xml").decode()
        targets = dict(re.findall(r'Id="(\w+)"[^>]*Target="/?(?:xl/)?([^"]+)"', _ordered(parts)))
        titles = re.findall(r'<sheet [^>]*name="(Приказ [^"]+)"[^>]*r:id="(\w+)"', listed)
        return {title: parts.read(f"xl/{targets[key]}") for title, key in titles}


def _ordered(parts: zipfile.ZipFile) -> str:
    """Return the relations with the id first, wherever it stands."""
    text = parts.read("xl/_rels/workbook.xml.rels").decode()
    return re.sub(r"<Relationship ([^>]*?)(Id=\"\w+\")", r"<Relationship \2 \1", text)


def test_a_second_press_leaves_every_order_sheet_byte_for_byte(book: Path):
    before = order_sheets(book)
    assert sorted(before) == sorted(f"Приказ ПР-{number}" for number in range(2, 11))
    cli.main(["fill-orders", str(book)])
    assert order_sheets(book) == before


def test_the_book_with_its_order_sheets_passes_the_validator(
    book: Path, open_xml_errors: Callable[[Path], list[object]]
):
    assert open_xml_errors(book) == []


def test_every_paper_opens_in_libreoffice_and_becomes_a_pdf_that_reads_the_same(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    folder = book.with_name("Документы")
    cli.main(["export", str(book), str(folder), "--pdf"])
    assert "LibreOffice" not in capsys.readouterr().out
    papers = {path.with_suffix("") for path in folder.rglob("*.docx")}
    assert len(papers) == 31
    assert {path.with_suffix("") for path in folder.rglob("*.pdf")} == papers
    order = next(folder.glob("Приказы/Приказ ПР-6 *.pdf"))
    text = subprocess.run(["pdftotext", "-layout", str(order), "-"], check=True, capture_output=True, text=True).stdout
    said = " ".join(text.split())
    assert "О закреплении наставнических пар (групп) Руководствуясь статьёй 351.8 Трудового кодекса" in said
    assert "Приложение 1 к приказу от ____________ № ____ Наставнические пары (группы)" in said
    assert text.count("\f") == 2
