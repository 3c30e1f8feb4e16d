"""Formulas of a worksheet part when their cells move or are written over."""

from __future__ import annotations

from mentoring_xl.books.dress import Dress
from mentoring_xl.books.formulas import Formulas
from mentoring_xl.books.sheet_part import dressed
from mentoring_xl.books.styles import Styles

FIRST = '<c r="D5" s="3"><f t="shared" ref="D5:D7" si="0">C5*2&amp;"&lt;"</f><v>4</v></c>'
SECOND = '<c r="D6" s="3"><f t="shared" si="0"/><v>6</v></c>'
SHARED = f'<sheetData><row r="5">{FIRST}</row><row r="6">{SECOND}</row></sheetData>'
STYLES = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


def test_a_shared_formula_is_written_out_where_its_cell_moves():
    assert Formulas(SHARED).carried(SECOND, "D9") == '<c r="D9" s="3"><f>C9*2&amp;"&lt;"</f><v>6</v></c>'


def test_formulas_that_lose_the_cell_they_share_are_written_out():
    written_over = SHARED.replace(FIRST, '<c r="D5" s="3"><v>1</v></c>')
    assert Formulas(SHARED).written_out(written_over, {(5, 4)}) == (
        '<sheetData><row r="5"><c r="D5" s="3"><v>1</v></c></row>'
        '<row r="6"><c r="D6" s="3"><f>C6*2&amp;"&lt;"</f><v>6</v></c></row></sheetData>'
    )


def test_formulas_that_keep_the_cell_they_share_stay_as_they_are():
    assert Formulas(SHARED).written_out(SHARED, {(6, 4), (5, 3)}) == SHARED


def test_an_array_formula_takes_its_area_along():
    cell = '<c r="B5" cm="1"><f t="array" aca="1" ref="B5">SUM(C5:D5*$A$1)</f><v>3</v></c>'
    moved = Formulas("").carried(cell, "B8")
    assert moved == '<c r="B8" cm="1"><f t="array" aca="1" ref="B8">SUM(C8:D8*$A$1)</f><v>3</v></c>'


def test_text_in_runs_and_a_picture_in_a_cell_move_as_they_are():
    runs = '<c r="A5" t="inlineStr"><is><r><rPr><b/></rPr><t>важно</t></r><r><t> r="A5"</t></r></is></c>'
    assert Formulas("").carried(runs, "A7") == runs.replace('<c r="A5"', '<c r="A7"')
    picture = '<c r="A5" t="e" vm="1"><v>#VALUE!</v></c>'
    assert Formulas("").carried(picture, "A7") == '<c r="A7" t="e" vm="1"><v>#VALUE!</v></c>'


def test_rules_of_the_newer_kind_grow_with_the_table_too():
    part = (
        '<worksheet><sheetData><row r="6"><c r="A6"/></row></sheetData><extLst><x14:conditionalFormatting>'
        "<xm:sqref>A5:A5 C5:C5</xm:sqref></x14:conditionalFormatting><xm:sqref>E5</xm:sqref></extLst></worksheet>"
    )
    dress = Dress(1, 2, moved={6: None}, written={(6, 1)}, grown=(5, 6))
    grown = dressed(part, part, dress, Styles(STYLES))
    assert "<xm:sqref>A5:A6 C5:C5</xm:sqref>" in grown
    assert "<xm:sqref>E5</xm:sqref>" in grown
