"""How LibreOffice writes settings in a file (.xcu): nodes, properties and a value per language."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_OOR = "http://openoffice.org/2001/registry"
_XS = "http://www.w3.org/2001/XMLSchema"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPES = {bool: "xs:boolean", int: "xs:int", str: "xs:string"}


def settings(package: str, name: str) -> ET.Element:
    """Start the settings of one component, such as org.openoffice.Office and Addons."""
    ET.register_namespace("oor", _OOR)
    return ET.Element(
        f"{{{_OOR}}}component-data", {"xmlns:xs": _XS, f"{{{_OOR}}}name": name, f"{{{_OOR}}}package": package}
    )


def group(parent: ET.Element, *path: str) -> ET.Element:
    """Add nodes, each inside the one before, that LibreOffice itself has; return the innermost."""
    for name in path:
        parent = ET.SubElement(parent, "node", {f"{{{_OOR}}}name": name})
    return parent


def entry(parent: ET.Element, name: str) -> ET.Element:
    """Add a node of our own to a set."""
    return ET.SubElement(parent, "node", {f"{{{_OOR}}}name": name, f"{{{_OOR}}}op": "replace"})


def prop(node: ET.Element, name: str, value: bool | int | str | Mapping[str, str]) -> None:
    """Add a property; a mapping is language → value."""
    kind = type(value) if isinstance(value, bool | int | str) else str
    found = ET.SubElement(node, "prop", {f"{{{_OOR}}}name": name, f"{{{_OOR}}}type": _TYPES[kind]})
    if isinstance(value, bool | int | str):
        ET.SubElement(found, "value").text = str(value).lower() if kind is bool else str(value)
        return
    for language, text in value.items():
        ET.SubElement(found, "value", {_LANG: language}).text = text


def text_of(root: ET.Element) -> str:
    """Write the document out, indented."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
