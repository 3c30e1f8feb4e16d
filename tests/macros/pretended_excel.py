"""pyOpenVBA's Excel with what it lacks: recorders in place of xlwings, the ribbon and Windows."""

from __future__ import annotations

from dataclasses import dataclass

from pyopenvba.apps.excel import Application, ExcelApplication
from pyopenvba.interpreter._objects import MemberSpec, VBAObject

RECORDER = """
Public said As String
Public answer As Variant
Public settings As Boolean
Public files As Boolean

Public Function RunPython(PythonCommand As String)
    said = said & PythonCommand & vbLf
    If CStr(answer) = "error" Then Err.Raise 1000, , "Could not load xlwings64.dll"
    RunPython = answer
End Function

Public Sub Change(name As String, value As Variant)
    Select Case name
        Case "answer": answer = value
        Case "settings": settings = value
        Case "files": files = value
    End Select
End Sub

Public Function GetConfig(configKey As String) As Variant
    GetConfig = IIf(settings, configKey, "")
End Function

Public Function FileExists(ByVal FileSpec As String) As Boolean
    FileExists = files And FileSpec <> ""
End Function

Public Function WScript() As Object
    Set WScript = New Recorder
End Function

Public Function XLPy() As Object
    If Not files Then Err.Raise 53
    Set XLPy = New Recorder
End Function
"""
"""Takes the place of the module `xlwings`, whose calls of Windows no interpreter can make."""

RECORDING_CLASS = """
Public Sub Popup(text, wait, title, kind)
    MsgBox text, kind, title
End Sub

Public Function CallUDF(module, name, args, book, caller)
    CallUDF = module & "." & name & "(" & Join(args, "; ") & ")"
End Function
"""


class Control(VBAObject):
    """What Excel hands to a callback."""


class Ribbon(VBAObject):
    """IRibbonUI: counts how often it is drawn anew."""

    drawn = 0


def _record_undo(application: Application, text: object, procedure: object) -> None:
    application.undo_offered = (text, procedure)


def _record_redraw(ribbon: Ribbon) -> None:
    ribbon.drawn += 1


Application.vba_add_member(MemberSpec("OnUndo", "method", getter=_record_undo, parameters=("Text", "Procedure")))
Application.vba_add_member(MemberSpec("Caller", "property", getter=lambda application: "A1"))
Ribbon.vba_add_member(MemberSpec("Invalidate", "method", getter=_record_redraw))


@dataclass
class Addin:
    """mentoring.xlam, open; `app` runs its macros."""

    app: ExcelApplication

    def press(self, name: str) -> None:
        self.app.run(name, Control())

    @property
    def python(self) -> list[str]:
        """The commands that Python was given, in order."""
        return str(self.app.evaluate("said")).splitlines()

    @property
    def told(self) -> list[str]:
        """The sentences of the message boxes."""
        return [text for _, text, *_ in self.app.dialogs]

    @property
    def undo_offered(self) -> tuple[str, str] | None:
        """What «Отменить» of Excel says and calls; None when nothing was set."""
        return getattr(self.app.application, "undo_offered", None)

    def pretend(self, **values: object) -> None:
        """Set what the recorder answers: answer of RunPython, settings and files there or not."""
        for name, value in values.items():
            self.app.run("Change", name, value)
