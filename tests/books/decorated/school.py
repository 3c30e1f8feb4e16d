"""The example school's book a few weeks later, as the deputy head has made it her own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters

from . import ornaments, remarks
from .columns import Own, rearrange
from .package import WORKBOOK, Package

if TYPE_CHECKING:
    from pathlib import Path

PAIRS, MENTEES, ROADMAP, NOTICES = "Пары 2026-27", "Банк наставляемых", "Дорожная карта", "Замечания"
YELLOW = '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill>'
RED = '<font><b/><i/><sz val="13"/><color rgb="FFC00000"/><name val="Arial"/><family val="2"/></font>'


def decorate(path: Path) -> Path:
    """Decorate a book in place; its buttons have been pressed, so that every table has rows."""
    package = Package(path)
    _rename(package, "Пары", PAIRS)
    _own_columns(package)
    _own_looks(package)
    _own_views(package)
    _own_names(package)
    for number, title in enumerate((ROADMAP, MENTEES, PAIRS, NOTICES), 71):
        ornaments.drawings(package, title, number)
    ornaments.checkbox(package, PAIRS, 1)
    remarks.note(package, PAIRS, "D26", "обсудить с мамой")
    remarks.talk(package, PAIRS, "D28")
    remarks.link(package, PAIRS, "A26", "https://example.org/отзыв?a=1&amp;b=2")
    remarks.note(package, NOTICES, "D9", "спросить у директора")
    remarks.note(package, MENTEES, "B7", "новенькая")
    ornaments.extensions(package, PAIRS, "V5", "I5:I9", "J5:J40")
    ornaments.own_sheet(package, "Мои расчёты")
    ornaments.papers(package)
    _calculation_chain(package)
    return package.save(path)


def _rename(package: Package, old: str, new: str) -> None:
    package.replace(WORKBOOK, f'<sheet name="{old}"', f'<sheet name="{new}"')
    names = re.sub(rf"(?<=[>,]){old}!", f"'{new}'!", package.text(WORKBOOK))
    package.parts[WORKBOOK] = names.encode()
    for name in [name for name in package.parts if name.startswith("xl/worksheets/sheet")]:
        package.parts[name] = re.sub(
            rf"(location=\"(?:'|&apos;)){old}(?='|&apos;)", rf"\g<1>{new}", package.text(name)
        ).encode()


def _own_columns(package: Package) -> None:
    """Columns moved in three tables, with columns of the person's own among them and behind them."""
    codes = [letters(at) for at in range(19)]
    room = Own("Кабинет", values={row: f"каб. {row}" for row in range(5, 40, 2)})
    twice = Own("Часов", formula="LEN(C{row})*0+4", result=4)
    rearrange(package, PAIRS, ["N", *codes[:8], room, twice, *codes[8:13], *codes[14:]])
    banks = [letters(at) for at in range(34)]
    length = Own("Часов", formula="LEN(B{row})*0+4", result=4)
    rearrange(package, MENTEES, ["A", "N", *banks[1:6], length, *banks[6:13], *banks[14:]])
    who = Own("Кто исправит", values={row: f"Завуч {row}" for row in range(5, 30, 3)})
    rearrange(package, NOTICES, ["A", "B", "C", "D", "E", "F", "G", "H", "I", who])


def _own_looks(package: Package) -> None:
    """Own colours, bold red words inside a text, heights, own rules; hidden, grouped and filtered rows and columns."""
    pairs, mentees, roadmap = (package.sheet(title) for title in (PAIRS, MENTEES, ROADMAP))
    words = (
        '<is><r><t xml:space="preserve">ждём </t></r><r><rPr><b/><color rgb="FFFF0000"/><sz val="11"/><rFont val='
        '"Calibri"/></rPr><t>родителей</t></r></is>'
    )
    for row in (7, 18, 30, 32):
        package.cell(pairs, f"A{row}", f'<c r="A{row}" s="{{s}}" t="inlineStr">{words}</c>')
    package.cell(pairs, "A9", '<c r="A9" s="{s}" t="inlineStr"><is><t>= созвонились -5</t></is></c>')
    for part, places in (
        (pairs, ("A18", "B19", "J9", "O30")),
        (mentees, ("C9", "E11", "H10")),
        (roadmap, ("D14", "H20")),
    ):
        for place in places:
            _painted(package, part, place)
    package.section(
        mentees,
        "conditionalFormatting",
        '<conditionalFormatting sqref="F5:F64"><cfRule type="containsText" dxfId="2" priority="90" operator='
        '"containsText" text="ОГЭ"><formula>NOT(ISERROR(SEARCH("ОГЭ",F5)))</formula></cfRule></conditionalFormatting>',
    )
    tall = re.sub(r'(<row r="18"[^>]*?) ht="[^"]*"', r'\1 ht="77" customHeight="1"', package.text(pairs))
    package.parts[pairs] = tall.encode()
    text = re.sub(r'<row r="(1[5-9])"', r'<row r="\1" outlineLevel="1"', package.text(roadmap))
    package.parts[roadmap] = re.sub(r'<row r="(2[2-4])"', r'<row r="\1" hidden="1" outlineLevel="1"', text).encode()
    package.replace(roadmap, 'defaultRowHeight="15"', 'defaultRowHeight="15" outlineLevelRow="1"')
    package.parts[mentees] = re.sub(r'<col min="(1[7-9])"', r'<col hidden="1" min="\1"', package.text(mentees)).encode()
    _filter(package, PAIRS, column=7, shown="предложена")


