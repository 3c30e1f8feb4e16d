"""How a book is stored: the office's filter for each kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .errors import OfficeError
from .finding import uno_module
from .telling import changed

_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xltx": "Calc MS Excel 2007 XML Template",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".html": "HTML (StarCalc)",
}


def properties(**values: Any) -> tuple[Any, ...]:
    """The values as com.sun.star.beans.PropertyValue structs."""
    uno = uno_module()
    made = []
    for name, value in values.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def filter_name(path: Path) -> str:
    """The filter for the ending of a file's name; ValueError for an unknown ending."""
    try:
        return _FILTERS[path.suffix.lower()]
    except KeyError:
        raise ValueError(f"the office engine does not save {path.suffix!r} files") from None


def store(book: Any, path: str | None, password: str | None) -> None:
    """Saves under the book's own path, or under `path` from then on; a book never saved goes to the working folder.

    OfficeError "read-only" when the book may not be written.
    """
    document = book.document
    if path is None and document.hasLocation():
        if document.isReadonly():
            raise OfficeError("read-only", "the book is open for reading only")
        with changed("saving the book", document):
            document.store()
        return
    target = Path.cwd() / (path or f"{document.Title}.xlsx")
    asked: dict[str, Any] = {"FilterName": filter_name(target), "Overwrite": True}
    if password:
        asked["Password"] = password
    with changed("saving the book", document):
        document.storeAsURL(target.as_uri(), properties(**asked))
