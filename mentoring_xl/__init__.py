"""A school's mentoring programme in a workbook: deadlines, pairs and orders."""
