"""The papers of the programme as data: orders, and the cases of names and posts in them."""

from mentoring_xl.core.page import Page

from .declension import decline_name, decline_post, initials
from .pairs_order import Curator, Heading, OrderLine, Party, pairs_order

__all__ = [
    "Curator",
    "Heading",
    "OrderLine",
    "Page",
    "Party",
    "decline_name",
    "decline_post",
    "initials",
    "pairs_order",
]
