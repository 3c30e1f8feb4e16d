"""How long and how much memory the guard takes over the worst files that its limits let in or nearly let in.

Run from the repository: python -m tests.campaigns.bombs
Linux only. Prints verdict, seconds and peak memory for each; ends with 1 when a file takes more than 60 s or 1 GiB.
"""

import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.books.guard.guard_books import SHEET, STRINGS, good_book, parts

HEAD, _, TAIL = parts(good_book())[SHEET].partition(b"<sheetData>")
TAIL = TAIL[TAIL.index(b"</sheetData>") :]
STRINGS_HEAD = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
LETTERS = [chr(65 + number) for number in range(26)]
CHECK = (
    "import sys, pathlib; from mentoring_xl.books import guard; from mentoring_xl.core.errors import BookError\n"
    "try: print(guard.check(pathlib.Path(sys.argv[1])) or 'passes')\n"
    "except BookError as error: print(error)\n"
    "print(*(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)


def sheet(rows: Iterator[bytes]) -> Iterator[bytes]:
    """A sheet part in pieces."""
    yield HEAD + b"<sheetData>"
    yield from rows
    yield TAIL


def plain_rows(count: int, cell: bytes) -> Iterator[bytes]:
    """Rows of 26 cells."""
    for row in range(1, count + 1):
        cells = b"".join(b'<c r="%s%d"%s' % (letter.encode(), row, cell) for letter in LETTERS)
        yield b'<row r="%d">%s</row>' % (row, cells)


def bombs() -> Iterator[tuple[str, str, Iterator[bytes]]]:
    """Title, part and content of each file; contents are varied enough to pass the ratio."""
    noise = [b"%d" % (number * 7919 % 1000003) for number in range(200_000)]
    yield "1.5 million plain cells", SHEET, sheet(plain_rows(58_000, b"><v>12345</v></c>"))
    yield "1.5 million inline strings", SHEET, sheet(plain_rows(58_000, b' t="inlineStr"><is><t>abc</t></is></c>'))
    yield (
        "6 million empty elements",
        "xl/a.xml",
        iter([b"<a>", *(b"<b/>" * 9 + number for number in noise * 4), b"</a>"]),
    )
    yield (
        "names that never repeat",
        "xl/a.xml",
        iter([b"<a>", *(b"<b%d/>" % number for number in range(5_000_000)), b"</a>"]),
    )
    yield (
        "attributes that never repeat",
        "xl/a.xml",
        iter([b"<a>", *(b"<b c%d=''/>" % n for n in range(5_000_000)), b"</a>"]),
    )
    yield "one tag of 200 MB", "xl/a.xml", iter([b"<a b='", *(noise * 150)])
    yield "one comment of 200 MB", "xl/a.xml", iter([b"<a><!--", *(noise * 150)])
    yield "one text of 200 MB", STRINGS, iter([STRINGS_HEAD, b"<si><t>", *(noise * 150)])
    yield (
        "2.4 million strings",
        STRINGS,
        iter([STRINGS_HEAD, *(b"<si><t>%d</t></si>" % n for n in range(2_400_000)), b"</sst>"]),
    )
    yield (
        "1.6 million rich strings",
        STRINGS,
        iter([STRINGS_HEAD, *(b"<si><r><t>%d</t></r></si>" % n for n in range(1_600_000)), b"</sst>"]),
    )
    yield "a row without an end", SHEET, sheet(iter([b'<row r="1">', *(b"<x>%s</x>" % n for n in noise * 20)]))
    space = b"<a xmlns:b='" + b"u" * 1000 + b"'>"
    yield (
        "a long namespace a million times",
        "xl/a.xml",
        iter([space, *(b"<b:c%s/>" % n[:2] for n in noise * 20), b"</a>"]),
    )
    yield "a million levels", "xl/a.xml", iter(b"<a>" for _ in range(1_000_000))


def main() -> int:
    """Measure each file in a process of its own."""
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for title, part, content in bombs():
            path = Path(folder, "Книга.xlsx")
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                for name, data in parts(good_book()).items():
                    if name != part:
                        archive.writestr(name, data)
                with archive.open(part, "w") as stream:
                    for piece in content:
                        stream.write(piece)
            start = time.perf_counter()
            done = subprocess.run([sys.executable, "-c", CHECK, str(path)], capture_output=True, text=True, check=True)
            seconds = time.perf_counter() - start
            verdict, kibibytes = done.stdout.splitlines()
            memory = int(kibibytes) / 1024
            worst += seconds > 60 or memory > 1024
            print(f"{title:34} {path.stat().st_size / 2**20:5.1f} MB {seconds:5.1f} s {memory:5.0f} MiB  {verdict}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