def _painted(package: Package, part: str, place: str) -> None:
    found = re.search(rf'<c r="{place}"(?: s="(\d+)")?', package.text(part))
    style = package.style(int(found[1] or 0), fills=YELLOW, fonts=RED)
    package.replace(part, found[0], f'<c r="{place}" s="{style}"')


def _filter(package: Package, title: str, column: int, shown: str) -> None:
    table = package.target(package.sheet(title), "table")
    rule = f'<filterColumn colId="{column}"><filters><filter val="{shown}"/></filters></filterColumn>'
    package.parts[table] = re.sub(r"(<autoFilter [^>]*)/>", rf"\1>{rule}</autoFilter>", package.text(table)).encode()
    sheet = package.sheet(title)
    package.parts[sheet] = re.sub(r'<row r="(6|20|21)"', r'<row r="\1" hidden="1"', package.text(sheet)).encode()


def _own_views(package: Package) -> None:
    """Another pane, a zoom, a far corner, a selection; two sheets protected without a password."""
    for title in (PAIRS, MENTEES):
        part = package.sheet(title)
        pane = re.search(r"<sheetView .*?</sheetView>", package.text(part))[0]
        package.replace(
            part,
            pane,
            '<sheetView zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane ySplit="4" topLeftCell="A18" '
            'activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C20" sqref="C20:E22"/>'
            "</sheetView>",
        )
    for title in (ROADMAP, MENTEES):
        package.section(
            package.sheet(title),
            "sheetProtection",
            '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0"/>',
        )
    views = re.search(r"<workbookView [^>]*/>", package.text(WORKBOOK))[0]
    package.replace(WORKBOOK, views, views.replace("/>", ' firstSheet="2" activeTab="11" tabRatio="800"/>'))
    package.parts[package.sheet("Как пользоваться")] = (
        package.text(package.sheet("Как пользоваться")).replace(' tabSelected="1"', "").encode()
    )
    package.replace(package.sheet(PAIRS), "<sheetView ", '<sheetView tabSelected="1" ')


def _own_names(package: Package) -> None:
    names = (
        "<definedName name=\"Мой_диапазон\">'Мои расчёты'!$B$2:$B$4</definedName>"
        '<definedName name="Ставка" comment="для отчёта">0.25</definedName>'
        f'<definedName name="ПечатьПар" hidden="1">\'{PAIRS}\'!$A$1:$S$40</definedName></definedNames>'
    )
    package.replace(WORKBOOK, "</definedNames>", names)


def _calculation_chain(package: Package) -> None:
    """The list of formula cells that Excel keeps; one that names a cell without formula makes Excel repair the book."""
    cells = ""
    for title, number in re.findall(r'<sheet name="([^"]+)" sheetId="(\d+)"', package.text(WORKBOOK)):
        for place in re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f', package.text(package.sheet(title))):
            cells += f'<c r="{place}" i="{number}"/>'
    chain = f'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{cells}</calcChain>'
    type_ = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    package.add("xl/calcChain.xml", chain, type_, WORKBOOK, "calcChain")


def live_on(path: Path) -> Path:
    """Two weeks later: three mentees whose pairs were only proposed have left, a new one is typed under the table."""
    package = Package(path)
    part = package.sheet(MENTEES)
    for row in (7, 16, 18):
        _type(package, part, f"AG{row}", "выбыл")
    for column, text in {
        "B": "Н-61",
        "C": "Новикова Дарья Олеговна",
        "F": "подготовка к ОГЭ",
        "Q": "обучающийся",
    }.items():
        _type(package, part, f"{column}65", text)
    return package.save(path)


def _type(package: Package, part: str, place: str, text: str) -> None:
    package.cell(part, place, f'<c r="{place}" s="{{s}}" t="inlineStr"><is><t>{text}</t></is></c>')
