"""`python -m mentoring_xl.build [FOLDER]`: builds anew what is committed – the workbooks and the add-ins."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import workbook
from .excel import addin
from .libreoffice import extension

ROOT = Path(__file__).resolve().parents[2]
BUILDERS = (("workbook", workbook.write_all), ("macros", addin.write_all), ("macros", extension.write_all))
"""Folder of the repository → what writes its files."""


def main() -> None:
    """Build into folders of the one given, the repository when there is none, and name each file."""
    parser = argparse.ArgumentParser(prog="python -m mentoring_xl.build", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT)
    root = parser.parse_args().folder
    for name, write_all in BUILDERS:
        for path in write_all(root / name):
            print(path)


if __name__ == "__main__":
    main()
