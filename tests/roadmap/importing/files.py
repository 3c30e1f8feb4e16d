"""The published plans made anew as the files schools have: Word with merged cells and paragraphs, Excel, CSV, PDF."""

import csv
import io
import re
import subprocess
from pathlib import Path

WIDTHS = {5: (1.5, 9, 3.8, 4.5, 4.5), 3: (1.5, 7, 14)}
SEEDS = Path(__file__).parent.parent / "seeds"


def published(name):
    """The lines above the table of a published plan, and its rows: each cell a tuple of paragraphs."""
    lines = [line for line in (SEEDS / f"{name}.txt").read_text("utf-8").replace("**", "").splitlines() if line.strip()]
    rows = []
    for cells in ([_paragraphs(cell) for cell in line.split("\t")] for line in lines if "\t" in line):
        if any(cells[0]):
            rows.append(cells)
        else:
            rows[-1] = [_joined(above, below) for above, below in zip(rows[-1], cells, strict=True)]
    return [line.strip() for line in lines if "\t" not in line], rows


def _paragraphs(cell):
    return [text for text in (part.strip() for part in re.split(r"</?p>", cell)) if text]


def _joined(above, below):
    if above and below and below[0][0].islower():
        return [*above[:-1], f"{above[-1]} {below[0]}", *below[1:]]
    return above + below


def is_section(cells):
    return bool(cells[0]) and not any(cells[1:])


def docx(name):
    import docx
    from docx.shared import Cm

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = page.page_height, page.page_width
    above, rows = published(name)
    for line in above:
        document.add_paragraph(line)
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS[len(rows[0])], strict=True):
        for cell in column.cells:
            cell.width = Cm(width)
    for row, cells in zip(table.rows, rows, strict=True):
        for at, texts in enumerate(cells):
            for paragraph, text in enumerate(texts):
                if paragraph:
                    row.cells[at].add_paragraph(text)
                else:
                    row.cells[at].paragraphs[0].text = text
        if is_section(cells):
            row.cells[0].merge(row.cells[-1])
    return saved(document)


def xlsx(name):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    above, rows = published(name)
    for line in above:
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(rows[0]))
    for cells in rows:
        sheet.append(["\n".join(texts) or None for texts in cells])
        if is_section(cells):
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(cells))
    return saved(book)


def separated(name, separator=";", encoding="utf-8"):
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    above, rows = published(name)
    writer.writerows([line] + [""] * (len(rows[0]) - 1) for line in above)
    writer.writerows(["\n".join(texts) for texts in cells] for cells in rows)
    return file.getvalue().encode(encoding)


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(data, folder):
    """What LibreOffice makes of a .docx."""
    source = folder / "plan.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "plan.pdf").read_bytes()
