"""What `addin install` and `addin remove` do with the suites asked for, or with those that are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from . import excel, libreoffice, settings
from .files import delete

if TYPE_CHECKING:
    from .machine import Machine


@dataclass(frozen=True)
class Told:
    """Sentences for a person; fine: nothing in them needs a further step of his."""

    sentences: tuple[str, ...]
    fine: bool = True

    def __add__(self, other: Told) -> Told:
        return Told(self.sentences + other.sentences, self.fine and other.fine)


def install(machine: Machine, *, in_excel: bool = False, in_libreoffice: bool = False) -> Told:
    """Put the buttons into the suites asked for, without any asked for into all that are found. Raises BookError."""
    suite = libreoffice.suite(machine)
    if not in_excel and not in_libreoffice:
        in_excel, in_libreoffice = excel.version(machine) is not None, suite is not None
        if not in_excel and not in_libreoffice:
            raise BookError("Ни Excel, ни LibreOffice не найдены. Установите одну из этих программ и повторите.")
    told = Told(())
    if in_libreoffice:
        told += _into_libreoffice(machine, suite)
    if in_excel:
        told += Told(excel.install(machine))
        obstacles = excel.obstacles(machine)
        told += Told(obstacles, fine=not obstacles)
    return told


def _into_libreoffice(machine: Machine, suite: libreoffice.Suite | None) -> Told:
    if suite is None:
        raise BookError("LibreOffice не найден. Установите LibreOffice и повторите.")
    told = Told(libreoffice.install(machine, suite))
    settings.write(machine)
    misfit = libreoffice.misfit(suite)
    return told + Told((misfit,), fine=False) if misfit else told


def remove(machine: Machine, *, in_excel: bool = False, in_libreoffice: bool = False) -> Told:
    """Take away what `install` wrote, from the suites asked for or from both. Raises BookError."""
    both = not in_excel and not in_libreoffice
    sentences = []
    if in_libreoffice or both:
        suite = libreoffice.suite(machine)
        gone = suite is not None and libreoffice.remove(machine, suite)
        if delete(settings.place(machine)) or gone:
            sentences.append("Кнопки в LibreOffice удалены. Если LibreOffice открыт, закройте и откройте его.")
    if (in_excel or both) and excel.remove(machine):
        sentences.append("Кнопки в Excel удалены. Если Excel открыт, закройте и откройте его.")
    return Told(tuple(sentences) or ("Удалять нечего: кнопки не установлены.",))
