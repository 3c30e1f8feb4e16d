"""What a paper looks like: a sheet of the workbook to print, or a .docx. Both are drawn from the same blocks."""
