"""Loaded by the office itself: imports a function by its name and calls it there."""

import importlib
import json
import sys

import unohelper
from com.sun.star.task import XJob


class Caller(unohelper.Base, XJob):
    """One call; see tests.live.inside."""

    def __init__(self, context):
        self._context = context

    def execute(self, arguments):
        """Return the answer as JSON."""
        paths, function, given = json.loads(arguments[0].Value)
        sys.path += [path for path in paths if path and path not in sys.path]
        module, _, name = function.partition(":")
        return json.dumps(getattr(importlib.import_module(module), name)(self._context, *given))


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 UNO gives the name
g_ImplementationHelper.addImplementation(Caller, "mentoring_xl.tests.Caller", ("mentoring_xl.tests.Caller",))
