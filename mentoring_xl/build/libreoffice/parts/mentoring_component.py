"""The two services of the extension: a click on a control, and the worksheet functions."""

# the office alone has these modules and gives the bases their types
# mypy: disable-error-code="import-not-found, misc, no-any-return"

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.lang import XServiceName
from com.sun.star.task import XJobExecutor
from mentoring_xl_office import declared, pressing, reckoning
from ru.mentoring import XDeadlines


class Press(unohelper.Base, XJobExecutor):
    """One click: `service:ru.mentoring_xl.Press?NAME`."""

    def __init__(self, context: Any) -> None:
        """Keep the component context of the office."""
        self._context = context

    def trigger(self, name: str) -> None:
        """Press the control of that name in the active book."""
        pressing.press(self._context, name)


class Functions(unohelper.Base, XDeadlines, XServiceName):
    """The worksheet functions; their methods are those of types.idl."""

    def __init__(self, _: Any) -> None:
        """Need nothing of the office."""

    def getServiceName(self) -> str:  # noqa: N802 UNO gives the name
        """Return the name that CalcAddIns.xcu gives."""
        return declared.FUNCTIONS_SERVICE


for name, function in declared.FUNCTIONS.items():
    setattr(Functions, name, reckoning.method(function))

g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 looked for by this name
for maker, service in ((Press, declared.PRESS_SERVICE), (Functions, declared.FUNCTIONS_SERVICE)):
    g_ImplementationHelper.addImplementation(maker, service, (service,))
