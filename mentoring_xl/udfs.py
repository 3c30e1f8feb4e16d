"""The worksheet functions for Excel on Windows, where xlwings calls them; only Excel imports this module."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import xlwings as xw

from mentoring_xl import worksheet
from mentoring_xl.schema.functions import CATEGORY, FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentoring_xl.schema.functions import Function


def _udf(function: Function) -> Callable[..., object]:
    """Return the function with what xlwings reads from it: name, description, arguments and no type hints."""
    pure: Callable[..., object] = getattr(worksheet, function.name)

    def call(*given: object) -> object:
        return pure(*given)

    call.__name__, call.__doc__, call.__annotations__ = function.name, function.text, {}
    call.__signature__ = inspect.signature(pure).replace(return_annotation=inspect.Signature.empty)  # type: ignore[attr-defined]
    described: Callable[..., object] = call
    for argument in function.arguments:
        described = xw.arg(argument.name, doc=argument.text)(described)
    # last: each of the above sets the category anew
    declared: Callable[..., object] = xw.func(described, category=CATEGORY)
    return declared


globals().update({function.name: _udf(function) for function in FUNCTIONS})
