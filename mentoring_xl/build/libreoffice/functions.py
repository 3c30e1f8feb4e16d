"""How Calc gets to know the worksheet functions: names for its wizard, a UNO interface, who answers for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.functions import CATEGORY, FUNCTIONS

from . import controls
from .settings_file import entry, group, prop, settings, text_of
from .titles import ENGLISH, RUSSIAN

if TYPE_CHECKING:
    from mentoring_xl.schema.functions import Function

SERVICE = "ru.mentoring_xl.Functions"


def method(function: Function) -> str:
    """Return the name of a function in the UNO interface: deadline_start → deadlineStart."""
    first, *others = function.name.split("_")
    return first + "".join(map(str.capitalize, others))


def calc_add_ins() -> str:
    """CalcAddIns.xcu: names, descriptions and the names that .xlsx files hold."""
    root = settings("org.openoffice.Office", "CalcAddIns")
    known = entry(group(root, "AddInInfo"), SERVICE)
    functions = group(known, "AddInFunctions")
    for function in FUNCTIONS:
        found = entry(functions, method(function))
        prop(found, "DisplayName", {RUSSIAN: function.calc, ENGLISH: function.excel})
        prop(found, "Description", function.text)
        prop(found, "Category", "Add-In")
        prop(found, "CategoryDisplayName", CATEGORY)
        prop(found, "CompatibilityName", {RUSSIAN: function.excel, ENGLISH: function.excel})
        arguments = group(found, "Parameters")
        for argument in function.arguments:
            described = entry(arguments, argument.name)
            prop(described, "DisplayName", argument.label)
            prop(described, "Description", argument.text)
    return text_of(root)


def types() -> str:
    """types.idl: every argument and value is `any`, so a cell may hold text, a number or nothing."""
    methods = "".join(
        f"    any {method(function)}({', '.join(f'[in] any {argument.name}' for argument in function.arguments)});\n"
        for function in FUNCTIONS
    )
    return f"module ru {{ module mentoring {{\n  interface XDeadlines {{\n{methods}  }};\n}}; }};\n"


def declared() -> str:
    """declared.py of the component: the two services, and method → function of worksheet.py."""
    methods = "".join(f'    "{method(function)}": "{function.name}",\n' for function in FUNCTIONS)
    return (
        '"""Written by mentoring_xl.build: the services, and which function answers for which method."""\n\n'
        f'PRESS_SERVICE = "{controls.SERVICE}"\nFUNCTIONS_SERVICE = "{SERVICE}"\n'
        f"FUNCTIONS = {{\n{methods}}}\n"
    )
