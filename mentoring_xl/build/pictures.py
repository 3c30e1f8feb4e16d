"""`python -m mentoring_xl.build.pictures [FOLDER]`: the example school after all buttons, as PNG for README."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import subprocess
import tempfile
from pathlib import Path

from mentoring_xl import session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books import office
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import Notice, Pair, StatusLine, Step, Unpaired

from .workbook import EXAMPLE_DAY, FOLDER

PICTURES = {
    "start.png": StatusLine.spec.sheet,
    "roadmap.png": Step.spec.sheet,
    "calendar.png": "Календарь плана на …",
    "summary.png": "Сводка по плану на …",
    "pairs.png": Pair.spec.sheet,
    "unpaired.png": Unpaired.spec.sheet,
    "map.png": "Карта подбора …",
    "notices.png": Notice.spec.sheet,
    "order.png": "ПРИКАЗ",
    "appendix.png": "Приложение 1",
}
"""File name → a line of the page that it shows, «…» for its rest: the first such page is taken."""

_DPI = 100


def draw_all(folder: Path) -> tuple[Path, ...]:
    """Write all pictures into the folder, made when missing; return their paths.

    Needs LibreOffice and poppler's pdftotext and pdftoppm; raises BookError or OSError without them.
    """
    with tempfile.TemporaryDirectory() as scratch:
        return draw_from(office.to_pdf(_pressed_example(Path(scratch)), Path(scratch)), folder)


def draw_from(pages: Path, folder: Path) -> tuple[Path, ...]:
    """Write the pictures of a book that already is a PDF; arguments, result and errors as in `draw_all`."""
    folder.mkdir(parents=True, exist_ok=True)
    text = _run("pdftotext", "-layout", str(pages), "-").decode()
    return tuple(_draw(pages, _page_number(text, line), folder / name) for name, line in PICTURES.items())


def _pressed_example(folder: Path) -> Path:
    book = create(folder / "example.xlsx", example_book(EXAMPLE_DAY))
    for button in BUTTONS:
        with ClosedBook.open(book) as opened:
            session.press(button, opened, dt.datetime.combine(EXAMPLE_DAY, dt.time(9)))
    return book


def _page_number(text: str, line: str) -> int:
    """Return the first page, from 1, that has a line; pages end with a form feed, as pdftotext writes them."""
    wanted = re.compile(re.escape(line).replace("…", ".*"))
    pages = enumerate(text.split("\f"), 1)
    return next(number for number, page in pages if any(wanted.fullmatch(found.strip()) for found in page.splitlines()))


def _draw(pages: Path, number: int, picture: Path) -> Path:
    one = ("-f", str(number), "-l", str(number), "-singlefile")
    _run("pdftoppm", "-png", "-r", str(_DPI), *one, str(pages), str(picture.with_suffix("")))
    return picture


def _run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def main() -> None:
    """Draw into the folder given, workbook/pictures when there is none, and name each file."""
    parser = argparse.ArgumentParser(prog="python -m mentoring_xl.build.pictures", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER / "pictures")
    for path in draw_all(parser.parse_args().folder):
        print(path)


if __name__ == "__main__":
    main()
