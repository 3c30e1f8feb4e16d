"""The orders of a workbook: what is read, whom each order concerns, its paper, the marks it leaves, what is wrong."""
