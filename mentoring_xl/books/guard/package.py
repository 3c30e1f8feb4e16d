"""What makes an archive a workbook: one list of sheets, each sheet there, and nothing that runs."""

import posixpath

from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.archive import Archive
from mentoring_xl.books.guard.parts import Comments, ContentTypes, Relationships, SharedStrings, Workbook
from mentoring_xl.books.guard.rows import PlainRows
from mentoring_xl.books.guard.sentences import RefusedError
from mentoring_xl.books.guard.sheet import Sheet
from mentoring_xl.books.guard.xml import Budget, XmlPart

TYPES = "[Content_Types].xml"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
BOOK_TYPE = f"{SPREADSHEET}.sheet.main+xml"
OTHER_TYPES = (
    ("sheet.binary.macroenabled", say.BINARY),
    ("macroenabled", say.MACROS),
    ("vbaproject", say.MACROS),
    ("macrosheet", say.MACROS),
    ("spreadsheetml.template.main", say.TEMPLATE),
    ("wordprocessingml.document.main", say.DOCUMENT),
    ("presentationml.presentation.main", say.DOCUMENT),
)
DTD = (b"<!DOCTYPE", b"<!ENTITY")


class Package:
    """The parts of one archive; each is read once, the ones that name the others first."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._budget = Budget()
        self._unread = set(archive.parts)
        self._types = ContentTypes(TYPES, self._budget)

    def check(self) -> None:
        """Read every part; raises RefusedError at the first fault."""
        self._read(self._types)
        self._refuse_other_types()
        book = self._book_name()
        links = self._links(book)
        workbook = Workbook(book, self._budget)
        self._read(workbook)
        sheets = self._sheet_names(workbook, links)
        self._check_fixed_places(links)
        strings = self._count_strings(links)
        plain = PlainRows(strings)
        for name in sheets:
            self._read(Sheet(name, self._budget, strings, plain))
        for name in sorted(self._unread):
            self._read_other(name)

    def _refuse_other_types(self) -> None:
        types = {self._types.of(part).lower() for part in self._unread}
        for mark, sentence in OTHER_TYPES:
            if any(mark in type_ for type_ in types):
                raise RefusedError(sentence)
        if any(part.lower().endswith("vbaproject.bin") for part in self._unread):
            raise RefusedError(say.MACROS)

    def _book_name(self) -> str:
        links = self._links("")
        if links.strict:
            raise RefusedError(say.STRICT)
        books = links.of("officeDocument")
        typed = [part for part in self._unread if self._types.of(part) == BOOK_TYPE]
        if not books or not typed:
            raise RefusedError(say.NO_SHEETS)
        if books != typed:
            raise RefusedError(say.AMBIGUOUS, what="два списка листов")
        return books[0]

    def _links(self, part: str) -> Relationships:
        folder, name = posixpath.split(part)
        links = Relationships(posixpath.join(folder, "_rels", f"{name}.rels"), self._budget)
        self._read(links)
        return links

    def _sheet_names(self, workbook: Workbook, links: Relationships) -> list[str]:
        """Return the sheets' parts; titles and parts must be there, once each."""
        titles = [title.casefold() for title, _ in workbook.sheets]
        parts = [links.targets.get(key, "") for _, key in workbook.sheets]
        if not parts:
            raise RefusedError(say.NO_SHEETS)
        for part in parts:
            if part not in self._unread:
                raise RefusedError(say.DAMAGED, part=part or workbook.name)
        if len(set(titles)) < len(titles) or len(set(parts)) < len(parts) or not all(titles):
            raise workbook.unusual("листы повторяются")
        return parts

    def _check_fixed_places(self, links: Relationships) -> None:
        """Refuse styles and strings that one reader finds by type or by place and another by relationship."""
        for kind in ("styles", "sharedStrings"):
            place = f"xl/{kind}.xml"
            targets = links.of(kind)
            typed = [part for part in self._unread if self._types.of(part) == f"{SPREADSHEET}.{kind}+xml"]
            if targets != typed or targets not in ([], [place]) or (not targets and place in self._unread):
                raise RefusedError(say.UNUSUAL, part=place, what="место части")

    def _count_strings(self, links: Relationships) -> int:
        count = 0
        for name in links.of("sharedStrings"):
            strings = SharedStrings(name, self._budget)
            self._read(strings)
            count += strings.count
        return count

    def _read(self, part: XmlPart) -> None:
        if part.name not in self._unread:
            raise RefusedError(say.DAMAGED, part=part.name)
        self._unread.remove(part.name)
        for chunk in self._archive.chunks(part.name):
            self._budget.spend(size=len(chunk))
            part.feed(chunk)
        part.close()

    def _read_other(self, name: str) -> None:
        """Prove the checksum of a part that holds no cells, and its syntax if it is XML."""
        type_ = self._types.of(name)
        if "/comments" in name.lower() or type_ == f"{SPREADSHEET}.comments+xml":
            self._read(Comments(name, self._budget))
        elif name.lower().endswith((".xml", ".rels")) or (type_.endswith("+xml") and "vml" not in type_):
            self._read(XmlPart(name, self._budget))
        else:
            self._read_plain(name)

    def _read_plain(self, name: str) -> None:
        end = b""
        for chunk in self._archive.chunks(name):
            # old drawings (.vml) are XML that Excel itself writes with faults: only what parsers fear is looked for
            if name.lower().endswith(".vml") and any(mark in end + chunk for mark in DTD):
                raise RefusedError(say.ENTITIES, part=name)
            end = chunk[-16:]


def check_package(archive: Archive) -> None:
    """Read every part of `archive` once; raises RefusedError at the first fault."""
    Package(archive).check()
