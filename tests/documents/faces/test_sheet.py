"""A paper as a sheet: its rows, its columns, where its pages end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.core.page import Line, Look
from mentoring_xl.documents.faces import sheet
from mentoring_xl.documents.paper import Acquainted, Align, Gap, Grid, Item, Items, NewPage, Signature, Stamp, Text

from .made import SIGNATURE, order, pairs, paper, text_of

if TYPE_CHECKING:
    from mentoring_xl.core.page import Page

ROOM_PT, WIDE_ROOM_PT = 728.5, 481.9


def pages(page: Page) -> list[list[Line]]:
    starts = [number for number, line in enumerate(page.lines) if line.new_page]
    return [list(page.lines[start:end]) for start, end in pairwise([0, *starts, len(page.lines)])]


def said(lines: list[Line]) -> list[str]:
    return [" | ".join(piece.text.strip("\u2003\u2002") for piece in line.pieces) for line in lines]


def height(lines: list[Line]) -> float:
    return sum(line.height for line in lines)


def test_a_short_order_reads_as_the_standard_wants():
    first, second = pages(sheet.page(order(1)))
    assert said(first) == [
        "МБОУ «Средняя школа №\u00a05»",
        "ПРИКАЗ",
        "20.11.2026 | №\u00a056-ОД",
        "О закреплении наставнических пар",
        "На основании письменных согласий участников",
        "ПРИКАЗЫВАЮ:",
        "1.\u00a0Закрепить пары (приложение\u00a01).",
        "2.\u00a0Наставникам:",
        "2.1.\u00a0составить программы;",
        "",
        "Директор | В.\u00a0И.\u00a0Арефьева",
        "С приказом ознакомлены:",
        "Лесная Вера Юрьевна | __________  ___.___.20___",
        "Ким Ольга Викторовна | __________  ___.___.20___",
    ]
    assert said(second) == [
        "Приложение\u00a01\nк приказу от 20.11.2026 №\u00a056-ОД",
        "",
        "Наставнические пары",
        "№ | Наставник | Наставляемый | С какого дня",
        "1 | Наставник 1,\nучитель | Наставляемый 1,\n7\u00a0«А» класс | 01.12.2026",
    ]


@pytest.mark.parametrize(("long_kept", "left"), [(True, 30), (False, 20)])
def test_the_left_margin_is_wider_for_what_is_kept_long(long_kept: bool, left: int):
    assert sheet.page(paper(Text("Текст"), long_kept=long_kept)).margins == (left, 10, 20, 20)


def test_only_body_text_is_indented():
    blocks = (
        Text("а"),
        Text("б", indent=False),
        Text("в", Align.LEFT),
        Text("г", Align.CENTER),
        Text("д", Align.RIGHT),
    )
    texts = [line.pieces[0].text for line in sheet.page(paper(*blocks)).lines]
    assert texts == ["\u2003\u2003\u2002а", "б", "\u2003\u2003\u2002в", "г", "д"]


def test_bold_text_has_looks_of_its_own():
    blocks = (Text("а", bold=True), Text("б", Align.LEFT, bold=True), Text("в", Align.CENTER, bold=True))
    looks = [line.pieces[0].look for line in sheet.page(paper(*blocks)).lines]
    assert looks == [Look.BOLD, Look.BOLD, Look.TITLE]


@pytest.mark.parametrize("lines", range(1, 61))
def test_a_signature_is_never_alone_on_a_page(lines: int):
    *before, last = pages(sheet.page(paper(*text_of(lines), Gap(), SIGNATURE)))
    assert f"Строка {lines}." in said(last)
    assert all(height(page) <= ROOM_PT for page in [*before, last])


@pytest.mark.parametrize("words", range(20, 700, 20))
def test_a_long_paragraph_leaves_at_least_two_lines_with_the_signature(words: int):
    found = pages(sheet.page(paper(Text("наставничество " * words), SIGNATURE)))
    assert sum(line.height for line in found[-1] if "наставничество" in said([line])[0]) >= 36
    assert all(line.height <= 409 for page in found for line in page)
    assert all(height(page) <= ROOM_PT for page in found)
    assert sum(line.pieces[0].text.count("наставничество") for page in found for line in page if line.pieces) == words


def test_a_table_that_ends_the_paper_repeats_its_head_by_the_print_titles():
    page = sheet.page(order(60))
    heads = [number for number, line in enumerate(page.lines) if line.pieces and line.pieces[0].look is Look.HEAD]
    assert heads == [page.repeat]
    assert len(pages(page)) >= 4
    head = page.lines[heads[0]].height
    assert all(height(rows) + head <= ROOM_PT for rows in pages(page)[2:])


def test_a_table_before_another_repeats_its_head_as_a_row():
    page = sheet.page(paper(pairs(60), Gap(), pairs(2)))
    found = pages(page)
    assert [said(rows)[0] for rows in found] == ["№ | Наставник | Наставляемый | С какого дня"] * len(found)
    assert len(found) > 1
    assert page.repeat == max(
        number for number, line in enumerate(page.lines) if line.pieces[:1] == page.lines[0].pieces[:1]
    )


def test_a_table_that_more_pages_follow_repeats_its_head_as_a_row():
    page = sheet.page(paper(pairs(40), NewPage(), Text("Приложение 2")))
    found = pages(page)
    assert page.repeat is None
    assert said(found[-1]) == ["Приложение\u00a02"]
    assert {said(rows)[0] for rows in found[:-1]} == {"№ | Наставник | Наставляемый | С какого дня"}


def test_a_title_within_a_table_goes_through_all_columns_and_stays_with_the_next_row():
    grid = Grid(("№", "Дело", "Срок"), (("Подготовка",), ("1", "Приказ", "март")), (1, 4, 2))
    title = sheet.page(paper(grid)).lines[1]
    assert [(piece.text, piece.column, piece.span, piece.look) for piece in title.pieces] == [
        ("Подготовка", 0, 3, Look.HEAD)
    ]
    for lines in range(30, 45):
        for page in pages(sheet.page(paper(*text_of(lines), grid))):
            assert said(page)[-1] != "Подготовка"


def test_a_signature_under_a_table_keeps_its_last_row():
    for count in range(10, 40):
        last = pages(sheet.page(paper(pairs(count), SIGNATURE)))[-1]
        assert any(line.pieces and line.pieces[0].text == str(count) for line in last)


def test_a_head_stays_with_its_first_row_and_its_title():
    for lines in range(25, 45):
        found = pages(sheet.page(paper(*text_of(lines), Text("Список", Align.CENTER, bold=True), Gap(), pairs(1))))
        last = said(found[-1])
        assert last[last.index("Список") :][2:4] == [
            "№ | Наставник | Наставляемый | С какого дня",
            "1 | Наставник 1,\nучитель | Наставляемый 1,\n7\u00a0«А» класс | 01.12.2026",
        ]


def test_the_list_of_those_acquainted_is_not_parted_from_its_title():
    names = tuple(f"Фамилия {number}" for number in range(1, 6))
    for lines in range(20, 45):
        for page in pages(sheet.page(paper(*text_of(lines), Acquainted("Ознакомлены:", names)))):
            texts = [text.partition(" | ")[0] for text in said(page)]
            if "Ознакомлены:" in texts:
                assert texts[texts.index("Ознакомлены:") + 1 :][:2] == ["Фамилия 1", "Фамилия 2"]
            if "Фамилия 5" in texts:
                assert "Фамилия 4" in texts


def test_a_cell_too_long_for_a_row_goes_on_in_the_next_row():
    grid = Grid(("№", "Содержание"), (("1", "слово " * 600),), (10, 90))
    found = pages(sheet.page(paper(grid)))
    rows = [line for page in found for line in page if line.pieces[0].look is Look.NUMBER]
    assert [row.pieces[0].text for row in rows] == ["1", *[""] * (len(rows) - 1)]
    assert sum(row.pieces[1].text.count("слово") for row in rows) == 600
    assert all(row.height <= 409 for row in rows)


def test_tables_of_different_columns_share_the_columns_of_the_sheet():
    wide = Grid(("а", "б"), (("1", "2"),), (50, 50))
    narrow = Grid(("в", "г", "д"), (("1", "2", "3"),), (20, 40, 40), numbered=False)
    page = sheet.page(paper(wide, narrow))
    assert [(piece.column, piece.span) for piece in page.lines[0].pieces] == [(0, 2), (2, 2)]
    assert [(piece.column, piece.span) for piece in page.lines[2].pieces] == [(0, 1), (1, 2), (3, 1)]
    assert page.lines[3].pieces[0].look is Look.BOX


def test_a_stamp_stands_in_the_right_half():
    page = sheet.page(paper(Stamp(("УТВЕРЖДАЮ", "Директор")), Text("Текст")))
    assert [(piece.text, piece.column, piece.look) for piece in page.lines[0].pieces] == [
        ("УТВЕРЖДАЮ\nДиректор", 1, Look.LEFT)
    ]


def test_the_name_stands_level_with_the_last_line_of_a_long_post():
    post = "Директор муниципального бюджетного общеобразовательного учреждения «Средняя школа № 5»"
    *_, first, last = said(list(sheet.page(paper(Text("а"), Signature(post, "В.И. Арефьева"))).lines))
    assert first == "Директор муниципального бюджетного общеобразовательного"
    assert last == "учреждения «Средняя школа №\u00a05» | В.И.\u00a0Арефьева"


def test_a_wide_paper_fills_landscape_pages():
    page = sheet.page(paper(pairs(60), wide=True))
    assert page.wide
    assert all(height(rows) <= WIDE_ROOM_PT for rows in pages(page))
    assert len(pages(page)) >= 5


def test_items_are_numbered_in_their_level():
    items = Items((Item("а", (Item("б", (Item("в"),)), Item("г"))), Item("д")))
    texts = [line.pieces[0].text.strip("\u2003\u2002") for line in sheet.page(paper(items)).lines]
    assert texts == ["1.\u00a0а", "1.1.\u00a0б", "1.1.1.\u00a0в", "1.2.\u00a0г", "2.\u00a0д"]


def test_an_item_stays_with_its_first_sub_item():
    items = Items((Item("Наставникам:", (Item("составить программы;"), Item("провести встречи."))),))
    for lines in range(30, 42):
        for page in pages(sheet.page(paper(*text_of(lines), items))):
            assert said(page)[-1] != "1.\u00a0Наставникам:"


def test_an_empty_paper_is_an_empty_page():
    assert sheet.page(paper()).lines == ()
