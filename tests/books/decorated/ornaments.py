"""What people and Excel put around the tables of a book, part by part, as Excel itself writes it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import xlsxwriter

from tests.books.closed.closed_books import PIXEL

from .package import HEAD, OFFICE, SPREADSHEET, WORKBOOK

if TYPE_CHECKING:
    from .package import Package

_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_XM = "http://schemas.microsoft.com/office/excel/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def drawings(package: Package, title: str, number: int) -> None:
    """A picture, a text box, an ellipse and a chart, as XlsxWriter draws them, taken over into a sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.insert_image("S2", "герб.png", {"image_data": io.BytesIO(PIXEL), "x_scale": 40, "y_scale": 40})
        sheet.insert_textbox("S8", "Не забыть: совещание в четверг", {"fill": {"color": "#FFF2CC"}})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$12:$A$16"})
        sheet.insert_chart("S14", chart)
    with zipfile.ZipFile(file) as donor:
        drawing = donor.read("xl/drawings/drawing1.xml").decode().replace('prst="rect"', 'prst="ellipse"', 1)
        links = donor.read("xl/drawings/_rels/drawing1.xml.rels").decode()
        chart_xml = donor.read("xl/charts/chart1.xml").decode().replace("Sheet1!", f"'{title}'!")
    drawing_type = "application/vnd.openxmlformats-officedocument.drawing+xml"
    name = f"xl/drawings/drawing{number}.xml"
    key = package.add(name, drawing, drawing_type, package.sheet(title), "drawing")
    package.section(package.sheet(title), "drawing", f'<drawing r:id="{key}"/>')
    package.extension("png", "image/png")
    package.parts[f"xl/media/image{number}.png"] = PIXEL
    chart_type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    package.add(f"xl/charts/chart{number}.xml", chart_xml, chart_type)
    links = links.replace("image1.png", f"image{number}.png").replace("chart1.xml", f"chart{number}.xml")
    package.parts[package.links(name)] = links.encode()


def checkbox(package: Package, title: str, number: int) -> None:
    """A form control: its properties, its old-style shape among those of the notes, its line in the sheet."""
    sheet = package.sheet(title)
    shapes = package.target(sheet, "vmlDrawing")
    shape_id = int(re.search(r'id="_x0000_s(\d+)"', package.text(shapes))[1]) + 500
    shape = (
        f'<v:shape id="_x0000_s{shape_id}" type="#_x0000_t201" style="position:absolute;margin-left:9pt;margin-top:9pt;'
        'width:90pt;height:18pt;z-index:99" filled="f" stroked="f"><v:textbox><div style="text-align:left">Проверено'
        '</div></v:textbox><x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>19, 0, 1, 0, 21, 0, 2, 0'
        "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Checked>1</x:Checked><x:NoThreeD/></x:ClientData></v:shape></xml>"
    )
    package.replace(shapes, "</xml>", shape)
    control = f'{HEAD}<formControlPr xmlns="{_X14}" objectType="CheckBox" checked="Checked" lockText="1" noThreeD="1"/>'
    name = f"xl/ctrlProps/ctrlProp{number}.xml"
    key = package.add(name, control, "application/vnd.ms-excel.controlproperties+xml", sheet, "ctrlProp")
    corner = "<xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    choice = f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:x14="{_X14}" Requires="x14">'
    end = "</mc:Choice></mc:AlternateContent>"
    package.section(
        sheet,
        "controls",
        f'{choice}<controls>{choice}<control shapeId="{shape_id}" r:id="{key}" name="Check Box 1"><controlPr '
        f'defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1"><from xmlns:xdr="{_XDR}">'
        f'{corner.format(19, 1)}</from><to xmlns:xdr="{_XDR}">{corner.format(21, 2)}</to></anchor></controlPr>'
        f"</control>{end}</controls>{end}",
    )


def extensions(package: Package, title: str, sparkline: str, source: str, dropdown: str) -> None:
    """Sparklines, data bars of 2010 and a drop-down from another sheet: the three common kinds of extension."""
    package.section(
        package.sheet(title),
        "extLst",
        f'<extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{_X14}"><x14:conditionalFormattings>'
        f'<x14:conditionalFormatting xmlns:xm="{_XM}"><x14:cfRule type="dataBar" '
        'id="{DA7ABA51-AAAA-BBBB-0001-000000000001}"><x14:dataBar minLength="0" maxLength="100" border="1" '
        'negativeBarBorderColorSameAsPositive="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor '
        'rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:negativeBorderColor rgb="FFFF0000"/>'
        f'<x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>{source}</xm:sqref>'
        f"</x14:conditionalFormatting></x14:conditionalFormattings></ext>"
        f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{_X14}">'
        f'<x14:dataValidations xmlns:xm="{_XM}" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1>'
        f"<xm:f>'Мои расчёты'!$A$2:$A$4</xm:f></x14:formula1><xm:sqref>{dropdown}</xm:sqref></x14:dataValidation>"
        f'</x14:dataValidations></ext><ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" xmlns:x14="{_X14}">'
        f'<x14:sparklineGroups xmlns:xm="{_XM}"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries '
        'rgb="FF376092"/><x14:colorNegative rgb="FFD00000"/><x14:colorAxis rgb="FF000000"/><x14:colorMarkers '
        'rgb="FFD00000"/><x14:colorFirst rgb="FFD00000"/><x14:colorLast rgb="FFD00000"/><x14:colorHigh rgb="FFD00000"/>'
        f"<x14:colorLow rgb=\"FFD00000\"/><x14:sparklines><x14:sparkline><xm:f>'{title}'!{source}</xm:f>"
        f"<xm:sqref>{sparkline}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>"
        "</ext></extLst>",
    )


