"""A new workbook drawn from the schema; it only writes, and never opens a book that exists."""

from .book import build

__all__ = ["build"]
