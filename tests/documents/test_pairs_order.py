"""The order on pairs as a page: its text, who signs, where the appendix begins."""

from __future__ import annotations

import dataclasses
import datetime as dt

from mentoring_xl.core.page import Page
from mentoring_xl.documents import Curator, Heading, OrderLine, Party, pairs_order

HEADING = Heading(
    school="МБОУ «Заводская школа»",
    town="с. Заводское",
    director_post="Директор",
    director="А.И. Полевая",
    number="27-ОД",
    date=dt.date(2026, 11, 20),
    title="О закреплении пар",
    grounds="статья 351.8 ТК РФ; письмо от 21.12.2021",
    control="Контроль оставляю за собой.",
)
MENTOR = Party("Лесная Вера Юрьевна", "учитель химии")
LINES = (
    OrderLine(MENTOR, Party("Зимин Пётр Ильич", ""), "учитель–учитель", dt.date(2026, 12, 1)),
    OrderLine(MENTOR, Party("Белова Анна Юрьевна", "8Б класс"), "учитель–ученик", None),
)


def texts(page: Page) -> list[str]:
    return [piece.text for line in page.lines for piece in line.pieces]


def test_a_mentor_of_two_signs_once():
    told = texts(pairs_order(HEADING, LINES, Curator()))
    signed = told[
        told.index("С приказом ознакомлены:") : told.index("Приложение 1\nк приказу от 20.11.2026 №\u00a027-ОД")
    ]
    assert signed == ["С приказом ознакомлены:", "Лесная Вера Юрьевна", "_______  __.__.____"]


def test_the_appendix_begins_on_a_page_of_its_own():
    page = pairs_order(HEADING, LINES, Curator())
    assert [line.pieces[0].text[:12] for line in page.lines if line.new_page] == ["Приложение 1"]


def test_a_pair_without_a_day_begins_with_the_order():
    last = pairs_order(HEADING, LINES, Curator()).lines[-2:]
    assert [[piece.text for piece in line.pieces] for line in last] == [
        ["1", "Лесная Вера Юрьевна,\nучитель химии", "Зимин Пётр Ильич", "учитель–учитель", "01.12.2026"],
        [
            "2",
            "Лесная Вера Юрьевна,\nучитель химии",
            "Белова Анна Юрьевна,\n8Б класс",
            "учитель–ученик",
            "с даты приказа",
        ],
    ]


def test_the_preamble_names_the_grounds_or_does_without_them():
    named = texts(pairs_order(HEADING, LINES, Curator()))
    assert (
        "\u2003Руководствуясь следующими документами: статья 351.8 ТК РФ, письмо от 21.12.2021, и "
        "на основании письменных согласий участников"
    ) in named
    bare = texts(pairs_order(dataclasses.replace(HEADING, grounds=" ; "), LINES, Curator()))
    assert "\u2003В целях развития наставничества и на основании письменных согласий участников" in bare


def test_the_items_are_numbered_without_a_gap_when_there_is_no_curator():
    with_curator = texts(pairs_order(HEADING, LINES, Curator("заместителю директора Ивановой О.П.")))
    assert "\u20033. Заместителю директора Ивановой О.П. организовать работу пар и вести учёт встреч." in with_curator
    assert "\u20034. Контроль оставляю за собой." in with_curator
    assert "\u20033. Контроль оставляю за собой." in texts(pairs_order(HEADING, LINES, Curator()))
