"""The charts of «Мониторинг»: drawn from fixed cells, beside nothing that they cover, on a page of their own."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mentoring_xl.books.fresh import book as fresh_book
from mentoring_xl.books.fresh import build
from mentoring_xl.core.content import Content
from mentoring_xl.monitoring import INDICATORS, chart_figures
from mentoring_xl.schema.tables import ChartFigure, Indicator, Mentee, Pair, StatusLine

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Иванов Иван Иванович"


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    """A book with a few figures; only four sheets, which LibreOffice opens at once."""
    rows = tuple(row.but(percent=40.0) if row.target else row for row in INDICATORS)
    figures = chart_figures(rows, (), (Pair(state="завершена", mentee_name=NAME),), ())
    content = Content(
        {Indicator: rows, ChartFigure: figures, Mentee: (Mentee(full_name=NAME),)}, dt.datetime(2026, 9, 1)
    )
    file = tmp_path_factory.mktemp("charts") / "book.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fresh_book, "TABLES", (StatusLine, Mentee, Indicator, ChartFigure))
        build(file, content)
    return file


@pytest.fixture(scope="module")
def parts(path) -> dict[str, str]:
    """Name → text of the parts about charts."""
    with zipfile.ZipFile(path) as archive:
        wanted = [
            name for name in archive.namelist() if re.match(r"xl/(charts|drawings)/[cd].*\.xml|xl/w.*/sheet2", name)
        ]
        return {name: archive.read(name).decode() for name in wanted}


def charts(parts) -> list[str]:
    return [parts[f"xl/charts/chart{number}.xml"] for number in range(1, 6)]


def test_each_chart_is_drawn_from_its_rows_of_the_table(parts):
    assert [re.findall(r"<c:f>'Данные диаграмм'!([^<]*)</c:f>", chart) for chart in charts(parts)] == [
        ["$B$5:$B$9", "$C$5:$C$9"],
        ["$B$10:$B$15", "$C$10:$C$15", "$B$10:$B$15", "$D$10:$D$15"],
        ["$B$16:$B$17", "$C$16:$C$17", "$B$16:$B$17", "$D$16:$D$17"],
        ["$B$18:$B$23", "$C$18:$C$23"],
        ["$B$24:$B$29", "$C$24:$C$29"],
    ]


def test_the_rows_stand_where_the_charts_look_for_them(path):
    sheet = openpyxl.load_workbook(path)["Данные диаграмм"]
    found = {sheet[f"A{row}"].value: sheet[f"B{row}"].value for row in (5, 10, 16, 18, 24)}
    assert found == {
        "Охват участников и пар, %": "Есть согласие",
        "Показатели и их цели, %": "Молодые специалисты",
        "Средняя оценка до и после программы, из 10": "Наставляемые",
        "Пары по состояниям, сколько пар": "Предложена",
        "Дорожная карта: сколько строк в каком состоянии": "Выполнено",
    }


def test_the_charts_cover_neither_the_indicators_nor_room_for_some_more_nor_each_other(parts):
    drawing = next(text for name, text in parts.items() if "<c:chart " in text)
    anchors = re.findall(
        r"<xdr:from><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>.*?"
        r"<xdr:to><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>",
        drawing,
    )
    tops = sorted({int(top) for _, top, _, _ in anchors})
    assert tops[0] == 4 + len(INDICATORS) + 10
    assert tops == [tops[0], tops[0] + 14, tops[0] + 26]
    room = dict(zip(tops, (14, 12, 11), strict=True))
    assert all(int(bottom) - int(top) < room[int(top)] for _, top, _, bottom in anchors)
    assert max(int(right) for _, _, right, _ in anchors) <= len(Indicator.spec.printed)


def test_who_cannot_see_a_chart_is_told_what_it_shows(parts):
    drawing = next(text for text in parts.values() if "<c:chart " in text)
    assert 'descr="Столбцы: сколько процентов участников и пар охвачено."' in drawing
    assert drawing.count("descr=") == 5


def test_value_and_target_differ_by_their_pattern_and_every_bar_has_its_number(parts):
    against = charts(parts)[1]
    assert '<a:pattFill prst="wdUpDiag">' in against
    assert against.count('<c:showVal val="1"/>') == 2


def test_no_name_is_in_what_the_charts_keep(parts):
    assert all(NAME.split(maxsplit=1)[0] not in text for name, text in parts.items() if name.startswith("xl/charts"))


def test_a_link_leads_from_the_title_to_the_charts(path):
    cell = openpyxl.load_workbook(path)["Мониторинг"]["C1"]
    assert (cell.value, cell.hyperlink.location) == (
        "Диаграммы – ниже показателей",
        f"'Мониторинг'!A{4 + len(INDICATORS) + 11}",
    )


def test_the_validator_finds_no_error(path, open_xml_errors):
    assert open_xml_errors(path) == []


def test_libreoffice_prints_the_charts_on_one_page_of_their_own(path, office, tmp_path):
    pdf = office(path, "pdf", tmp_path)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = [page for page in text.split("\f") if page.strip().startswith("Мониторинг")]
    assert len(pages) == 2
    assert "Выполнено строк дорожной карты" in pages[0]
    for shown in ("Охват участников", "Показатели и их цели", "Средняя оценка", "Пары по", "Без даты", "70%"):
        assert shown in pages[1]
    assert "Как считается" not in pages[1]


def test_a_book_without_figures_has_no_charts(tmp_path):
    file = tmp_path / "book.xlsx"
    build(file, Content({}, dt.datetime(2026, 9, 1)))
    with zipfile.ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "chart" in name]


def test_on_paper_the_indicators_have_nine_points_and_leave_out_what_serves_the_program(path):
    sheet = openpyxl.load_workbook(path)["Мониторинг"]
    assert sheet.page_setup.scale * 11 / 100 >= 9
    with zipfile.ZipFile(path) as archive:
        assert ">Мониторинг!$A:$I<" in archive.read("xl/workbook.xml").decode()
    assert [cell.value for cell in sheet[4]][8:] == ["Ответили, %", "Спрошено", "Ответили", "Код"]
