"""A name leaves every part of a saved workbook: unused strings, cut runs, notes, caches, properties, links."""

from __future__ import annotations

import io
import zipfile

from mentoring_xl.books.cleaning import cleaned, holders

NAME = "Арефьева Вера"
BOOK = (
    '<workbook xmlns:r="r"><sheets><sheet name="Люди" r:id="1"/><sheet name="Приказ" r:id="2"/></sheets>'
    f"<definedNames><definedName name=\"Кто\">'{NAME}'!$A$1</definedName></definedNames></workbook>"
)
RELATIONS = (
    '<Relationships><Relationship Id="1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="2" Type="t/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'
)
PARTS = {
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/worksheets/sheet1.xml": '<sheetData><c r="A1" t="s"><v>0</v></c><c r="A2" s="1" t="s"><v>2</v></c></sheetData>',
    "xl/worksheets/sheet2.xml": '<sheetData><c r="A1" t="s"><v>0</v></c></sheetData>',
    "xl/sharedStrings.xml": (
        f'<sst count="3" uniqueCount="3"><si><t>{NAME}</t></si><si><t>тайна</t></si>'
        "<si><r><t>Арефьева </t></r><r><rPr><b/></rPr><t>Вера &amp; Ко</t></r></si></sst>"
    ),
    "xl/comments1.xml": f"<comments><author>{NAME}</author><text><r><t>{NAME} звонила</t></r></text></comments>",
    "xl/charts/chart1.xml": f"<c:pt><c:v>{NAME}</c:v></c:pt>",
    "xl/pivotCache/records1.xml": f'<r><s v="{NAME}"/></r>',
    "docProps/core.xml": f"<cp:coreProperties><dc:creator>{NAME}</dc:creator></cp:coreProperties>",
    "xl/worksheets/_rels/sheet1.xml.rels": '<Relationship Target="file:///%D0%90%D1%80%D0%B5%D1%84%D1%8C'
    '%D0%B5%D0%B2%D0%B0%20%D0%92%D0%B5%D1%80%D0%B0.docx"/>',
}


def package(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def after(*kept: str) -> dict[str, str]:
    data = cleaned(package({**PARTS}), lambda text: text.replace(NAME, "Н-1"), kept)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_name_is_in_no_part():
    parts = after()
    assert [name for name, text in parts.items() if "Арефьева" in text or "%D0%90%D1%80" in text] == []
    assert parts["xl/comments1.xml"] == (
        "<comments><author>Н-1</author><text><r><t>Н-1 звонила</t></r></text></comments>"
    )
    assert "'Н-1'!$A$1" in parts["xl/workbook.xml"]


def test_a_string_that_no_cell_shows_is_emptied_and_the_others_keep_their_places():
    assert after()["xl/sharedStrings.xml"] == (
        '<sst count="3" uniqueCount="3"><si><t>Н-1</t></si><si><t/></si>'
        "<si><r><t>Н-1 &amp; Ко</t></r><r><rPr><b/></rPr><t></t></r></si></sst>"
    )


def test_a_sheet_that_stays_keeps_the_name_and_the_others_show_another_string():
    parts = after("Приказ")
    assert parts["xl/worksheets/sheet2.xml"] == PARTS["xl/worksheets/sheet2.xml"]
    assert '<c r="A1" t="s"><v>3</v></c>' in parts["xl/worksheets/sheet1.xml"]
    assert parts["xl/sharedStrings.xml"].startswith('<sst count="3" uniqueCount="4"><si><t>Арефьева Вера</t></si>')
    assert parts["xl/sharedStrings.xml"].endswith("<si><t>Н-1</t></si></sst>")


def test_a_book_without_the_name_stays_as_it_is():
    parts = {**PARTS, "xl/sharedStrings.xml": "<sst><si><t>a</t></si><si><t/></si><si><t>b</t></si></sst>"}
    data = package({name: text for name, text in parts.items() if not name.startswith(("docProps", "xl/c", "xl/p"))})
    again = cleaned(data, lambda text: text.replace("Сомов", "Н-2"))
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(again)) as two:
        assert {name: one.read(name) for name in one.namelist()} == {name: two.read(name) for name in two.namelist()}


def test_a_name_is_found_in_cut_runs_and_in_packages_inside():
    inner = package({"word/document.xml": f"<w:p><w:t>{NAME}</w:t></w:p>"})
    data = package(
        {"xl/sharedStrings.xml": PARTS["xl/sharedStrings.xml"], "xl/embeddings/a.docx": inner, "b.bin": b"x"}
    )
    assert holders(data, lambda text: NAME in text) == ("xl/sharedStrings.xml", "xl/embeddings/a.docx")
