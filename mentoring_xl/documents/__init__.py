"""The papers of the programme as data: orders, and the cases of names and posts in them."""

from . import orders
from .declension import Gender, confirmed, decline_name, decline_post, initials
from .wording import Acts, Person, Slot, fill

__all__ = [
    "Acts",
    "Gender",
    "Person",
    "Slot",
    "confirmed",
    "decline_name",
    "decline_post",
    "fill",
    "initials",
    "orders",
]
