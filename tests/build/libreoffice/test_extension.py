"""The extension as it is committed, and what LibreOffice reads in it."""

from __future__ import annotations

import ast
import zipfile
from xml.etree import ElementTree

import pytest

from mentoring_xl import __version__
from mentoring_xl.build.libreoffice import extension
from mentoring_xl.schema.buttons import CONTROLS
from mentoring_xl.schema.functions import FUNCTIONS

OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("macros")
    extension.write_all(folder)
    return folder


@pytest.fixture(scope="module")
def addons():
    return ElementTree.fromstring(extension.files()["Addons.xcu"])


def node(root, *names):
    for name in names:
        (root,) = (found for found in root.findall("node") if found.get(f"{OOR}name") == name)
    return root


def texts(item, name):
    (found,) = (prop for prop in item.findall("prop") if prop.get(f"{OOR}name") == name)
    return {value.get(LANG): value.text for value in found}


def test_the_committed_extension_is_the_one_that_is_built(built, root):
    committed, new = root / "macros" / "mentoring.oxt", built / "mentoring.oxt"
    assert committed.read_bytes() == new.read_bytes(), "run python -m mentoring_xl.build"


def test_the_committed_sources_are_those_in_the_extension(root):
    sources = root / "macros" / "libreoffice"
    written = {path.relative_to(sources).as_posix(): path.read_bytes() for path in sources.rglob("*.*")}
    with zipfile.ZipFile(root / "macros" / "mentoring.oxt") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert {name: text for name, text in written.items() if not name.endswith(".pyc")} == packed


@pytest.mark.parametrize(("places", "separators"), [
    ((("OfficeToolBar", "ru.mentoring_xl.toolbar"), ("OfficeToolBar", "ru.mentoring_xl.papers")), 6),
    ((("OfficeNotebookBar", "ru.mentoring_xl.notebook"),), 7),
    ((("OfficeMenuBar", "ru.mentoring_xl.menu", "Submenu"),), 7),
])  # fmt: skip
def test_every_control_has_its_place_in_two_languages(addons, places, separators):
    items = [item for place in places for item in node(addons, "AddonUI", *place).findall("node")]
    urls = [texts(item, "URL")[None] for item in items]
    shown = [item for item, url in zip(items, urls, strict=True) if url != "private:separator"]
    assert [texts(item, "URL")[None] for item in shown] == [
        f"service:ru.mentoring_xl.Press?{control.name}" for control in CONTROLS
    ]
    assert [texts(item, "Title")["ru"] for item in shown] == [control.label for control in CONTROLS]
    assert all(texts(item, "Title")["en-US"].isascii() for item in shown)
    assert urls.count("private:separator") == separators


def test_every_icon_that_is_named_is_there(addons):
    images = [image for found in node(addons, "AddonUI", "Images").findall("node") for image in found.findall("node")]
    named = [texts(image, name)[None] for image in images for name in ("ImageSmallURL", "ImageBigURL")]
    assert len(named) == 36
    assert {name.removeprefix("%origin%/") for name in named} <= set(extension.files())


def test_every_file_of_the_manifest_is_there():
    made = extension.files()
    manifest = ElementTree.fromstring(made["META-INF/manifest.xml"])
    names = [entry.get("{http://openoffice.org/2001/manifest}full-path") for entry in manifest]
    assert names == ["types.idl", "Addons.xcu", "CalcAddIns.xcu", "CalcWindowState.xcu", "mentoring.components"]
    assert set(names) <= set(made)


def test_the_version_is_that_of_the_package():
    assert f'<version value="{__version__}"/>'.encode() in extension.files()["description.xml"]


def test_the_interface_has_every_worksheet_function():
    assert extension.files()["types.idl"].decode() == (
        "module ru { module mentoring {\n  interface XDeadlines {\n"
        "    any deadlineStart([in] any phrase, [in] any plan);\n"
        "    any deadlineEnd([in] any phrase, [in] any plan);\n"
        "    any deadlineDaysLeft([in] any phrase, [in] any today, [in] any plan);\n"
        "  };\n}; };\n"
    )
    assert len(FUNCTIONS) == 3


def test_the_component_needs_the_standard_library_alone_until_the_package_is_found():
    parts = [text for name, text in extension.files().items() if name.endswith("package.py")]
    imported = {
        name.name.partition(".")[0]
        for part in parts
        for found in ast.walk(ast.parse(part))
        if isinstance(found, ast.Import)
        for name in found.names
    }
    assert imported == {"importlib", "json", "os", "sys"}
