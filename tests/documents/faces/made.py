"""Papers for the tests of their faces."""

from __future__ import annotations

from mentoring_xl.documents.paper import (
    Acquainted,
    Align,
    Block,
    Gap,
    Grid,
    Item,
    Items,
    NewPage,
    Paper,
    Sides,
    Signature,
    Stamp,
    Text,
)

HEADS = ("№", "Наставник", "Наставляемый", "С какого дня")
SIGNATURE = Signature("Директор", "В. И. Арефьева")


def paper(*blocks: Block, wide: bool = False, long_kept: bool = False) -> Paper:
    return Paper("Приказы", "Приказ ПР-1 О закреплении", "О закреплении наставнических пар", blocks, wide, long_kept)


def pairs(count: int) -> Grid:
    rows = (
        (str(number), f"Наставник {number},\nучитель", f"Наставляемый {number},\n7 «А» класс", "01.12.2026")
        for number in range(1, count + 1)
    )
    return Grid(HEADS, tuple(rows), (6, 35, 35, 24))


def order(count: int) -> Paper:
    """An order with an appendix of so many pairs."""
    return paper(
        Text("МБОУ «Средняя школа № 5»", Align.CENTER),
        Text("ПРИКАЗ", Align.CENTER, bold=True),
        Sides("20.11.2026", "№ 56-ОД"),
        Text("О закреплении наставнических пар", Align.CENTER, bold=True),
        Text("На основании письменных согласий участников"),
        Text("ПРИКАЗЫВАЮ:", Align.LEFT, indent=False, close=True),
        Items((Item("Закрепить пары (приложение 1)."), Item("Наставникам:", (Item("составить программы;"),)))),
        SIGNATURE,
        Acquainted("С приказом ознакомлены:", ("Лесная Вера Юрьевна", "Ким Ольга Викторовна")),
        NewPage(),
        Stamp(("Приложение 1", "к приказу от 20.11.2026 № 56-ОД")),
        Gap(),
        Text("Наставнические пары", Align.CENTER, bold=True),
        pairs(count),
        long_kept=True,
    )


def text_of(lines: int) -> tuple[Text, ...]:
    """Paragraphs of one line each."""
    return tuple(Text(f"Строка {number}.") for number in range(1, lines + 1))
