"""An archive that readers could understand differently, or that swells, is refused."""

import io
import zipfile
from pathlib import Path

import pytest

from mentoring_xl.books import guard
from mentoring_xl.core.errors import BookError
from tests.books.guard.guard_books import BOOK, SHEET, TYPES, added, by_hand, entry, good_book, packed, parts, saved

GOOD = good_book()
ENTRIES = [(name.encode(), data) for name, data in parts(GOOD).items()]
END = GOOD.rindex(b"PK\5\6")
INNER = (b"inner", b"x")
OUTER = (TYPES.encode(), entry(*INNER)[0] + b"x" * 30)


def verdict(folder: Path, data: bytes) -> str:
    with pytest.raises(BookError) as refusal:
        guard.check(saved(folder, data))
    return str(refusal.value)


def directory_entry(name: str) -> int:
    return GOOD.rindex(name.encode()) - 46


def patched(at: int, data: bytes) -> bytes:
    return GOOD[:at] + data + GOOD[at + len(data) :]


def test_an_archive_made_by_hand_passes(tmp_path: Path) -> None:
    assert guard.check(saved(tmp_path, by_hand(ENTRIES))) is None


def test_an_archive_with_64_bit_sizes_passes(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts(GOOD).items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(data)
    assert guard.check(saved(tmp_path, stream.getvalue())) is None


def test_an_archive_written_to_a_pipe_passes(tmp_path: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts(GOOD).items():
            archive.writestr(name, data)
    assert guard.check(saved(tmp_path, stream.getvalue())) is None


def test_one_wrong_byte_in_a_part_is_damage(tmp_path: Path) -> None:
    at = GOOD.index(SHEET.encode()) + len(SHEET) + 200
    assert "повреждена (часть «xl/worksheets/sheet1.xml»)" in verdict(tmp_path, patched(at, b"\xff\x00\xff"))


def test_a_part_longer_than_the_directory_says_is_damage(tmp_path: Path) -> None:
    at = directory_entry(SHEET) + 24
    size = int.from_bytes(GOOD[at : at + 4], "little")
    assert "повреждена" in verdict(tmp_path, patched(at, (size - 5).to_bytes(4, "little")))


NAMES = {
    "twice": SHEET,
    "twice but for case": "XL/Worksheets/SHEET1.xml",
    "backslashes": "xl\\media\\a.png",
    "absolute": "/xl/a.png",
    "upwards": "xl/../../a.png",
    "a drive": "C:a.png",
    "a line break": "xl/a\n.png",
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_forged_names_are_refused(tmp_path: Path, name: str) -> None:
    data = by_hand([*ENTRIES, (name.encode(), b"x")])
    assert "повторяются или подделаны имена частей" in verdict(tmp_path, data)


def test_a_name_that_differs_between_entry_and_directory_is_refused(tmp_path: Path) -> None:
    at = GOOD.index(BOOK.encode())
    assert "имена частей" in verdict(tmp_path, patched(at, b"xl/workbooq.xml"))


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    assert "закрыт паролем" in verdict(tmp_path, patched(directory_entry(SHEET) + 8, b"\1\0"))


AMBIGUOUS = {
    "data after the archive": (GOOD + b"tail", "по-разному (данные после конца архива)"),
    "data before the archive": (by_hand([(b"a", b"b")]) + GOOD, "по-разному (данные перед архивом"),
    "a comment that is an archive": (GOOD[:-2] + b"\x16\0" + by_hand([])[-22:], "по-разному (данные перед архивом"),
    "overlapping parts": (by_hand(ENTRIES, offsets=[0] * len(ENTRIES)), "по-разному (части перекрываются"),
    "a part inside another": (by_hand([OUTER, INNER], offsets=[0, 30 + len(TYPES)]), "по-разному (части перекрываются"),
    "data between parts": (by_hand(ENTRIES, between=b"PK\3\4hidden"), "между ними спрятаны данные"),
    "a wrong number of parts": (patched(END + 10, b"\1\0"), "число частей неверно"),
}


@pytest.mark.parametrize(("data", "words"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_an_archive_with_two_readings_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in verdict(tmp_path, data)


def test_a_part_that_swells_is_a_bomb(tmp_path: Path) -> None:
    assert "устроен опасно" in verdict(tmp_path, added("xl/media/image1.bmp", b"\0" * (9 << 20)))


def test_a_small_part_may_be_packed_tightly(tmp_path: Path) -> None:
    assert guard.check(saved(tmp_path, added("xl/media/image1.bmp", b"\0" * (7 << 20)))) is None


def test_too_many_parts_are_a_bomb(tmp_path: Path) -> None:
    data = by_hand([(b"%d" % number, b"") for number in range(10_001)])
    assert "слишком много частей" in verdict(tmp_path, data)


def test_an_unusual_compression_is_refused(tmp_path: Path) -> None:
    assert "необычное сжатие" in verdict(tmp_path, packed(parts(GOOD), zipfile.ZIP_BZIP2))


def test_a_stored_archive_passes(tmp_path: Path) -> None:
    assert guard.check(saved(tmp_path, packed(parts(GOOD), zipfile.ZIP_STORED))) is None


def test_a_book_without_its_list_of_types_is_an_archive(tmp_path: Path) -> None:
    content = parts(GOOD)
    del content[TYPES]
    assert "архив, а не книга" in verdict(tmp_path, packed(content))


def test_a_folder_with_content_is_refused(tmp_path: Path) -> None:
    assert "подделаны имена частей («xl/»)" in verdict(tmp_path, packed({"xl/": b"x"} | parts(GOOD)))


def test_a_second_name_for_readers_that_know_unicode_names_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        named_twice = zipfile.ZipInfo("xl/a.bin")
        named_twice.extra = b"\x75\x70\x0d\x00\x01\0\0\0\0xl/b.bin"
        archive.writestr(named_twice, b"x")
    assert "подделаны имена частей («xl/a.bin»)" in verdict(tmp_path, stream.getvalue())
