"""The committed workbooks are what the schema says today."""

import zipfile

import pytest

from mentoring_xl.build.workbook import FOLDER, write_all


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return write_all(tmp_path_factory.mktemp("workbook"))


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", ["mentoring.xlsx", "example.xlsx"])
def test_a_committed_workbook_is_the_one_that_is_built(built, name):
    new = next(path for path in built if path.name == name)
    assert parts(FOLDER / name) == parts(new), "run python -m mentoring_xl.build"


def test_the_committed_page_is_the_one_that_is_built(built):
    new = next(path for path in built if path.name == "TABLES.md")
    assert (FOLDER / "TABLES.md").read_text(encoding="utf-8") == new.read_text(encoding="utf-8")


def test_the_workbooks_pass_the_open_xml_sdk(built, open_xml_errors):
    assert [open_xml_errors(path) for path in built if path.suffix == ".xlsx"] == [[], []]
