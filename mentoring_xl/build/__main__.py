"""`python -m mentoring_xl.build [FOLDER]`: lays the workbooks and their reference page anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from .workbook import FOLDER, write_all


def main() -> None:
    """Build into the folder given, the repository's workbook/ when there is none, and name each file."""
    parser = argparse.ArgumentParser(prog="python -m mentoring_xl.build", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    for path in write_all(parser.parse_args().folder):
        print(path)


if __name__ == "__main__":
    main()
