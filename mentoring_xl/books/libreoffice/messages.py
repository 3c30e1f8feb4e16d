"""Message boxes of the office's own toolkit."""

from __future__ import annotations

from typing import Any

from .telling import told

# com.sun.star.awt: MessageBoxButtons and MessageBoxType
_BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}
_MODES = {None: 0, "info": 1, "critical": 2}
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
_DEFAULT = {"ok": "ok", "ok_cancel": "ok", "yes_no": "yes", "yes_no_cancel": "yes"}


def ask(app: Any, prompt: str, title: str, buttons: str, mode: str | None) -> str:
    """The pressed button in lower case; without a screen the text is kept in `app.said` and nothing blocks."""
    kind, style = _MODES[mode], _BUTTONS[buttons]
    if app.headless():
        app.said.append(prompt)
        return _DEFAULT[buttons]
    with told("showing a message"):
        window = app.frame().getContainerWindow()
        box = app.service("com.sun.star.awt.Toolkit").createMessageBox(
            window, _enum(kind), style, title, prompt
        )
        answer = box.execute()
        box.dispose()
    return _ANSWERS[answer]


def _enum(kind: int) -> Any:
    from .finding import uno_module

    name = ("MESSAGEBOX", "INFOBOX", "WARNINGBOX")[kind]
    return uno_module().Enum("com.sun.star.awt.MessageBoxType", name)
