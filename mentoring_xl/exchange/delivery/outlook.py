"""A letter in Outlook on Windows, through COM: written and shown; the person presses «Отправить» there."""

from __future__ import annotations

import importlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from mentoring_xl.exchange.letter import Letter

_MAIL_ITEM = 0
_REFUSED = "Outlook не принял письмо. Закройте его окна с вопросами и повторите или отправьте черновиком (eml)."


@dataclass(frozen=True)
class Outlook:
    """The running Outlook. application: its COM object. faults: what its calls raise."""

    application: Any
    faults: tuple[type[Exception], ...] = (OSError,)

    def compose(self, letter: Letter) -> None:
        """Write the letter and show it; BookError when Outlook refuses or the disk is full."""
        try:
            with tempfile.TemporaryDirectory(prefix="mentoring-mail-", ignore_cleanup_errors=True) as folder:
                file = Path(folder) / letter.name
                file.write_bytes(letter.attachment)
                item = self.application.CreateItem(_MAIL_ITEM)
                item.To, item.Subject, item.Body = letter.to, letter.subject, letter.text
                item.Attachments.Add(str(file))
                item.Display(False)
        except self.faults as error:
            raise BookError(_REFUSED) from error


def outlook() -> Outlook | None:
    """Return Outlook; None on other systems and where it is not installed."""
    try:
        client: Any = importlib.import_module("win32com.client")
        com: Any = importlib.import_module("pythoncom")
    except ImportError:
        return None
    try:
        return Outlook(client.Dispatch("Outlook.Application"), (OSError, com.com_error))
    except com.com_error:
        return None
