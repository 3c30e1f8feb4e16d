"""Ribbon.bas: a Sub for every control, the way from a press to Python, and when the buttons can be pressed."""

from __future__ import annotations

from mentoring_xl.schema.buttons import BUTTONS, LOADERS, QUESTIONS, SERVICES
from mentoring_xl.schema.tables import TABLES

from .ribbon_xml import TITLE
from .vba import module

_HEAD = """' Built by python -m mentoring_xl.build: change mentoring_xl/build/excel or schema/buttons, not this file.
Option Explicit

Private Const OUR_TABLES As String = "{tables}"
Private Const ENOUGH_TABLES As Long = 3
Private shown As IRibbonUI

Public Sub keep_ribbon(ribbon_ui As IRibbonUI)
    Set shown = ribbon_ui
End Sub

Public Sub refresh_ribbon()
    If Not shown Is Nothing Then shown.Invalidate
End Sub

Public Sub enabled_here(control As IRibbonControl, ByRef enabled As Variant)
    enabled = IsOurs(ActiveWorkbook)
End Sub

"""

_BUTTON = """Public Sub {name}(control As IRibbonControl)
    If Press("{name}") Then OfferUndo
End Sub

"""

_SERVICE = """Public Sub {name}(control As IRibbonControl)
    Press "{name}"
End Sub

"""

_REST = """Public Sub undo_last()
    Press "undo"
End Sub

' xlwings calls this with a traceback; a person gets one sentence.
Public Sub ShowError(FileName As String, Optional Message As String = "")
    Tell "{failed}"
End Sub

Public Function Ru(ByVal escaped As String) As String
    Dim parts() As String
    Dim index As Long
    parts = Split(escaped, "\\u")
    Ru = parts(0)
    For index = 1 To UBound(parts)
        Ru = Ru & ChrW$(CLng("&H" & Left$(parts(index), 4))) & Mid$(parts(index), 5)
    Next index
End Function

' True when Python ran to its end; what it found or refused to do it has told itself.
Private Function Press(ByVal name As String) As Boolean
    On Error GoTo failed
    If IsInstalled() Then
        Press = RunPython("from mentoring_xl import ribbon;ribbon.press('" & name & "')") <> -1
    Else
        Tell "{missing}"
    End If
    Exit Function
failed:
    ShowError ""
End Function

Private Sub OfferUndo()
    Application.OnUndo "{undo}", "'" & ThisWorkbook.Name & "'!Ribbon.undo_last"
End Sub

Private Function IsInstalled() As Boolean
    #If Mac Then
        ' Excel's sandbox hides files from VBA
        IsInstalled = GetConfig("INTERPRETER_MAC") <> ""
    #Else
        IsInstalled = FileExists(GetConfig("INTERPRETER_WIN")) And FileExists(GetConfig("PACKAGE"))
    #End If
End Function

Private Function IsOurs(ByVal book As Workbook) As Boolean
    Dim sheet As Worksheet
    Dim table As ListObject
    Dim found As Long
    If book Is Nothing Then Exit Function
    For Each sheet In book.Worksheets
        For Each table In sheet.ListObjects
            If InStr(1, OUR_TABLES, "|" & table.Name & "|", vbTextCompare) > 0 Then found = found + 1
        Next table
    Next sheet
    IsOurs = found >= ENOUGH_TABLES
End Function

Private Sub Tell(ByVal sentence As String)
    #If Mac Then
        MsgBox sentence, vbExclamation, "{title}"
    #Else
        ' MsgBox shows only letters of the system's code page
        WScript.Popup sentence, 0, "{title}", vbExclamation + vbSystemModal
    #End If
End Sub
"""

_FAILED = (
    "Python не смог выполнить кнопку: выполните в терминале команду mentoring-xl addin status "
    "и сделайте, что она скажет."
)
_MISSING = "Программа для кнопок не найдена: выполните в терминале команду mentoring-xl addin install и повторите."

EVENTS = """Option Explicit
Private WithEvents Watched As Application

Private Sub Workbook_Open()
    Set Watched = Application
End Sub

Private Sub Watched_WorkbookActivate(ByVal Wb As Workbook)
    refresh_ribbon
End Sub

Private Sub Watched_WorkbookDeactivate(ByVal Wb As Workbook)
    refresh_ribbon
End Sub

Private Sub Watched_SheetActivate(ByVal Sh As Object)
    refresh_ribbon
End Sub
""".replace("\n", "\r\n")
"""The code of ThisWorkbook: the buttons are looked at anew when another book or sheet comes to the front."""


def ribbon_module() -> str:
    """Return the source. A book is ours when three of our tables or more are in it, whatever its sheets are called."""
    undo = next(service for service in SERVICES if service.name == "undo")
    return module(
        "Ribbon",
        _HEAD.format(tables=f"|{'|'.join(table.spec.name for table in TABLES)}|")
        + "".join(_BUTTON.format(name=button.name) for button in (*BUTTONS, *LOADERS))
        + "".join(_SERVICE.format(name=service.name) for service in (*QUESTIONS, *SERVICES))
        + _REST.format(failed=_FAILED, missing=_MISSING, undo=undo.label, title=TITLE),
    )
