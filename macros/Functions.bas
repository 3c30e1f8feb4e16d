Attribute VB_Name = "Functions"
' Built by python -m mentoring_xl.build: change mentoring_xl/schema/functions.py, not this file.
Option Explicit

Public Function DEADLINE_START(phrase As Variant, Optional plan As Variant = "") As Variant
    DEADLINE_START = CVErr(xlErrNA)
    #If Not Mac Then
        On Error GoTo failed
        DEADLINE_START = XLPy.CallUDF("mentoring_xl.udfs", "deadline_start", Array(phrase, plan), ActiveWorkbook, Application.Caller)
failed:
    #End If
End Function

Public Function DEADLINE_END(phrase As Variant, Optional plan As Variant = "") As Variant
    DEADLINE_END = CVErr(xlErrNA)
    #If Not Mac Then
        On Error GoTo failed
        DEADLINE_END = XLPy.CallUDF("mentoring_xl.udfs", "deadline_end", Array(phrase, plan), ActiveWorkbook, Application.Caller)
failed:
    #End If
End Function

Public Function DEADLINE_DAYS_LEFT(phrase As Variant, today As Variant, Optional plan As Variant = "") As Variant
    DEADLINE_DAYS_LEFT = CVErr(xlErrNA)
    #If Not Mac Then
        On Error GoTo failed
        DEADLINE_DAYS_LEFT = XLPy.CallUDF("mentoring_xl.udfs", "deadline_days_left", Array(phrase, today, plan), ActiveWorkbook, Application.Caller)
failed:
    #End If
End Function
