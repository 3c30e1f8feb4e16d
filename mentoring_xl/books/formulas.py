"""Formulas as a worksheet part writes them: carried to another cell, or written out where cells share one."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import index

if TYPE_CHECKING:
    from collections.abc import Container

CELL = re.compile(r"<c\b[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
PLACE = re.compile(r'\br="([A-Z]+)(\d+)"')
_FORMULA = re.compile(r"<f\b([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_SHARED = re.compile(r'\st="shared"')
_GROUP = re.compile(r'\ssi="(\d+)"')
_REF = re.compile(r'\sref="[^"]*"')


class Formulas:
    """The formulas of a worksheet part as it was before any change."""

    def __init__(self, xml: str) -> None:
        """xml: the part without a prefix."""
        self._masters: dict[str, tuple[str, str]] = {}
        for cell in CELL.finditer(xml) if _SHARED.search(xml) else ():
            formula, place = _FORMULA.search(cell.group()), PLACE.search(cell.group())
            if formula and place and formula[2] and (group := _shared_group(formula)):
                self._masters[group] = f"{place[1]}{place[2]}", formula[2]

    def carried(self, cell: str, place: str) -> str:
        """Return a cell as it reads at another place; its formula refers to what lies beside it there."""
        origin = PLACE.search(cell)
        if origin is None:
            return cell
        cell = PLACE.sub(f'r="{place}"', cell, count=1)
        return _FORMULA.sub(lambda formula: self._carried(formula, f"{origin[1]}{origin[2]}", place), cell, count=1)

    def written_out(self, xml: str, taken: Container[tuple[int, int]]) -> str:
        """Return the part with every formula written out whose group has lost its first cell to these places."""
        lost = {group for group, (place, _) in self._masters.items() if _place(place) in taken}

        def write_out(cell: re.Match[str]) -> str:
            formula, place = _FORMULA.search(cell.group()), PLACE.search(cell.group())
            if not formula or not place or _shared_group(formula) not in lost:
                return cell.group()
            here = f"{place[1]}{place[2]}"
            return _FORMULA.sub(lambda found: self._carried(found, here, here), cell.group(), count=1)

        return CELL.sub(write_out, xml) if lost else xml

    def _carried(self, formula: re.Match[str], origin: str, place: str) -> str:
        attributes, text = formula[1], formula[2] or ""
        if (group := _shared_group(formula)) in self._masters:
            origin, text = self._masters[group]
            attributes = _GROUP.sub("", _SHARED.sub("", _REF.sub("", attributes)))
        elif _REF.search(attributes):
            attributes = _REF.sub(f' ref="{place}"', attributes)
        return f"<f{attributes}>{_translated(text, origin, place)}</f>"


def _shared_group(formula: re.Match[str]) -> str:
    group = _GROUP.search(formula[1]) if _SHARED.search(formula[1]) else None
    return group[1] if group else ""


def _translated(text: str, origin: str, place: str) -> str:
    if origin == place:
        return text
    from openpyxl.formula.translate import Translator

    formula: str = Translator(f"={html.unescape(text)}", origin=origin).translate_formula(place)
    return html.escape(formula[1:], quote=False)


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), index(letters) + 1
