"""Two thousand damaged books: each is refused in a sentence, reads as it did, or two readers agree on what it says.

Run from the repository: python -m tests.campaigns.mutations [first seed] [last seed]
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.books.guard.guard_books import good_book, saved
from tests.books.guard.mutations import mutate, outcome, read


def main() -> None:
    """Print how many damages ended how; an assertion or another exception names the book that broke the promise."""
    first, last = (int(text) for text in sys.argv[1:] or ("1000", "3000"))
    with tempfile.TemporaryDirectory() as folder:
        good = good_book()
        original = read(saved(Path(folder), good))
        seen = Counter(outcome(saved(Path(folder), mutate(good, seed)), original) for seed in range(first, last))
    print(*(f"{name}: {count}" for name, count in sorted(seen.items())), sep=", ")


if __name__ == "__main__":
    main()
