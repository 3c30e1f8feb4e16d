"""The door that every workbook passes before any parser sees it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile

from mentoring_xl.books.guard import sentences
from mentoring_xl.books.guard.archive import Archive
from mentoring_xl.books.guard.kinds import refuse_other_files, refuse_other_packages
from mentoring_xl.books.guard.limits import COLUMNS, MAX_FILE, ROWS
from mentoring_xl.books.guard.package import check_package
from mentoring_xl.books.guard.sentences import RefusedError
from mentoring_xl.books.panics import panics_as_errors
from mentoring_xl.core.errors import BookError

__all__ = ["COLUMNS", "MAX_FILE", "ROWS", "check", "present", "reading"]


def present(path: Path) -> None:
    """Raise BookError when there is no file to read at `path`, before anything is put beside it."""
    if path.is_dir():
        raise BookError(sentences.FOLDER.format(name=path.name or path))
    if not path.exists():
        short = path.name and path.with_name(f"{path.name}.xlsx").exists()
        raise BookError((sentences.NAMED_SHORT if short else sentences.MISSING).format(name=path.name))
    if not path.is_file():
        raise BookError(sentences.SPECIAL.format(name=path.name))
    if not os.access(path, os.R_OK):
        raise BookError(sentences.NO_RIGHT.format(name=path.name))


def check(path: Path) -> None:
    """Let an honest, whole, macro-free .xlsx pass.

    Every part is read to its checksum, every XML part is parsed; nothing is kept, resolved or fetched.
    Raises BookError: one Russian sentence per kind of fault, with the next step.
    """
    try:
        refuse_other_files(path)
        with path.open("rb") as stream:
            archive = Archive(stream)
            refuse_other_packages(archive)
            archive.check_layout()
            check_package(archive)
    except RefusedError as refusal:
        raise BookError(refusal.about(path.name)) from refusal
    except FileNotFoundError as error:
        raise BookError(sentences.MISSING.format(name=path.name)) from error
    except PermissionError as error:
        raise BookError(sentences.NO_RIGHT.format(name=path.name)) from error
    except OSError as error:
        raise BookError(sentences.UNREADABLE.format(name=path.name)) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what a spreadsheet parser throws over a book that passed `check` into BookError.

    Keep only the parser's own call inside: a fault of ours must not be taken for a fault of the book.
    """
    try:
        with panics_as_errors():
            yield
    except BookError:
        raise
    except (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, SyntaxError) as error:
        raise BookError(sentences.READING.format(name=path.name)) from error
    except (RecursionError, TypeError, ValueError, BadZipFile) as error:
        raise BookError(sentences.READING.format(name=path.name)) from error