def own_sheet(package: Package, title: str) -> None:
    """A sheet of the person's own: numbers, formulas over the tables, an array formula, and a pivot table beside it."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = {
        1: '<c r="A1" t="inlineStr"><is><t>Класс</t></is></c><c r="B1" t="inlineStr"><is><t>Человек</t></is></c>',
        2: '<c r="A2" t="inlineStr"><is><t>8А</t></is></c><c r="B2"><v>3</v></c>'
        '<c r="D2"><f>SUM(B2:B4)</f><v>12</v></c>',
        3: '<c r="A3" t="inlineStr"><is><t>8Б</t></is></c><c r="B3"><v>4</v></c>'
        '<c r="D3"><f t="array" ref="D3">SUM(B2:B4*2)</f><v>24</v></c>',
        4: '<c r="A4" t="inlineStr"><is><t>9А</t></is></c><c r="B4"><v>5</v></c>',
    }
    rows = "".join(f'<row r="{number}">{body}</row>' for number, body in cells.items())
    name = "xl/worksheets/sheet77.xml"
    sheet = (
        f'{HEAD}<worksheet xmlns="{main}" xmlns:r="{OFFICE}"><dimension ref="A1:D4"/><sheetViews><sheetView '
        'showGridLines="0" zoomScale="140" workbookViewId="0"><selection activeCell="D3" sqref="D3"/></sheetView>'
        f'</sheetViews><sheetData>{rows}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" '
        'header="0.3" footer="0.3"/></worksheet>'
    )
    key = package.add(name, sheet, f"{SPREADSHEET}.worksheet+xml", WORKBOOK, "worksheet")
    package.replace(WORKBOOK, "</sheets>", f'<sheet name="{title}" sheetId="77" r:id="{key}"/></sheets>')
    _pivot(package, name, title)


def _pivot(package: Package, sheet: str, title: str) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    records, cache, table = (
        "xl/pivotCache/pivotCacheRecords1.xml",
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "xl/pivotTables/pivotTable1.xml",
    )
    key = package.add(
        cache,
        f'{HEAD}<pivotCacheDefinition xmlns="{main}" xmlns:r="{OFFICE}" r:id="rIdOwn1" refreshedBy="Завуч" '
        'refreshedDate="46000" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="3">'
        f'<cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="{title}"/></cacheSource>'
        '<cacheFields count="2"><cacheField name="Класс" numFmtId="0">'
        '<sharedItems count="3"><s v="8А"/><s v="8Б"/><s v="9А"/></sharedItems>'
        '</cacheField><cacheField name="Человек" numFmtId="0"><sharedItems containsSemiMixedTypes="0" '
        'containsString="0" containsNumber="1" containsInteger="1" minValue="3" maxValue="5"/></cacheField>'
        "</cacheFields></pivotCacheDefinition>",
        f"{SPREADSHEET}.pivotCacheDefinition+xml",
        WORKBOOK,
        "pivotCacheDefinition",
    )
    rows = "".join(f'<r><x v="{at}"/><n v="{at + 3}"/></r>' for at in range(3))
    body = f'{HEAD}<pivotCacheRecords xmlns="{main}" xmlns:r="{OFFICE}" count="3">{rows}</pivotCacheRecords>'
    package.add(records, body, f"{SPREADSHEET}.pivotCacheRecords+xml", cache, "pivotCacheRecords")
    items = "".join(f'<item x="{at}"/>' for at in range(3))
    lines = "".join(f'<i><x v="{at}"/></i>' if at else "<i><x/></i>" for at in range(3))
    package.add(
        table,
        f'{HEAD}<pivotTableDefinition xmlns="{main}" name="Сводная1" cacheId="1" dataCaption="Значения" '
        'updatedVersion="6" minRefreshableVersion="3" createdVersion="6" indent="0" outline="1" outlineData="1">'
        '<location ref="F1:G5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2">'
        f'<pivotField axis="axisRow" showAll="0"><items count="4">{items}<item t="default"/></items></pivotField>'
        '<pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields>'
        f'<rowItems count="4">{lines}<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
        '<dataFields count="1"><dataField name="Всего" fld="1" baseField="0" baseItem="0"/></dataFields>'
        "</pivotTableDefinition>",
        f"{SPREADSHEET}.pivotTable+xml",
        sheet,
        "pivotTable",
    )
    package.link(table, "pivotCacheDefinition", f"/{cache}")
    caches = f'<pivotCaches><pivotCache cacheId="1" r:id="{key}"/></pivotCaches></workbook>'
    package.replace(WORKBOOK, "</workbook>", caches)


def papers(package: Package) -> None:
    """What lies in the file beside the sheets: the school's theme, custom properties and XML, printer settings."""
    package.replace("xl/theme/theme1.xml", 'name="Office Theme"', 'name="Школьная тема"')
    properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    package.add(
        "docProps/custom.xml",
        f'{HEAD}<Properties xmlns="{properties}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        'docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Отдел">'
        "<vt:lpwstr>Завуч</vt:lpwstr></property></Properties>",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "",
        "custom-properties",
    )
    package.link(WORKBOOK, "customXml", "/customXml/item1.xml")
    package.parts["customXml/item1.xml"] = '<школа xmlns="urn:example:school"><класс>8А</класс></школа>'.encode()
    package.parts["docProps/printed.bin"] = b"\0\1\2" * 50
    package.extension("bin", f"{SPREADSHEET}.printerSettings")
    sheet = package.sheet("Согласия")
    key = package.link(sheet, "printerSettings", "/docProps/printed.bin")
    package.parts[sheet] = re.sub(
        r"<pageSetup ([^>]*)/>", rf'<pageSetup \1 r:id="{key}"/>', package.text(sheet), count=1
    ).encode()
