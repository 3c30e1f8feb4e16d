"""The Excel add-in: ribbon, VBA and their package, built from schema/buttons, schema/functions and xlwings.

What the add-in reads of a machine is one file of settings, written by `mentoring-xl addin install`. Its place:
%USERPROFILE%\\.mentoring-xl\\mentoring-xl.conf in the ANSI code page (Windows), or
~/Library/Containers/com.microsoft.Excel/Data/mentoring-xl.conf (Mac). Its lines are `"KEY","VALUE"`:

- INTERPRETER_WIN (Mac: INTERPRETER_MAC): the interpreter. PACKAGE: `mentoring_xl/ribbon.py` of that interpreter, by
  which VBA sees that the package is there. PYTHONPATH: empty.
- ADD_WORKBOOK_TO_PYTHONPATH: False, so that no module beside a workbook is imported.
- USE UDF SERVER: True keeps Python running between presses (Windows only; needs the xlwings DLL of the version in the
  custom property `xlwings` of mentoring.xlam beside the interpreter); False starts it anew at each press.
- SHOW CONSOLE: False.
"""
