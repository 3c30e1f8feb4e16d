"""The worksheet functions as Excel on Windows gets them, with the real decorators of xlwings."""

from __future__ import annotations

import datetime as dt
import sys
from types import ModuleType
from unittest.mock import MagicMock

import pytest


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The functions as xlwings decorates them on Windows; what it imports of Windows is mocked here."""
    import xlwings as xw

    for name in ("pythoncom", "pywintypes", "win32com", "win32com.client"):
        monkeypatch.setitem(sys.modules, name, MagicMock())
    monkeypatch.delitem(sys.modules, "xlwings.udfs", raising=False)
    monkeypatch.delitem(sys.modules, "mentoring_xl.udfs", raising=False)
    from xlwings import udfs as decorators

    monkeypatch.setattr(xw, "func", decorators.xlfunc)
    monkeypatch.setattr(xw, "arg", decorators.xlarg)
    from mentoring_xl import udfs

    monkeypatch.delitem(sys.modules, "xlwings.udfs")
    monkeypatch.delitem(sys.modules, "mentoring_xl.udfs")
    return udfs


def test_excel_gets_the_functions_with_their_descriptions(on_windows: ModuleType):
    found = on_windows.deadline_days_left.__xlfunc__
    assert found["name"] == "deadline_days_left"
    assert found["category"] == "Наставничество"
    assert found["ret"]["doc"].startswith("Сколько календарных дней до конца срока")
    assert [argument["name"] for argument in found["args"]] == ["phrase", "today", "plan"]
    assert found["args"][1]["doc"] == "День, от которого считать: СЕГОДНЯ()."
    assert found["args"][2]["optional"] == ""
    assert all(argument["options"] == {} for argument in found["args"])
    assert on_windows.deadline_days_left("до 20 апреля", dt.datetime(2026, 4, 10), 2026.0) == 10
    assert on_windows.deadline_end("март", 2026) == dt.date(2026, 3, 31)
