"""What happens between a click in LibreOffice and the door of the package, and what is told when there is no door."""

from __future__ import annotations

from typing import Any

from . import package

TITLE = "Наставничество"


def press(context: Any, name: str) -> None:
    """Press a control on the active book. Raises nothing: what goes wrong is told in a message box."""
    try:
        package.make_ready()
        finish_typing(context)
        from mentoring_xl import ribbon
        from mentoring_xl.books import libreoffice

        ribbon.press_in(libreoffice.inside(context), name)
    except package.NotReadyError as missing:
        tell(context, str(missing))
    except Exception as error:  # noqa: BLE001 a click ends here: nobody above could tell the person
        tell(context, f"Внутренняя ошибка программы. {_recorded(error)}")


def finish_typing(context: Any) -> None:
    """Put what is being typed into its cell, as Enter would.

    The cell would keep its old value during the press otherwise, and the text typed would fall over the result after
    it. Calculating is the one call of the API, the same in every version, that takes the text first.
    """
    document = _made(context, "com.sun.star.frame.Desktop").getCurrentComponent()
    if document is not None and document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
        document.calculate()


def tell(context: Any, text: str) -> None:
    """Show a message box and wait until it is closed."""
    import uno  # type: ignore[import-not-found]

    toolkit = _made(context, "com.sun.star.awt.Toolkit")
    frame = _made(context, "com.sun.star.frame.Desktop").getCurrentFrame()
    parent = toolkit.getDesktopWindow() if frame is None else frame.getContainerWindow()
    warning = uno.Enum("com.sun.star.awt.MessageBoxType", "WARNINGBOX")
    ok = uno.getConstantByName("com.sun.star.awt.MessageBoxButtons.BUTTONS_OK")
    toolkit.createMessageBox(parent, warning, ok, TITLE, text).execute()


def _recorded(error: Exception) -> str:
    try:
        from mentoring_xl.log import record

        return f"Пришлите разработчикам файл {record(error)}."
    except (ImportError, OSError):
        return f"Выполните «{package.COMMAND}» и повторите."


def _made(context: Any, service: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(service, context)
