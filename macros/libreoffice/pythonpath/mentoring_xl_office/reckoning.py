"""How Calc asks for the value of a worksheet function."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from . import package

if TYPE_CHECKING:
    from collections.abc import Callable


def method(name: str) -> Callable[..., object]:
    """Return the method of a UNO object that answers for a function of `mentoring_xl.worksheet`."""

    def value(_: object, *cells: object) -> object:
        package.make_ready()
        from mentoring_xl import worksheet

        found = getattr(worksheet, name)(*cells)
        if isinstance(found, dt.date):
            found = worksheet.day_number(found)
        return found if isinstance(found, str) else float(found)

    return value
