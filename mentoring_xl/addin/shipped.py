"""The two add-in files that come with the package, and what they say of themselves."""

from __future__ import annotations

import sys
import zipfile
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree

from mentoring_xl.core.errors import BookError

OXT, XLAM = "mentoring.oxt", "mentoring.xlam"
_DISTRIBUTION = "mentoring-xl"
_FOLDER = f"share/{_DISTRIBUTION}"
_DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def shipped(name: str) -> Path:
    """Return an add-in file of the installed package, else of the repository it runs from. Raises BookError."""
    found = next((path for path in _places(name) if path.is_file()), None)
    if found is None:
        raise BookError(f"В установленной программе нет файла {name}. Установите mentoring-xl заново и повторите.")
    return found


def extension(oxt: Path) -> tuple[str, str]:
    """Return the identifier and the version of a LibreOffice extension. Raises BookError."""
    return _named(_part(oxt, "description.xml"))


def unpacked(folder: Path) -> tuple[str, str]:
    """Return the same of an extension that LibreOffice has unpacked; two blanks when it does not say."""
    try:
        return _named(ElementTree.parse(folder / "description.xml").getroot())
    except (OSError, ElementTree.ParseError):
        return "", ""


def _named(root: ElementTree.Element) -> tuple[str, str]:
    identifier, version = (root.find(f"{_DESCRIPTION}{tag}") for tag in ("identifier", "version"))
    return _value(identifier), _value(version)


def properties(xlam: Path) -> dict[str, str]:
    """Return the custom properties of an Excel add-in: «xlwings» and «mentoring_xl» are versions. Raises BookError."""
    root = _part(xlam, "docProps/custom.xml")
    return {found.get("name", ""): "".join(found.itertext()).strip() for found in root.iter(_PROPERTY)}


def _part(path: Path, name: str) -> ElementTree.Element:
    try:
        with zipfile.ZipFile(path) as archive:
            return ElementTree.fromstring(archive.read(name))
    except (OSError, zipfile.BadZipFile, KeyError, ElementTree.ParseError) as error:
        raise BookError(f"Файл {path} повреждён. Установите mentoring-xl заново и повторите.") from error


def _places(name: str) -> tuple[Path, ...]:
    try:
        files = metadata.files(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        files = []
    listed = [Path(str(file.locate())).resolve() for file in files if file.as_posix().endswith(f"{_FOLDER}/{name}")]
    repository = Path(__file__).parents[2] / "macros"
    return (*listed, Path(sys.prefix) / _FOLDER / name, repository / name)


def _value(element: ElementTree.Element | None) -> str:
    return "" if element is None else element.get("value", "")
