"""The small XML parts that say what a workbook consists of: types, relationships, sheets, strings, comments."""

import posixpath
import re
from collections.abc import Mapping

from mentoring_xl.books.guard import grid
from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.limits import MAX_ELEMENTS, MAX_SPREAD
from mentoring_xl.books.guard.sentences import RefusedError
from mentoring_xl.books.guard.xml import MAIN, Budget, PiecewisePart, XmlPart

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRING_END = b"</si>"
PLAIN_STRINGS = re.compile(rb'(?:<si><t(?: xml:space="preserve")?>[^<]*</t></si>)*')
STRICT = "http://purl.oclc.org/ooxml/"


class ContentTypes(XmlPart):
    """«[Content_Types].xml»: the type of every part, by its name or else by its extension."""

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self._named: dict[str, str] = {}
        self._defaults: dict[str, str] = {}

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Keep one line of the list; two types for one part are refused."""
        for kind, key, types in (("Override", "PartName", self._named), ("Default", "Extension", self._defaults)):
            if not element.endswith(" " + kind):
                continue
            name = attributes.get(key, "").lstrip("/")
            name = name if kind == "Override" else name.lower()
            if name in types:
                raise RefusedError(say.NAMES, part=name)
            types[name] = attributes.get("ContentType", "")

    def of(self, part: str) -> str:
        """Return the part's type, empty when none is given."""
        return self._named.get(part) or self._defaults.get(posixpath.splitext(part)[1][1:].lower(), "")


class Relationships(XmlPart):
    """A «.rels» part: where one part points. Targets are names of parts; what points outside the file is left out."""

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        folder = posixpath.dirname(posixpath.dirname(name))
        self._folder = f"/{folder}"
        self.targets: dict[str, str] = {}
        self._kinds: dict[str, str] = {}

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Keep one relationship; two with one id are refused."""
        if not element.endswith(" Relationship") or attributes.get("TargetMode") == "External":
            return
        key = attributes.get("Id", "")
        if key in self.targets:
            raise RefusedError(say.NAMES, part=self.name)
        self.targets[key] = posixpath.normpath(posixpath.join(self._folder, attributes.get("Target", ""))).lstrip("/")
        self._kinds[key] = attributes.get("Type", "")

    def of(self, kind: str) -> list[str]:
        """Return the targets of one kind, «styles» for example."""
        return [self.targets[key] for key, type_ in self._kinds.items() if type_ == f"{OFFICE}/{kind}"]

    @property
    def strict(self) -> bool:
        """Whether any relationship is of the strict dialect."""
        return any(type_.startswith(STRICT) for type_ in self._kinds.values())


class Workbook(XmlPart):
    """«xl/workbook.xml»: the sheets' titles and the ids of their relationships, in order."""

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self.sheets: list[tuple[str, str]] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Keep one sheet; refuse the strict dialect and roots that are no workbook."""
        if len(self.stack) == 1 and element != f"{MAIN} workbook":
            raise RefusedError(say.STRICT) if element.startswith(STRICT) else self.unusual("это не список листов")
        if element == f"{MAIN} sheet" and self.stack[1:2] == [f"{MAIN} sheets"]:
            self.sheets.append((attributes.get("name", ""), attributes.get(f"{OFFICE} id", "")))


class SharedStrings(PiecewisePart):
    """«xl/sharedStrings.xml»: how many strings there are, however many it says there are."""

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self.count = 0

    def feed(self, data: bytes) -> None:
        """Take the next bytes: plain strings are counted by a pattern, all others go through the parser."""
        whole, mark, self.unread = (self.unread + data).rpartition(STRING_END)
        whole += mark
        if whole and self.stack == [f"{MAIN} sst"] and PLAIN_STRINGS.fullmatch(whole):
            count = whole.count(STRING_END)
            self.parse_unseen(whole, 2 * count)
            self.count += count
        else:
            self.parse(whole)
        self.relieve()

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Count one string."""
        if len(self.stack) == 1:
            self._check_root(element, attributes)
        elif len(self.stack) == 2 and element == f"{MAIN} si":
            self.count += 1

    def oddity(self) -> None:
        """Refuse what cuts a string in two for some readers."""
        if self.stack:
            raise self.unusual("вставка XML внутри строк")

    def _check_root(self, element: str, attributes: Mapping[str, str]) -> None:
        if element != f"{MAIN} sst":
            raise self.unusual("это не список строк")
        for key in ("count", "uniqueCount"):
            number = attributes.get(key, "0")
            if not (number.isascii() and number.isdigit()) or int(number[:12]) > MAX_ELEMENTS:
                raise RefusedError(say.LYING, part=self.name, cell=number[:12])


class Comments(XmlPart):
    """A part of cell comments: a comment far away makes the sheet as large as a cell there would."""

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Check one comment's address."""
        if element != f"{MAIN} comment":
            return
        address = attributes.get("ref", "")
        place = grid.cell(address)
        if not place:
            raise RefusedError(say.OUTSIDE, part=self.name, place=f"примечание {address[:20]}")
        if place[0] * place[1] > MAX_SPREAD:
            raise RefusedError(say.SPREAD, part=self.name, cell=address)
