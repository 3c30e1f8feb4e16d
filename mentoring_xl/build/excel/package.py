"""mentoring.xlam: one empty sheet, the VBA project and the ribbon; the same sources give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import mentoring_xl

from .borrowed import xlwings_version
from .ribbon_xml import TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

_RIBBON_PART = "customUI/customUI14.xml"
_RIBBON_RELATION = (
    '<Relationship Id="ribbon" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
    f'Target="{_RIBBON_PART}"/></Relationships>'
)
_WORKBOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_ADDIN_TYPE = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
_ANY_DAY = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a date in the properties that says nothing and never changes
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def addin_package(ribbon: str, modules: Mapping[str, str], events: str) -> bytes:
    """Return the file's bytes.

    ribbon: customUI14.xml. modules: name → source, a class when it has the head of one. events: of ThisWorkbook.
    """
    parts = _parts(_with_project(_vba_project(modules, events)))
    _replace(parts, "[Content_Types].xml", _WORKBOOK_TYPE, _ADDIN_TYPE)
    _replace(parts, "_rels/.rels", "</Relationships>", _RIBBON_RELATION)
    parts[_RIBBON_PART] = ribbon.encode()
    return _zipped(parts)


def _vba_project(modules: Mapping[str, str], events: str) -> bytes:
    """Return vbaProject.bin: pyOpenVBA's own empty add-in with our modules in place of its one."""
    from pyopenvba import ExcelFile, VBAModuleKind

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "project.xlam"
        with ExcelFile.create_new(path) as addin:
            project = addin.vba_project()
            project.delete_module("Module1")
            for name, source in modules.items():
                is_class = source.startswith("VERSION")
                project.add_module(name, source, kind=VBAModuleKind.other if is_class else VBAModuleKind.standard)
            addin.set_module("ThisWorkbook", addin.get_module("ThisWorkbook") + events)
            addin.save()
        return zipfile.ZipFile(path).read("xl/vbaProject.bin")


def _with_project(project: bytes) -> bytes:
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.add_worksheet("Sheet1")
    book.add_vba_project(io.BytesIO(project), is_stream=True)
    book.set_properties({"title": TITLE, "author": "mentoring_xl", "created": _ANY_DAY})
    book.set_custom_property("mentoring_xl", mentoring_xl.__version__)
    book.set_custom_property("xlwings", xlwings_version())
    book.close()
    return made.getvalue()


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _replace(parts: dict[str, bytes], part: str, old: str, new: str) -> None:
    if parts[part].count(old.encode()) != 1:
        raise ValueError(f"{part}: «{old}» stands there {parts[part].count(old.encode())} times, once is expected")
    parts[part] = parts[part].replace(old.encode(), new.encode())


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts stored, not packed: packed bytes differ from one zlib to the next."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.create_system = 0
            archive.writestr(entry, part)
    return made.getvalue()
