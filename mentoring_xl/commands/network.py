"""The command `pairs-network`: pairs and groups as a picture to hang up, to send or to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .base import DONE, answer, book_argument, command
from .writing import write

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from mentoring_xl.matching.picturing.network import Picture

    from .base import Commands

_HELP = "нарисовать пары и группы: звёзды с наставником посередине, люди без пары, свободные места"
_FILE = "куда записать: .pdf, .png или .svg; большая школа – на нескольких страницах"
_BEGINNINGS = {"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<?xml"}


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "pairs-network", _HELP, _run)
    book_argument(parser)
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help=_FILE)


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.actions.network import READS, pairs_network
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.session import read

    kind = _kind(options.file)
    with ClosedBook.open(options.book) as book:
        picture = pairs_network(read(book, READS), now.date())
    paths = _written(options.file, kind, picture) if picture.stars else ()
    with answer():
        if not paths:
            print("Рисовать нечего: пар ещё нет. Выполните recalculate-pairs и повторите.")
        for path in paths:
            print(f"Картинка записана: {path}")
        if paths:
            print(picture.caption)
    return DONE


def _kind(path: Path) -> str:
    kind = path.suffix.lower().removeprefix(".")
    if kind not in _BEGINNINGS:
        raise BookError(
            f"«{path.name or path}» – не картинка. Дайте файлу имя с окончанием .pdf, .png или .svg и повторите."
        )
    return kind


def _written(path: Path, kind: str, picture: Picture) -> tuple[Path, ...]:
    """Write the files, several pictures with their numbers."""
    from mentoring_xl.matching.picturing.drawing import draw

    files = draw(picture, kind)
    paths = (path,) if len(files) == 1 else tuple(path.with_stem(f"{path.stem} {n}") for n in range(1, len(files) + 1))
    write(dict(zip(paths, files, strict=True)), _BEGINNINGS[kind], "картинка")
    return paths
