"""Functions.bas: the worksheet functions, handed to Python as xlwings hands its own; Windows only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.functions import FUNCTIONS

from .vba import module

if TYPE_CHECKING:
    from mentoring_xl.schema.functions import Argument, Function

_HEAD = """' Built by python -m mentoring_xl.build: change mentoring_xl/schema/functions.py, not this file.
Option Explicit
"""

_FUNCTION = """
Public Function {excel}({declared}) As Variant
    {excel} = CVErr(xlErrNA)
    #If Not Mac Then
        On Error GoTo failed
        {excel} = XLPy.CallUDF("mentoring_xl.udfs", "{name}", Array({given}), ActiveWorkbook, Application.Caller)
failed:
    #End If
End Function
"""


def functions_module() -> str:
    """Return the source. Where Python cannot be asked the value is #N/A, never the text of an error."""
    return module("Functions", _HEAD + "".join(_wrapper(function) for function in FUNCTIONS))


def _wrapper(function: Function) -> str:
    return _FUNCTION.format(
        excel=function.excel,
        name=function.name,
        declared=", ".join(_declared(argument) for argument in function.arguments),
        given=", ".join(argument.name for argument in function.arguments),
    )


def _declared(argument: Argument) -> str:
    return f'Optional {argument.name} As Variant = ""' if argument.optional else f"{argument.name} As Variant"
