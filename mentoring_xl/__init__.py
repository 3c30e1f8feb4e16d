"""A school's mentoring programme in a workbook: deadlines, pairs and orders."""

__version__ = "0.1.0"
