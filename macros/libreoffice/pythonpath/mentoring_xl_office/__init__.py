"""What the extension does inside LibreOffice; the standard library alone until the installed mentoring_xl is found."""
