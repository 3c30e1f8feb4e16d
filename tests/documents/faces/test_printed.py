"""Both faces through LibreOffice: the pages that come out of a printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from mentoring_xl.books import office
from mentoring_xl.books.print_sheet import draw, drawn
from mentoring_xl.documents.faces import sheet, word
from mentoring_xl.documents.paper import Acquainted, Gap, Text

from .made import SIGNATURE, order, pairs, paper, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.documents.paper import Paper

LENGTHS = {".docx": range(36, 43), ".xlsx": range(34, 41)}
"""Of texts in lines, around the end of the first page."""
BEFORE = {".docx": 365, ".xlsx": 320}
WORDS = range(28, 56, 4)
"""Of two paragraphs: the second begins on the first page, and ends around the end of it."""
PAPERS: dict[str, Paper] = {
    "order": order(60),
    "wide": paper(pairs(40), wide=True),
    "two tables": paper(pairs(50), Gap(), pairs(3), SIGNATURE),
    "acquainted": paper(*text_of(33), Acquainted("С приказом ознакомлены:", tuple(f"Фамилия {n}" for n in range(30)))),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of every page, by name and kind of file, from one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("printed")
    lengths = {
        f"{lines} lines{kind}": paper(*text_of(lines), Gap(), SIGNATURE)
        for kind, counts in LENGTHS.items()
        for lines in counts
    }
    paragraphs = {
        f"{words} words{kind}": paper(Text("время " * before), Text("наставничество " * words), SIGNATURE)
        for kind, before in BEFORE.items()
        for words in WORDS
    }
    papers = lengths | paragraphs | {f"{name}{kind}": made for name, made in PAPERS.items() for kind in LENGTHS}
    for name, made in papers.items():
        data = word.docx(made) if name.endswith(".docx") else draw({"Лист": sheet.page(made)})
        (folder / name).write_bytes(data)
    office.to_pdfs({folder / name: folder / f"{name}.pdf" for name in papers})
    return {name: pages_of(folder / f"{name}.pdf") for name in papers}


def pages_of(path: Path) -> list[str]:
    with pdfplumber.open(path) as pdf:
        return [page.extract_text() for page in pdf.pages]


def test_a_sheet_passes_the_validator_and_equal_papers_give_equal_sheets(
    open_xml_errors: Callable[[Path], list[object]], tmp_path: Path
):
    path = tmp_path / "приказ.xlsx"
    path.write_bytes(draw({"Лист": sheet.page(order(60))}))
    assert open_xml_errors(path) == []
    assert drawn(sheet.page(order(60))) == drawn(sheet.page(order(60)))


@pytest.mark.parametrize("kind", LENGTHS)
def test_a_signature_is_never_alone_around_the_end_of_a_page(kind: str, printed: dict[str, list[str]]):
    counts = {lines: len(printed[f"{lines} lines{kind}"]) for lines in LENGTHS[kind]}
    assert set(counts.values()) == {1, 2}
    for lines in LENGTHS[kind]:
        last = printed[f"{lines} lines{kind}"][-1]
        assert f"Строка {lines}." in last
        assert "Арефьева" in last


@pytest.mark.parametrize("kind", LENGTHS)
def test_the_head_stands_on_every_page_of_a_long_appendix(kind: str, printed: dict[str, list[str]]):
    pages = printed[f"order{kind}"][1:]
    assert len(pages) >= 3
    assert all("№ Наставник Наставляемый С какого дня" in page for page in pages)
    rows = [int(number) for page in pages for number in re.findall(r"Наставник (\d+),", page)]
    assert rows == list(range(1, 61))


@pytest.mark.parametrize("kind", LENGTHS)
def test_pages_are_numbered_from_the_second_at_the_top(kind: str, printed: dict[str, list[str]]):
    first, *others = printed[f"order{kind}"]
    assert first.startswith("МБОУ")
    assert [page.split("\n")[0] for page in others] == [str(number) for number in range(2, len(others) + 2)]


@pytest.mark.parametrize("kind", LENGTHS)
def test_a_wide_paper_has_its_head_on_every_page_and_is_one_page_across(kind: str, printed: dict[str, list[str]]):
    pages = printed[f"wide{kind}"]
    assert len(pages) >= 3
    assert all("№ Наставник Наставляемый С какого дня" in page for page in pages)


@pytest.mark.parametrize("kind", LENGTHS)
def test_each_of_two_tables_has_its_head_where_it_goes_on(kind: str, printed: dict[str, list[str]]):
    pages = printed[f"two tables{kind}"]
    assert len(pages) >= 3
    assert all("№ Наставник Наставляемый С какого дня" in page for page in pages)
    assert "Наставник 3," in pages[-1]
    assert "Арефьева" in pages[-1]


@pytest.mark.parametrize("kind", LENGTHS)
def test_no_word_is_lost_at_the_end_of_a_page_and_two_lines_stay_with_the_signature(
    kind: str, printed: dict[str, list[str]]
):
    for words in WORDS:
        pages = printed[f"{words} words{kind}"]
        assert sum(page.count("наставничество") for page in pages) == words
        assert pages[-1].count("наставничество") >= 5
    assert {len(printed[f"{words} words{kind}"]) for words in WORDS} == {1, 2}


@pytest.mark.parametrize("kind", LENGTHS)
def test_the_list_of_those_acquainted_begins_with_its_title_and_two_names(kind: str, printed: dict[str, list[str]]):
    pages = printed[f"acquainted{kind}"]
    begun = next(page for page in pages if "С приказом ознакомлены:" in page)
    assert "Фамилия 0 " in begun
    assert "Фамилия 1 " in begun
    assert {"Фамилия 28 ", "Фамилия 29 "} <= set(re.findall(r"Фамилия \d+ ", pages[-1]))
