"""Reaching an office: from inside its own process, over a pipe, or by starting one."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
import uuid
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .errors import OfficeError
from .finding import soffice, uno_module

_PAUSE_S = 0.1


def _resolved(pipe: str) -> Any:
    """The component context of the office that listens on `pipe`; None while it does not answer."""
    uno = uno_module()
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    except uno.getClass("com.sun.star.uno.Exception"):
        return None


def context_over(pipe: str, timeout_s: float, process: subprocess.Popen[bytes] | None = None) -> Any:
    """Waits until the office on `pipe` answers; OfficeError "no-answer" after `timeout_s` seconds or when it ended."""
    until = time.monotonic() + timeout_s
    while True:
        context = _resolved(pipe)
        if context is not None:
            return context
        if process is not None and process.poll() not in (None, 0):
            raise OfficeError("no-answer", f"soffice ended with code {process.returncode}")
        if time.monotonic() > until:
            raise OfficeError("no-answer", f"no office answers on the pipe {pipe!r}")
        time.sleep(_PAUSE_S)


def key_of(pipe: str) -> int:
    """Stands for the process number of an office that somebody else started."""
    return zlib.crc32(pipe.encode())


def _arguments(pipe: str, profile: Path, headless: bool) -> list[str]:
    return [
        str(soffice()),
        *(["--headless"] if headless else []),
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        f"-env:UserInstallation={profile.as_uri()}",
        f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
    ]


@contextmanager
def started(
    headless: bool, display: str | None, profile: Path | None, pipe: str | None, timeout_s: float
) -> Iterator[tuple[Any, subprocess.Popen[bytes]]]:
    """A soffice process of our own and its component context; ended when the block ends."""
    pipe = pipe or f"xlwings-{uuid.uuid4().hex}"
    # the office's Python takes its library from the first python3 it meets, which may be another one
    first = f"{soffice().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = os.environ | {"PATH": first} | ({"DISPLAY": display} if display else {})
    with tempfile.TemporaryDirectory(prefix="xlwings-office-", ignore_cleanup_errors=True) as scratch:
        arguments = _arguments(pipe, (profile or Path(scratch) / "profile").absolute(), headless)
        silent = subprocess.DEVNULL
        process = subprocess.Popen(arguments, env=environment, stdin=silent, stdout=silent, stderr=silent)
        try:
            yield context_over(pipe, timeout_s, process), process
        finally:
            _end(pipe, process)


def _end(pipe: str, process: subprocess.Popen[bytes]) -> None:
    context = _resolved(pipe) if process.poll() is None else None
    if context is not None:
        try:
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        except uno_module().getClass("com.sun.star.uno.Exception"):
            pass  # the bridge breaks while the answer is on its way
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
