"""«Отправить директору»: the copy and its letter are prepared, shown, and handed over by one of three ways."""

from .parcel import Parcel, prepare
from .sending import hand_over
from .ways import DRAFT, OUTLOOK, SERVER, WAYS, Means, Way, chosen, server_of

__all__ = [
    "DRAFT",
    "OUTLOOK",
    "SERVER",
    "WAYS",
    "Means",
    "Parcel",
    "Way",
    "chosen",
    "hand_over",
    "prepare",
    "server_of",
]
