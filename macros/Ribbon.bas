Attribute VB_Name = "Ribbon"
' Built by python -m mentoring_xl.build: change mentoring_xl/build/excel or schema/buttons, not this file.
Option Explicit

Private Const OUR_TABLES As String = "|Status|Settings|Roadmap|Staff|Mentees|Mentors|Consents|Questions|Answers|SurveyColumns|Respondents|Preferences|SurveyResults|MatchRules|Pairs|Unpaired|Programmes|Meetings|Trainings|Events|Practices|Publications|Orders|OrderLines|Texts|Declensions|Indicators|Influence|Swot|Notices|Conflicts|ChartData|Journal|"
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

Public Sub check_deadlines(control As IRibbonControl)
    If Press("check_deadlines") Then OfferUndo
End Sub

Public Sub plan_calendar(control As IRibbonControl)
    If Press("plan_calendar") Then OfferUndo
End Sub

Public Sub check_people(control As IRibbonControl)
    If Press("check_people") Then OfferUndo
End Sub

Public Sub survey_results(control As IRibbonControl)
    If Press("survey_results") Then OfferUndo
End Sub

Public Sub recalculate_pairs(control As IRibbonControl)
    If Press("recalculate_pairs") Then OfferUndo
End Sub

Public Sub pairs_map(control As IRibbonControl)
    If Press("pairs_map") Then OfferUndo
End Sub

Public Sub fill_orders(control As IRibbonControl)
    If Press("fill_orders") Then OfferUndo
End Sub

Public Sub create_programmes(control As IRibbonControl)
    If Press("create_programmes") Then OfferUndo
End Sub

Public Sub settle_conflicts(control As IRibbonControl)
    If Press("settle_conflicts") Then OfferUndo
End Sub

Public Sub check(control As IRibbonControl)
    If Press("check") Then OfferUndo
End Sub

Public Sub status(control As IRibbonControl)
    If Press("status") Then OfferUndo
End Sub

Public Sub import_roadmap(control As IRibbonControl)
    If Press("import_roadmap") Then OfferUndo
End Sub

Public Sub import_answers(control As IRibbonControl)
    If Press("import_answers") Then OfferUndo
End Sub

Public Sub accept_reply(control As IRibbonControl)
    If Press("accept_reply") Then OfferUndo
End Sub

Public Sub explain_pair(control As IRibbonControl)
    Press "explain_pair"
End Sub

Public Sub send_to_director(control As IRibbonControl)
    Press "send_to_director"
End Sub

Public Sub undo(control As IRibbonControl)
    Press "undo"
End Sub

Public Sub diagnostics(control As IRibbonControl)
    Press "diagnostics"
End Sub

Public Sub undo_last()
    Press "undo"
End Sub

' xlwings calls this with a traceback; a person gets one sentence.
Public Sub ShowError(FileName As String, Optional Message As String = "")
    Tell Ru("Python \u043D\u0435 \u0441\u043C\u043E\u0433 \u0432\u044B\u043F\u043E\u043B\u043D\u0438\u0442\u044C \u043A\u043D\u043E\u043F\u043A\u0443: \u0432\u044B\u043F\u043E\u043B\u043D\u0438\u0442\u0435 \u0432 \u0442\u0435\u0440\u043C\u0438\u043D\u0430\u043B\u0435 \u043A\u043E\u043C\u0430\u043D\u0434\u0443 mentoring-xl addin status \u0438 \u0441\u0434\u0435\u043B\u0430\u0439\u0442\u0435, \u0447\u0442\u043E \u043E\u043D\u0430 \u0441\u043A\u0430\u0436\u0435\u0442.")
End Sub

Public Function Ru(ByVal escaped As String) As String
    Dim parts() As String
    Dim index As Long
    parts = Split(escaped, "\u")
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
        Tell Ru("\u041F\u0440\u043E\u0433\u0440\u0430\u043C\u043C\u0430 \u0434\u043B\u044F \u043A\u043D\u043E\u043F\u043E\u043A \u043D\u0435 \u043D\u0430\u0439\u0434\u0435\u043D\u0430: \u0432\u044B\u043F\u043E\u043B\u043D\u0438\u0442\u0435 \u0432 \u0442\u0435\u0440\u043C\u0438\u043D\u0430\u043B\u0435 \u043A\u043E\u043C\u0430\u043D\u0434\u0443 mentoring-xl addin install \u0438 \u043F\u043E\u0432\u0442\u043E\u0440\u0438\u0442\u0435.")
    End If
    Exit Function
failed:
    ShowError ""
End Function

Private Sub OfferUndo()
    Application.OnUndo Ru("\u041E\u0442\u043C\u0435\u043D\u0438\u0442\u044C \u043F\u043E\u0441\u043B\u0435\u0434\u043D\u0435\u0435"), "'" & ThisWorkbook.Name & "'!Ribbon.undo_last"
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
        MsgBox sentence, vbExclamation, Ru("\u041D\u0430\u0441\u0442\u0430\u0432\u043D\u0438\u0447\u0435\u0441\u0442\u0432\u043E")
    #Else
        ' MsgBox shows only letters of the system's code page
        WScript.Popup sentence, 0, Ru("\u041D\u0430\u0441\u0442\u0430\u0432\u043D\u0438\u0447\u0435\u0441\u0442\u0432\u043E"), vbExclamation + vbSystemModal
    #End If
End Sub
