"""A paper as a .docx: what stands in its parts."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from mentoring_xl.core.errors import BookError
from mentoring_xl.documents.faces import word
from mentoring_xl.documents.paper import Acquainted, Align, Gap, Grid, Item, Items, NewPage, Signature, Stamp, Text

from .made import SIGNATURE, order, pairs, paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from mentoring_xl.documents.paper import Block


def opened(*blocks: Block, wide: bool = False, long_kept: bool = False) -> Document:
    return docx.Document(io.BytesIO(word.docx(paper(*blocks, wide=wide, long_kept=long_kept))))


def numbers(paragraph: Paragraph) -> tuple[int, int]:
    """The list of a paragraph and its level."""
    found = paragraph._p.pPr.numPr
    return found.numId.val, found.ilvl.val


def flags(document: Document) -> list[tuple[bool, bool]]:
    """Of each row of the first table: repeated on every page, kept whole."""
    rows = document.tables[0]._tbl.tr_lst
    return [
        (row.find(f".//{qn('w:tblHeader')}") is not None, row.find(f".//{qn('w:cantSplit')}") is not None)
        for row in rows
    ]


def test_every_paragraph_of_an_order_has_its_style():
    document = docx.Document(io.BytesIO(word.docx(order(2))))
    assert [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs] == [
        ("По центру", "МБОУ «Средняя школа №\u00a05»"),
        ("Заголовок приказа", "ПРИКАЗ"),
        ("Дата и номер", "20.11.2026\t№\u00a056-ОД"),
        ("Заголовок приказа", "О закреплении наставнических пар"),
        ("Normal", "На основании письменных согласий участников"),
        ("Без отступа", "ПРИКАЗЫВАЮ:"),
        ("Пункт", "Закрепить пары (приложение\u00a01)."),
        ("Пункт", "Наставникам:"),
        ("Пункт", "составить программы;"),
        ("Подпись", "Директор\tВ.\u00a0И.\u00a0Арефьева"),
        ("Без отступа", "С приказом ознакомлены:"),
        ("Ознакомлен", "Лесная Вера Юрьевна\t__________  ___.___.20___"),
        ("Ознакомлен", "Ким Ольга Викторовна\t__________  ___.___.20___"),
        ("Гриф", "Приложение\u00a01\nк приказу от 20.11.2026 №\u00a056-ОД"),
        ("Без отступа", ""),
        ("Заголовок приказа", "Наставнические пары"),
        ("После таблицы", ""),
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["№", "Наставник", "Наставляемый", "С какого дня"],
        ["1", "Наставник 1,\nучитель", "Наставляемый 1,\n7\u00a0«А» класс", "01.12.2026"],
        ["2", "Наставник 2,\nучитель", "Наставляемый 2,\n7\u00a0«А» класс", "01.12.2026"],
    ]


def test_the_type_is_times_new_roman_14_in_russian_with_the_indent_of_the_standard():
    document = opened(Text("Текст"))
    fonts = document.styles.element.find(f".//{qn('w:rFonts')}")
    assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:cs")) == "Times New Roman"
    assert document.styles.element.find(f".//{qn('w:sz')}").get(qn("w:val")) == "28"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "ru-RU"
    assert document.styles["Normal"].paragraph_format.first_line_indent.cm == pytest.approx(1.25, abs=0.01)
    assert document.styles["Текст таблицы"].font.size.pt == 12


@pytest.mark.parametrize(("long_kept", "left"), [(True, 30), (False, 20)])
def test_the_margins_are_those_of_the_standard(long_kept: bool, left: int):
    section = opened(Text("Текст"), long_kept=long_kept).sections[0]
    edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(edge.mm) for edge in edges] == [left, 10, 20, 20]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_wide_paper_lies_on_its_side():
    section = opened(Text("Текст"), wide=True).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_pages_are_numbered_from_the_second():
    section = opened(Text("Текст")).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert section.first_page_header.is_linked_to_previous


def test_items_are_numbered_by_word_and_each_list_begins_anew():
    document = opened(Items((Item("а", (Item("б"),)), Item("в"))), Text("и"), Items((Item("г"),)))
    found = [numbers(paragraph) for paragraph in document.paragraphs if paragraph.style.name == "Пункт"]
    assert found == [(1, 0), (1, 1), (1, 0), (2, 0)]
    lists = document.part.numbering_part.element.num_lst
    assert [num.lvlOverride_lst[0].startOverride.val for num in lists] == [1, 1]


def test_the_head_of_a_table_is_repeated_and_its_rows_are_whole():
    assert flags(opened(pairs(2))) == [(True, True), (False, True), (False, True)]


def test_a_title_within_a_table_goes_through_all_columns_and_stays_with_the_next_row():
    table = opened(Grid(("№", "Дело"), (("Подготовка",), ("1", "Приказ")), (1, 4))).tables[0]
    title, below = table.rows[1:]
    assert title.cells[0]._tc is title.cells[1]._tc
    assert title.cells[0].text == "Подготовка"
    assert title.cells[0].paragraphs[0].style.name == "Шапка таблицы"
    assert title.cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert [cell.text for cell in below.cells] == ["1", "Приказ"]


def test_a_row_higher_than_half_a_page_may_be_parted():
    assert flags(opened(Grid(("а",), (("слово " * 900,),), (1,)))) == [(True, True), (False, False)]


def test_the_columns_of_a_table_fill_the_width_between_the_margins():
    widths = [round(column.width.mm) for column in opened(Grid(("а", "б"), (), (1, 3))).tables[0].columns]
    assert widths == [45, 135]


def test_what_stands_before_a_signature_stays_with_it():
    document = opened(Text("а"), Text("б"), Gap(), SIGNATURE)
    assert [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs] == [None, True, True, None]


def test_an_item_stays_with_its_first_sub_item():
    document = opened(Items((Item("а", (Item("б"), Item("в"))), Item("г"))))
    assert [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs] == [True, None, None, None]


def test_those_acquainted_stay_with_their_title_by_twos():
    for names, kept in (("а", [True, None]), ("аб", [True, True, None]), ("абвг", [True, True, None, True, None])):
        document = opened(Acquainted("С приказом ознакомлены:", tuple(names)))
        assert [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs] == kept


def test_the_last_row_of_a_table_stays_with_the_signature():
    rows = opened(pairs(2), SIGNATURE).tables[0].rows
    assert [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows] == [None, None, True]


def test_a_table_and_items_that_are_whole_are_not_parted_between_pages():
    rows = (("Сильные стороны",), ("Опыт", "3"), ("Коллектив", "2"))
    document = opened(Grid(("Суждение", "Раз"), rows, (0.7, 0.3), numbered=False, whole=True), Text("Дальше"))
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows]
    assert kept == [True, True, True, None]
    document = opened(Items((Item("Первое"), Item("Второе")), whole=True), Gap(), SIGNATURE)
    assert [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs] == [True, True, True, None]


def test_a_new_page_begins_with_the_next_paragraph_or_table():
    document = opened(Text("а"), NewPage(), Text("б"), NewPage(), pairs(1))
    assert [paragraph.paragraph_format.page_break_before for paragraph in document.paragraphs] == [
        None,
        True,
        True,
        None,
    ]


def test_two_tables_in_a_row_do_not_grow_together():
    assert len(opened(pairs(1), pairs(1)).tables) == 2


def test_a_long_post_leaves_room_for_the_name():
    post = "Директор муниципального бюджетного общеобразовательного учреждения «Средняя школа № 5»"
    text = opened(Signature(post, "В.И. Арефьева")).paragraphs[0].text
    assert text.split("\n") == [
        "Директор муниципального бюджетного",
        "общеобразовательного учреждения «Средняя",
        "школа №\u00a05»\tВ.И.\u00a0Арефьева",
    ]


def test_indents_and_bold_are_written_only_where_the_style_says_otherwise():
    document = opened(
        Text("а", indent=False), Text("б", Align.LEFT), Text("в", Align.LEFT, indent=False), Text("г", bold=True)
    )
    assert [paragraph.paragraph_format.first_line_indent for paragraph in document.paragraphs] == [
        0,
        450215,
        None,
        None,
    ]
    assert [paragraph.runs[0].bold for paragraph in document.paragraphs] == [None, None, None, True]


def test_equal_papers_give_equal_bytes_without_person_or_time():
    first = word.docx(order(3))
    assert word.docx(order(3)) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "<dc:creator>mentoring_xl</dc:creator>" in core
    assert "<dc:title>О закреплении наставнических пар</dc:title>" in core
    assert "dcterms" not in core
    assert "lastModifiedBy" not in core


def test_signs_of_xml_and_what_it_cannot_hold_do_not_break_a_paper():
    document = opened(Text("а < б & «в»\x0b"), Grid(("<",), (("&\x00",),), (1,)), Stamp(("]]>",)))
    assert document.paragraphs[0].text == "а < б & «в»"
    assert document.tables[0].rows[1].cells[0].text == "&"


def test_every_kind_of_block_passes_the_validator(open_xml_errors: Callable[[Path], list[object]], tmp_path: Path):
    path = tmp_path / "приказ.docx"
    blocks = order(3).blocks
    path.write_bytes(word.docx(paper(*blocks, NewPage(), pairs(1), pairs(1), Gap(), SIGNATURE, wide=True)))
    assert open_xml_errors(path) == []


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BookError, match=r'Выполните pip install "mentoring-xl\[papers\]" и повторите\.$'):
        word.docx(order(1))
