"""The VBA that comes with the installed xlwings, its licence texts kept, and the few words of it that we change."""

from __future__ import annotations

from pathlib import Path

_LICENCE = "'xlwings is distributed under a BSD 3-clause license."

_CHANGES = (
    (_LICENCE, f"{_LICENCE} Changed in a few lines: mentoring_xl/build/excel/borrowed.py"),
    # names the folder and the file of the settings
    ('PROJECT_NAME As String = "myaddin"', 'PROJECT_NAME As String = "mentoring-xl"'),
    # settings that lie beside a workbook or inside it could name any program as the interpreter
    (
        'GetConfig(configKey As String, Optional default As String = "", Optional source As String = "")',
        'GetConfig(configKey As String, Optional default As String = "", Optional source As String = "user")',
    ),
    # one Python for all books: the command that starts it is the name of the running one
    ('ActiveWorkbook.FullName & ";" & ThisWorkbook.FullName', '"" & ";" & ThisWorkbook.FullName'),
    # a person gets a sentence of ours and no traceback
    ("Sub ShowError(FileName", "Sub ShowErrorInEnglish(FileName"),
    (
        "MsgBox \"To enable RunPython, please run 'xlwings runpython install' in a terminal once and try again.\", "
        "vbCritical",
        'ShowError ""',
    ),
    ('Application.StatusBar = "Running..."', "Application.StatusBar = ChrW$(8230)"),
)
"""Text of xlwings_custom_addin.bas → ours; each stands there once."""


def xlwings_module() -> str:
    """Return the source of the module `xlwings`; raises ValueError when this xlwings has not the words we change."""
    source = (_folder() / "xlwings_custom_addin.bas").read_bytes().decode("ascii")
    for theirs, ours in _CHANGES:
        if source.count(theirs) != 1:
            raise ValueError(f"xlwings {xlwings_version()} has not this once, look at what changed: {theirs}")
        source = source.replace(theirs, ours)
    return source


def dictionary_class() -> str:
    """Return the source of the class `Dictionary`, which the module needs on a Mac."""
    return (_folder() / "addin" / "Dictionary.cls").read_bytes().decode("ascii")


def xlwings_version() -> str:
    """Return the version of the module, of the DLL that keeps Python running and of the Mac's AppleScript."""
    import xlwings

    return str(xlwings.__version__)


def _folder() -> Path:
    import xlwings

    return Path(xlwings.__file__).parent
