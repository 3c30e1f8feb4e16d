"""customUI14.xml: the tab «Наставничество» with a group for every group of controls, in their order."""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

from mentoring_xl.schema.buttons import CONTROLS, Control

_NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
TITLE = "Наставничество"
_KEYTIP = "НА"


def custom_ui() -> str:
    """Return the part: callbacks `keep_ribbon`, `enabled_here` and one Sub per control, named like the control."""
    root = ElementTree.Element("customUI", xmlns=_NAMESPACE, onLoad="keep_ribbon")
    tabs = ElementTree.SubElement(ElementTree.SubElement(root, "ribbon"), "tabs")
    tab = ElementTree.SubElement(tabs, "tab", id="mentoring", label=TITLE, keytip=_KEYTIP)
    for number, (label, controls) in enumerate(groupby(CONTROLS, lambda control: control.group), 1):
        group = ElementTree.SubElement(tab, "group", id=f"mentoring_{number}", label=label)
        for control in controls:
            ElementTree.SubElement(group, "button", _looks(control))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}\n'


def _looks(control: Control) -> dict[str, str]:
    return {
        "id": control.name,
        "label": control.label,
        "size": "large" if control.large else "normal",
        "imageMso": control.icon,
        "screentip": control.screentip,
        "supertip": control.supertip,
        "keytip": control.keytip,
        "onAction": control.name,
        "getEnabled": "enabled_here",
    }
