"""Message boxes of the office's own toolkit."""

from __future__ import annotations

import os
import sys
from typing import Any

from .finding import uno_module
from .telling import told

# com.sun.star.awt.MessageBoxButtons
_BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}
_KINDS = {None: "MESSAGEBOX", "info": "INFOBOX", "critical": "WARNINGBOX"}
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
_DEFAULTS = {"ok": "ok", "ok_cancel": "ok", "yes_no": "yes", "yes_no_cancel": "yes"}
# com.sun.star.lang.SystemDependent
_XWINDOW = 6


def ask(app: Any, prompt: str, title: str, buttons: str, mode: str | None) -> str:
    """The pressed button in lower case; without a screen the text is kept in `app.said` and nothing blocks."""
    style = _BUTTONS[buttons]
    if not has_screen(app):
        app.said.append(prompt)
        return _DEFAULTS[buttons]
    with told("showing a message"):
        # an INFOBOX shows one button whatever is asked for
        kind = "QUERYBOX" if style > 1 else _KINDS[mode]
        toolkit = app.service("com.sun.star.awt.Toolkit")
        box = toolkit.createMessageBox(
            app.frame().getContainerWindow(),
            uno_module().Enum("com.sun.star.awt.MessageBoxType", kind),
            style,
            title,
            prompt,
        )
        answer = box.execute()
        box.dispose()
    return _ANSWERS[answer]


def has_screen(app: Any) -> bool:
    """Whether somebody can see a window of the office: on Linux a window without a handle is drawn nowhere."""
    frame = app.frame()
    if frame is None:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    with told("asking for a window"):
        handle = frame.getContainerWindow().getWindowHandle(uno_module().ByteSequence(bytes(16)), _XWINDOW)
    on_wayland = app.pid == os.getpid() and "WAYLAND_DISPLAY" in os.environ
    return on_wayland or bool(handle is not None and (handle.WindowHandle or handle.DisplayPointer))
