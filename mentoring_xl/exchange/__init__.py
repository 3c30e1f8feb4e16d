"""What leaves the school: the director's copy without private columns, and the letter that carries it."""

from .copy import PRIVATE_TABLES, directors_copy, plan_caption, private_columns
from .letter import draft

__all__ = ["PRIVATE_TABLES", "directors_copy", "draft", "plan_caption", "private_columns"]
