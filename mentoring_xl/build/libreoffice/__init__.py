"""The LibreOffice add-in."""
