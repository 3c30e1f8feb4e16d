"""A mentoring workbook open in Excel or LibreOffice, behind the same port as a closed file."""

from .book import LiveBook

__all__ = ["LiveBook"]
