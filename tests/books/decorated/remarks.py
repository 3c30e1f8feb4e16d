"""Notes, conversations and links that people hang on cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import index

from .package import HEAD, WORKBOOK

if TYPE_CHECKING:
    from .package import Package

MICROSOFT = "http://schemas.microsoft.com/office/2017/10/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_THREAD = "{0F4C5A10-8C3E-4B5B-9D1E-000000000001}"
_WHO = "{0F4C5A10-8C3E-4B5B-9D1E-0000000000AA}"


def talk(package: Package, title: str, place: str) -> None:
    """A threaded comment: its own part, the people, and the old-style note that stands in for it."""
    sheet = package.sheet(title)
    comments = package.target(sheet, "comments")
    authors = package.text(comments).count("<author>")
    package.replace(comments, "</authors>", f"<author>tc={_THREAD}</author></authors>")
    note = (
        f'<comment ref="{place}" authorId="{authors}" shapeId="0" xr:uid="{_THREAD}"><text><t>[Цепочка примечаний]\n\n'
        "Комментарий:\n    Позвонить родителям?</t></text></comment></commentList>"
    )
    package.replace(comments, "</commentList>", note)
    package.replace(
        comments,
        "<comments ",
        f'<comments xmlns:mc="{_MC}" mc:Ignorable="xr" '
        'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" ',
    )
    _note_shape(package, sheet, place)
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    thread = (
        f'{HEAD}<ThreadedComments xmlns="{threads}"><threadedComment ref="{place}" dT="2026-11-09T10:00:00.00" '
        f'personId="{_WHO}" id="{_THREAD}"><text>Позвонить родителям?</text></threadedComment></ThreadedComments>'
    )
    type_, kind = "application/vnd.ms-excel.threadedcomments+xml", f"{MICROSOFT}/threadedComment"
    package.add("xl/threadedComments/threadedComment1.xml", thread, type_, sheet, kind)
    people = (
        f'{HEAD}<personList xmlns="{threads}"><person displayName="Завуч" id="{_WHO}" userId="1" providerId="None"/>'
    )
    type_, kind = "application/vnd.ms-excel.person+xml", f"{MICROSOFT}/person"
    package.add("xl/persons/person.xml", f"{people}</personList>", type_, WORKBOOK, kind)


def link(package: Package, title: str, place: str, address: str) -> None:
    """A link to a page of the web, with a tip, before the links that the book has."""
    sheet = package.sheet(title)
    key = package.link(sheet, "hyperlink", "/web")
    package.replace(package.links(sheet), 'Target="../../web"', f'Target="{address}" TargetMode="External"')
    element = f'<hyperlinks><hyperlink ref="{place}" r:id="{key}" tooltip="Отзыв о паре > читать"/>'
    package.replace(sheet, "<hyperlinks>", element)


def note(package: Package, title: str, place: str, text: str) -> None:
    """A note of the person's own among those that the book has: large, blue, with bold letters in it."""
    sheet = package.sheet(title)
    comments = package.target(sheet, "comments")
    authors = package.text(comments).count("<author>")
    package.replace(comments, "</authors>", "<author>Завуч</author></authors>")
    package.replace(
        comments,
        "</commentList>",
        f'<comment ref="{place}" authorId="{authors}"><text><r><rPr><b/><sz val="14"/><color rgb="FFFF0000"/>'
        f'<rFont val="Arial"/></rPr><t>Завуч: </t></r><r><t>{text}</t></r></text></comment></commentList>',
    )
    _note_shape(package, sheet, place)


def _note_shape(package: Package, sheet: str, place: str) -> None:
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
    shapes = package.target(sheet, "vmlDrawing")
    ids = [int(found) for found in re.findall(r'id="_x0000_s(\d+)"', package.text(shapes))]
    package.replace(
        shapes,
        "</xml>",
        f'<v:shape id="_x0000_s{max(ids) + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
        'margin-top:20pt;width:300pt;height:150pt;z-index:50;visibility:hidden" fillcolor="#cfe2ff">'
        '<v:fill color2="#cfe2ff"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"/>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        "<x:Anchor>4, 15, 10, 10, 9, 31, 20, 9</x:Anchor>"
        f"<x:AutoFill>False</x:AutoFill><x:Row>{int(row) - 1}</x:Row><x:Column>{index(letters)}</x:Column>"
        "</x:ClientData></v:shape></xml>",
    )
