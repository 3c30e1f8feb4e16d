"""Processes that save one book over and over, to be killed or to compete."""

import random
import subprocess
import sys
import time
from pathlib import Path

from mentoring_xl.core.errors import BookError
from tests.books.saving.saving_books import add_one

ROOT = Path(__file__).parents[3]


def start(path: Path, times: int) -> "subprocess.Popen[str]":
    """Start a process that adds one to the book so many times; it has begun when this returns."""
    command = [sys.executable, "-m", "tests.books.saving.killing", str(path), str(times)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout
    process.stdout.readline()
    return process


def kill_while_saving(path: Path, chance: random.Random) -> None:
    """Kill a saving process at a random moment, as a power cut would."""
    process = start(path, 1_000_000)
    time.sleep(chance.uniform(0, 0.08))
    process.kill()
    process.communicate()


def main(path: Path, times: int) -> None:
    """Add one so many times; print how often it was kept and how often refused."""
    print("begun", flush=True)
    kept = refused = 0
    for _ in range(times):
        try:
            add_one(path, patience=20.0)
            kept += 1
        except BookError:
            refused += 1
    print(kept, refused)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
