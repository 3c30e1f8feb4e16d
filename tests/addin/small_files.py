"""Add-in files with no more in them than the installation reads."""

from __future__ import annotations

import zipfile
from pathlib import Path

DESCRIPTION = (
    '<description xmlns="http://openoffice.org/extensions/description/2006">'
    '<identifier value="test.mentoring"/><version value="{}"/></description>'
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest"><manifest:file-entry '
    'manifest:media-type="application/vnd.sun.star.configuration-data" manifest:full-path="a.xcu"/></manifest:manifest>'
)
XCU = (
    '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" oor:name="Addons" '
    'oor:package="org.openoffice.Office"><node oor:name="AddonUI"/></oor:component-data>'
)
PROPERTIES = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property pid="2" name="xlwings"><vt:lpwstr>{}</vt:lpwstr></property>'
    '<property pid="3" name="mentoring_xl"><vt:lpwstr>0.1.0</vt:lpwstr></property></Properties>'
)


def archive(path: Path, **parts: str) -> None:
    """Write a zip with the parts under their names, «__» standing for a dot and «_of_» for a folder."""
    with zipfile.ZipFile(path, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("_of_", "/").replace("__", "."), text)


def make_extension(folder: Path, version: str) -> None:
    """Write a small mentoring.oxt."""
    parts = {"META-INF_of_manifest__xml": MANIFEST, "description__xml": DESCRIPTION.format(version), "a__xcu": XCU}
    archive(folder / "mentoring.oxt", **parts)


def make_addin(folder: Path, xlwings: str) -> None:
    """Write what install reads of a mentoring.xlam."""
    archive(folder / "mentoring.xlam", docProps_of_custom__xml=PROPERTIES.format(xlwings))


def files(folder: Path) -> list[str]:
    """Return the files below a folder, sorted."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
