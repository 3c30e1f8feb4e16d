"""mentoring.xlam as a file, and the sources beside it in macros/."""

import re
import zipfile
from xml.etree import ElementTree

import pytest

import mentoring_xl
from mentoring_xl.build.excel.addin import write_all

FILES = [
    "Dictionary.cls",
    "Functions.bas",
    "Ribbon.bas",
    "ThisWorkbook.cls",
    "customUI14.xml",
    "mentoring.xlam",
    "xlwings.bas",
]
CODE = [name for name in FILES if name.endswith((".bas", ".cls"))]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return {path.name: path.read_bytes() for path in write_all(tmp_path_factory.mktemp("macros"))}


@pytest.fixture(scope="module")
def parts(root):
    with zipfile.ZipFile(root / "macros" / "mentoring.xlam") as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_the_files_of_the_add_in_are_these(built):
    assert sorted(built) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_committed_file_is_byte_for_byte_the_one_that_is_built(root, built, name):
    assert (root / "macros" / name).read_bytes() == built[name], "run python -m mentoring_xl.build"


def test_the_add_in_passes_the_open_xml_sdk(root, open_xml_errors):
    assert open_xml_errors(root / "macros" / "mentoring.xlam") == []


def test_the_package_is_an_add_in_and_not_a_workbook(parts):
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    (kind,) = [part.get("ContentType") for part in types if part.get("PartName") == "/xl/workbook.xml"]
    assert kind == "application/vnd.ms-excel.addin.macroEnabled.main+xml"


def test_the_ribbon_in_the_package_is_the_one_beside_it(root, parts):
    relations = ElementTree.fromstring(parts["_rels/.rels"])
    (part,) = [
        one.get("Target") for one in relations if one.get("Type").endswith("/2007/relationships/ui/extensibility")
    ]
    assert parts[part] == (root / "macros" / "customUI14.xml").read_text(encoding="utf-8")


def test_the_properties_tell_title_and_versions(parts, root):
    assert "<dc:title>Наставничество</dc:title>" in parts["docProps/core.xml"]
    told = dict(re.findall(r'name="(\w+)"><vt:lpwstr>([^<]+)', parts["docProps/custom.xml"]))
    declared = re.search(r'XLWINGS_VERSION As String = "(.+)"', (root / "macros" / "xlwings.bas").read_text())
    assert told == {"mentoring_xl": mentoring_xl.__version__, "xlwings": declared[1]}


def code(source):
    """The lines that a person wrote: without the head of a class and the attributes, which the editor hides."""
    body = re.sub(r"\AVERSION.*?^END\r?$", "", source, flags=re.DOTALL | re.MULTILINE)
    return [line.rstrip() for line in body.splitlines() if line.strip() and not line.startswith("Attribute ")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_olevba_reads_the_modules_that_lie_beside_the_add_in(root):
    from oletools.olevba import VBA_Parser

    reader = VBA_Parser(str(root / "macros" / "mentoring.xlam"))
    found = {name: code(source) for *_, name, source in reader.extract_macros()}
    assert found == {name: code((root / "macros" / name).read_bytes().decode("ascii")) for name in CODE} | {
        "Sheet1.cls": []
    }


@pytest.mark.parametrize("name", CODE)
def test_a_source_is_ascii_with_lines_as_vba_ends_them(root, name):
    source = (root / "macros" / name).read_bytes()
    assert source.isascii()
    assert source.count(b"\n") == source.count(b"\r\n")


@pytest.mark.parametrize("name", ["Ribbon.bas", "Functions.bas"])
def test_no_line_is_longer_than_the_editor_takes(root, name):
    assert max(len(line) for line in (root / "macros" / name).read_text().splitlines()) <= 1023


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("xlwings.bas", "distributed under a BSD 3-clause license"),
        ("Dictionary.cls", "opensource.org/licenses/mit-license"),
    ],
)
def test_borrowed_code_keeps_its_licence(root, name, licence):
    assert licence in (root / "macros" / name).read_text()


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_a_folder_of_the_machine_it_was_built_on(root, name):
    content = (root / "macros" / name).read_bytes()
    for written_by_xlwings in (b"/Users/<User>", b"/tmp/xlwings.log"):
        content = content.replace(written_by_xlwings, b"")
    assert re.findall(rb"/(?:tmp|work|home|root|Users)/|[A-Z]:\\Users", content) == []


@pytest.mark.parametrize(
    "words",
    [
        'PROJECT_NAME As String = "mentoring-xl"',
        'GetConfig(configKey As String, Optional default As String = "", Optional source As String = "user")',
        'PYTHONPATH = AddExcelDir & ";" & "" & ";" & ThisWorkbook.FullName',
        "Sub ShowErrorInEnglish(FileName As String",
    ],
)
def test_the_module_of_xlwings_reads_only_our_settings_and_shows_no_traceback(root, words):
    assert (root / "macros" / "xlwings.bas").read_text().count(words) == 1
