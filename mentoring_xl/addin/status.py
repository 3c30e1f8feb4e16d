"""«Диагностика»: what is installed where, and whether anything stands in the way of the buttons."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl import __version__
from mentoring_xl.books.saving import busy
from mentoring_xl.books.saving.told import sentence
from mentoring_xl.core.errors import BookError

from . import excel, libreoffice, settings
from .shipped import XLAM, properties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .machine import Machine

_INSTALL = "выполните «mentoring-xl addin install»"


@dataclass(frozen=True)
class Line:
    """One line of the diagnosis. fine: nothing to do about it."""

    topic: str
    text: str
    fine: bool = True

    def __str__(self) -> str:
        return f"{self.topic}: {self.text}"


def diagnosis(machine: Machine, book: Path | None = None) -> tuple[Line, ...]:
    """Return the lines in reading order; a book adds who holds it. Nothing is started and nothing is changed."""
    return (*_program(machine), *_libreoffice(machine), *_excel(machine), *(_book(book) if book else ()))


def _program(machine: Machine) -> Iterator[Line]:
    yield Line("Программа", f"mentoring-xl {__version__}, xlwings {metadata.version('xlwings')}")
    yield Line("Python", f"{settings.PYTHON}, {machine.interpreter}")


def _libreoffice(machine: Machine) -> Iterator[Line]:
    suite = libreoffice.suite(machine)
    if suite is None:
        yield Line("LibreOffice", "не найден")
        return
    misfit = libreoffice.misfit(suite)
    yield Line(
        "LibreOffice", misfit or f"{suite.name}, его Python {suite.python or 'определить не удалось'}", not misfit
    )
    try:
        version, linked = libreoffice.installed(machine, suite), settings.linked(machine)
    except BookError as error:
        yield Line("Кнопки в LibreOffice", str(error), fine=False)
        return
    if version is None:
        yield Line("Кнопки в LibreOffice", f"не установлены; {_INSTALL}", fine=False)
    elif linked != settings.HOME:
        yield Line("Кнопки в LibreOffice", f"версия {version}, {_elsewhere(linked)}; {_INSTALL}", fine=False)
    else:
        yield Line("Кнопки в LibreOffice", f"установлены, версия {version}")


def _excel(machine: Machine) -> Iterator[Line]:
    version, addin = excel.version(machine), excel.addin(machine)
    if version is None:
        yield Line("Excel", "не найден")
        return
    yield Line("Excel", f"версия {version}")
    if not addin.exists():
        yield Line("Кнопки в Excel", f"не установлены; {_INSTALL}", fine=False)
        return
    yield _excel_buttons(machine, addin)
    obstacles = excel.obstacles(machine)
    yield from (Line("Макросы", text, fine=False) for text in obstacles)
    if not obstacles:
        yield Line("Макросы", "не заблокированы")


def _excel_buttons(machine: Machine, addin: Path) -> Line:
    package = excel.settings(machine).get("PACKAGE")
    linked = Path(package).parents[1] if package else None
    if linked != settings.HOME:
        return Line("Кнопки в Excel", f"{_elsewhere(linked)}; {_INSTALL}", fine=False)
    if addin.read_bytes() != machine.shipped(XLAM).read_bytes():
        return Line("Кнопки в Excel", f"от другой версии программы; {_INSTALL}", fine=False)
    return Line("Кнопки в Excel", f"установлены, версия {properties(addin).get('mentoring_xl', '')}, {addin}")


def _elsewhere(linked: Path | None) -> str:
    return f"запускают другую установку программы ({linked})" if linked else "не знают, где программа"


def _book(book: Path) -> Iterator[Line]:
    try:
        book.stat()
        who = busy(book)
    except OSError as error:
        yield Line("Книга", f"{book.name}: {sentence(error)}", fine=False)
        return
    yield Line("Книга", f"«{book.name}» открыта: {who}" if who else f"«{book.name}» никем не занята")
    if excel.marked(book):
        yield Line(
            "Книга",
            "Windows считает файл скачанным, и Excel откроет его без права правки: в свойствах файла поставьте "
            "«Разблокировать»",
            fine=False,
        )
