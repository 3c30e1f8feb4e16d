"""One XML part fed to expat in pieces: well-formed, without a DTD, and no larger in any direction than a book needs."""

from collections.abc import Mapping
from xml.parsers import expat

from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.limits import (
    MAX_ATTRIBUTES,
    MAX_CELLS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_NAMES,
    MAX_NAMESPACE,
    MAX_TEXT,
    MAX_TOKEN,
    MAX_XML,
)
from mentoring_xl.books.guard.sentences import RefusedError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ENCODINGS = ("utf-8", "us-ascii", "ascii")


class Budget:
    """What the parts of one book may still hold together."""

    def __init__(self) -> None:
        self._bytes = MAX_XML
        self._elements = MAX_ELEMENTS
        self._cells = MAX_CELLS
        self._covered = MAX_CELLS

    def spend(self, *, size: int = 0, elements: int = 0, cells: int = 0, covered: int = 0) -> None:
        """Count bytes of XML, elements, cells, and cells under merges and links; raises RefusedError at the limit."""
        self._bytes -= size
        self._elements -= elements
        self._cells -= cells
        self._covered -= covered
        if self._bytes < 0 or self._elements < 0 or self._cells < 0 or self._covered < 0:
            raise RefusedError(say.TOO_LARGE, what="слишком много ячеек или текста")


class XmlPart:
    """A parser that keeps nothing but the path to the open element; subclasses look at what they need.

    Names are «namespace name» with one space between; the root of `stack` is the document element.
    """

    def __init__(self, name: str, budget: Budget) -> None:
        self.name = name
        self.budget = budget
        self.stack: list[str] = []
        self._foreign = name.startswith("customXml/")
        self._text_length = 0
        self._fed = 0
        self._names: dict[str, str] = {}
        self._parser = expat.ParserCreate(namespace_separator=" ", intern=self._names)
        self._parser.buffer_text = True
        self._listen()
        self._parser.StartDoctypeDeclHandler = self._refuse_entities
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartNamespaceDeclHandler = self._namespace
        self._parser.CommentHandler = lambda text: self.oddity()
        self._parser.ProcessingInstructionHandler = lambda target, data: self.oddity()
        self._parser.StartCdataSectionHandler = self.oddity

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the part; raises RefusedError at the first fault."""
        self.parse(data)

    def close(self) -> None:
        """Take the end of the part; raises RefusedError when it comes too early."""
        self.parse(b"", final=True)

    def parse(self, data: bytes, *, final: bool = False) -> None:
        """Hand bytes to the parser as they are."""
        if not self._fed and data.startswith((b"\xff\xfe", b"\xfe\xff")):
            self._declared("", "utf-16", 0)
        try:
            self._parser.Parse(data, final)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise RefusedError(say.DAMAGED, part=self.name) from error
        self._fed += len(data)
        if self._fed - self._parser.CurrentByteIndex > MAX_TOKEN:
            raise RefusedError(say.BOMB, what="метка или примечание XML без конца")
        if len(self._names) > MAX_NAMES:
            raise RefusedError(say.BOMB, what="слишком много разных имён")

    def parse_unseen(self, data: bytes, elements: int) -> None:
        """Hand over bytes that are known to hold so many elements, all of them whole: only their syntax is proved."""
        self.budget.spend(elements=elements)
        self._parser.StartElementHandler = self._parser.EndElementHandler = self._parser.CharacterDataHandler = None
        self.parse(data)
        self._listen()

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Look at an element that opens; it is already the last of `stack`."""

    def end(self, element: str) -> None:
        """Look at an element that closes; it is still the last of `stack`."""

    def text(self, text: str) -> None:
        """Look at text inside the last element of `stack`."""

    def oddity(self) -> None:
        """Look at a comment, a processing instruction or a CDATA section inside the last element of `stack`."""

    def unusual(self, what: str) -> RefusedError:
        """Return the refusal for something that readers understand differently."""
        return RefusedError(say.UNUSUAL, part=self.name, what=what)

    def _listen(self) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self.stack.append(element)
        self._text_length = 0
        if len(self.stack) > MAX_DEPTH or len(attributes) > MAX_ATTRIBUTES:
            raise RefusedError(say.BOMB, what="слишком глубокая вложенность или слишком много свойств")
        self.budget.spend(elements=1)
        self.start(element, attributes)

    def _end(self, element: str) -> None:
        self.end(element)
        self.stack.pop()
        self._text_length = 0

    def _text(self, text: str) -> None:
        self._text_length += len(text)
        if self._text_length > MAX_TEXT and not self._foreign:
            raise RefusedError(say.BOMB, what="слишком длинный текст")
        self.text(text)

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if not self._foreign and encoding and encoding.lower() not in ENCODINGS:
            raise self.unusual("кодировка")

    def _namespace(self, prefix: str | None, address: str | None) -> None:
        if address and len(address) > MAX_NAMESPACE:
            raise RefusedError(say.BOMB, what="слишком длинное имя")

    def _refuse_entities(self, *declaration: object) -> None:
        raise RefusedError(say.ENTITIES, part=self.name)


class PiecewisePart(XmlPart):
    """A part that looks at whole rows or strings; `unread` is the piece that has begun and not ended yet."""

    def __init__(self, name: str, budget: Budget) -> None:
        super().__init__(name, budget)
        self.unread = b""

    def relieve(self) -> None:
        """Hand an overlong piece to the parser, so that `unread` never grows past one token."""
        if len(self.unread) > MAX_TOKEN:
            self.parse(self.unread)
            self.unread = b""

    def close(self) -> None:
        """Take the last piece and the end of the part."""
        self.parse(self.unread)
        super().close()
