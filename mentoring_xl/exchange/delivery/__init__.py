"""The ways out of the school: a mail server, Outlook, and a draft that a mail program opens."""

from .drafts import Opener, lay, open_in_suite
from .outlook import Outlook, outlook
from .smtp import Server, send

__all__ = ["Opener", "Outlook", "Server", "lay", "open_in_suite", "outlook", "send"]
