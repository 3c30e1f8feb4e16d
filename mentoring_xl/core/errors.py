"""The one exception that a person reads."""


class BookError(Exception):
    """The place is at fault (a locked file, a missing sheet, a damaged book), not the data and not the code.

    `str(error)` is one plain Russian sentence that names the next step; it is shown as it is.
    """
