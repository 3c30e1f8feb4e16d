"""The buttons in Excel and LibreOffice: put in place, taken away, and examined."""
