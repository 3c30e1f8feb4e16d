"""Panics inside wolfxl's Rust part, which are no exceptions to Python."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Turn a panic inside wolfxl into a ValueError; a number like 89261234567 in a cell of a date format is enough.

    A panic tells of itself on the error stream of the process, past sys.stderr: until the end nothing is written there.
    """
    with ExitStack() as undo:
        with suppress(OSError):
            told = os.dup(2)
            undo.callback(os.close, told)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            undo.callback(os.close, nowhere)
            os.dup2(nowhere, 2)
            undo.callback(os.dup2, told, 2)
        try:
            yield
        except BaseException as error:
            if type(error).__module__ != "pyo3_runtime":
                raise
            raise ValueError(str(error)) from None
