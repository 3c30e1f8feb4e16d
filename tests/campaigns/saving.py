"""Three hundred kills, and disks of every size that is too small: the book is whole each time and nothing is left over.

Run from the repository, on Linux: python -m tests.campaigns.saving [kills]
The full disks need root: they are mounted in memory and unmounted again.
"""

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from mentoring_xl.core.errors import BookError
from tests.books.saving.killing import kill_while_saving
from tests.books.saving.saving_books import NAME, add_one, leftovers, number_in, write

PAGE = 4096


def kill(folder: Path, times: int) -> None:
    """Kill a saving process at random moments; old or new state whole each time, nothing left after the next save."""
    path = folder / NAME
    write(1, path)
    chance = random.Random(2026)
    last, left = 1, 0
    for _ in range(times):
        kill_while_saving(path, chance)
        left += bool(leftovers(folder))
        now = number_in(path)
        assert now >= last, (now, last)
        last = now
    add_one(path)
    assert (number_in(path), leftovers(folder)) == (last + 1, [])
    print(f"{times} kills: {last - 1} saves between them, {left} kills left something, swept by the next save")


def fill(folder: Path) -> None:
    """Save on disks of 3 to 24 pages: kept or refused in a sentence, nothing left over."""
    full = "Книга «Книга.xlsx» не изменена. На диске нет места. Освободите место и повторите."
    said: dict[int, str] = {}
    for pages in range(3, 25):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={pages * PAGE}", "tmpfs", str(folder)], check=True)
        try:
            path = folder / NAME
            write(1, path)
            try:
                add_one(path)
            except BookError as error:
                said[pages] = str(error)
            assert said.get(pages, full) == full
            assert number_in(path) == (1 if pages in said else 2)
            assert leftovers(folder) == []
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    print(f"full disks of 3 to 24 pages: refused at {list(said)}, kept on the others")


def main() -> None:
    """Run both; an assertion names what broke the promise."""
    with tempfile.TemporaryDirectory() as folder:
        kill(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    if os.geteuid() == 0:
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder))


if __name__ == "__main__":
    main()
