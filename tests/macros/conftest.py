"""The add-in inside pyOpenVBA's Excel, its own modules as they are committed."""

from __future__ import annotations

import pytest
from pyopenvba import ExcelFile
from pyopenvba.apps.excel import ExcelApplication

from tests.macros.pretended_excel import RECORDER, RECORDING_CLASS, Addin


@pytest.fixture(scope="session")
def sources(root):
    """Module name → source, as pyOpenVBA reads them from macros/mentoring.xlam."""
    with ExcelFile(root / "macros" / "mentoring.xlam") as addin:
        return {module.name: module.source for module in addin.vba_project().modules}


@pytest.fixture
def addin(root, sources):
    """The installed add-in, no workbook in front."""
    app = ExcelApplication.open(root / "macros" / "mentoring.xlam", with_vba=False)
    app.add_module(RECORDER, name="xlwings")
    app.add_module(RECORDING_CLASS, name="Recorder", kind="class")
    app.add_module(sources["Ribbon"], name="Ribbon")
    app.add_module(sources["Functions"], name="Functions")
    # pyOpenVBA does not know the word WithEvents; the handlers run all the same
    app.add_module(sources["ThisWorkbook"].replace("WithEvents ", ""), name="ThisWorkbook", kind="document")
    app.application.active_book = None
    made = Addin(app)
    made.pretend(settings=True, files=True)
    return made
