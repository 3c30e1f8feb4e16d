"""A question that is answered by typing, in Excel and in LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlwings as xw

_SEEN = "Знаки будут видны: проверьте, что на экран никто не смотрит."
_TEXT_TYPE = 2
_OK, _CANCEL = 1, 2
_STAR = ord("*")
_PLACE = 3
"""com.sun.star.awt.PosSize.POS"""

_WIDTH, _MARGIN, _LINE, _ROW, _BUTTON = 220, 8, 9, 14, 50
_LETTERS = 56
"""Characters of a question that fit in a line of the dialog; its sizes are in the office's map units."""


def ask_text(app: xw.App, title: str, prompt: str, secret: bool = False) -> str | None:
    """Ask for one line of text; None when the person thinks better of it, or when nobody can see a dialog.

    secret: what is typed is shown as stars; Excel cannot, and says so beforehand.
    """
    if app.engine.name == "libreoffice":
        return _in_libreoffice(app.impl, title, prompt, secret=secret)
    said = f"{prompt}\n\n{_SEEN}" if secret else prompt
    answer = app.api.InputBox(said, title, Type=_TEXT_TYPE)
    return answer if isinstance(answer, str) else None


def _in_libreoffice(app: Any, title: str, prompt: str, *, secret: bool) -> str | None:
    from mentoring_xl.books.libreoffice.telling import told

    if not app.visible:
        return None
    with told("asking for a text"):
        dialog = app.service("com.sun.star.awt.UnoControlDialog")
        dialog.setModel(_model(app, title, prompt, secret=secret))
        window = app.frame().getContainerWindow()
        dialog.createPeer(app.service("com.sun.star.awt.Toolkit"), window)
        room, size = window.getPosSize(), dialog.getPosSize()
        dialog.setPosSize((room.Width - size.Width) // 2, (room.Height - size.Height) // 3, 0, 0, _PLACE)
        dialog.getControl("text").setFocus()
        text = dialog.getControl("text").getText() if dialog.execute() == _OK else None
        dialog.dispose()
    return text


def _model(app: Any, title: str, prompt: str, *, secret: bool) -> Any:
    lines = sum(len(part) // _LETTERS + 1 for part in prompt.split("\n"))
    below = _MARGIN + lines * _LINE + _MARGIN
    buttons = below + _ROW + _MARGIN
    dialog = app.service("com.sun.star.awt.UnoControlDialogModel")
    dialog.Title, dialog.Width, dialog.Height = title, _WIDTH, buttons + _ROW + _MARGIN
    inner = _WIDTH - 2 * _MARGIN
    _insert(dialog, "FixedText", "prompt", (_MARGIN, _MARGIN, inner, lines * _LINE), Label=prompt, MultiLine=True)
    _insert(dialog, "Edit", "text", (_MARGIN, below, inner, _ROW), EchoChar=_STAR if secret else 0)
    right = _WIDTH - _MARGIN - _BUTTON
    for name, label, kind, left in (("ok", "ОК", _OK, right - _BUTTON - _MARGIN), ("no", "Отмена", _CANCEL, right)):
        place = (left, buttons, _BUTTON, _ROW)
        _insert(dialog, "Button", name, place, Label=label, PushButtonType=kind, DefaultButton=kind == _OK)
    return dialog


def _insert(dialog: Any, kind: str, name: str, place: tuple[int, int, int, int], **properties: object) -> None:
    """Put a control into a dialog. place: left, top, width, height."""
    model = dialog.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    model.PositionX, model.PositionY, model.Width, model.Height = place
    for key, value in properties.items():
        setattr(model, key, value)
    dialog.insertByName(name, model)
