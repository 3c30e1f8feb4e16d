"""An engine of xlwings for LibreOffice Calc over UNO, named "libreoffice".

It stands on xlwings and the office alone. What it does not give raises NotImplementedError with its name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlwings as xw

from .app import App
from .engine import ENGINE, NAME
from .errors import OfficeError
from .finding import uno_module
from .link import context_over, key_of, started

__all__ = ["OfficeError", "connect", "inside", "launch", "profile", "register", "uno_module"]


def register() -> None:
    """Makes the engine known to xlwings as `xw.engines["libreoffice"]`; a second call changes nothing."""
    if NAME not in [engine.name for engine in xw.engines]:
        xw.engines.add(xw.Engine(impl=ENGINE))


def inside(context: Any) -> xw.App:
    """The office whose own Python runs this, from its component context."""
    return _app(context, os.getpid())


def connect(pipe: str, *, timeout_s: float = 5.0) -> xw.App:
    """An office that listens on a pipe (`soffice --accept=pipe,name=…;urp;`); OfficeError "no-answer" otherwise."""
    return _app(context_over(pipe, timeout_s), key_of(pipe))


@contextmanager
def launch(
    *,
    headless: bool = True,
    display: str | None = None,
    profile: Path | None = None,
    pipe: str | None = None,
    timeout_s: float = 60.0,
) -> Iterator[xw.App]:
    """Starts a soffice of its own, with a profile of its own unless one is given, and ends it with the block."""
    with started(headless, display, profile, pipe, timeout_s) as (context, process):
        try:
            yield _app(context, process.pid)
        finally:
            ENGINE.apps.forget(process.pid)


def profile(app: xw.App) -> Path:
    """The folder of the settings that an office runs with, as `launch` takes it."""
    folders = app.impl.service("com.sun.star.util.PathSubstitution")
    return Path(uno_module().fileUrlToSystemPath(folders.getSubstituteVariableValue("$(user)"))).parent


def _app(context: Any, pid: int) -> xw.App:
    """The App of this office; its engine becomes the active one, or else xlwings activates no sheet."""
    register()
    xw.engines[NAME].activate()
    known = ENGINE.apps.known(pid)
    if known is None or known.context != context:
        known = App(context, pid)
    return xw.App(impl=ENGINE.apps.keep(known))
