"""Runs a Python function inside the office's own process, where a button runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    import xlwings as xw

_COMPONENT = Path(__file__).with_name("inside_component.py")


def call_inside(app: xw.App, function: str, *arguments: object) -> Any:
    """Call "module:function" as function(context, *arguments) in the office; arguments and answer travel as JSON.

    The office's Python must be of the version of this one, whose packages it takes.
    """
    context = app.impl.context
    loader = context.ServiceManager.createInstanceWithContext("com.sun.star.loader.Python", context)
    factory = loader.activate("mentoring_xl.tests.Caller", "", _COMPONENT.as_uri(), None)
    call = uno_module().createUnoStruct("com.sun.star.beans.NamedValue")
    call.Name, call.Value = "call", json.dumps([sys.path, function, arguments])
    return json.loads(factory.createInstanceWithContext(context).execute((call,)))
