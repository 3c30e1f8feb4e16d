"""Formulas as Excel writes them against the office's own grammar: separators, sheets, TRUE and FALSE."""

from __future__ import annotations

import re
from collections.abc import Collection

_PIECES = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[{}])""")
_SHEET_OF_EXCEL = re.compile(r"([^\W\d][\w.]*)!(?=[$A-Za-z#])")
_SHEET_OF_OFFICE = re.compile(r"\$?([^\W\d]\w*)\.(?=\$?[A-Za-z]{1,3}\$?[0-9]|#REF!)")
_TRUTH = re.compile(r"(?<![\w.])(TRUE|FALSE)(?![\w.(!])", re.IGNORECASE)
_TRUTH_CALL = re.compile(r"(?<![\w.])(TRUE|FALSE)\(\)")
_PREFIX = re.compile(r"_xl(?:fn|ws)\.(?:_xlws\.)?")


def to_office(formula: str) -> str:
    """ "=IF(Лист1!A1>0,"a,b",TRUE)" as "=IF($'Лист1'.A1>0;"a,b";TRUE())"."""
    made, depth = [], 0
    pieces = _PIECES.split(formula)
    for index, piece in enumerate(pieces):
        if piece in "{}" and index % 2:
            depth += 1 if piece == "{" else -1
            made.append(piece)
        elif index % 2:
            sheet = piece[0] == "'" and pieces[index + 1].startswith("!")
            made.append(f"${piece}" if sheet else piece)
        else:
            follows_sheet = index > 0 and pieces[index - 1][0] == "'" and piece.startswith("!")
            made.append(_plain_to_office("." + piece[1:] if follows_sheet else piece, depth > 0))
    return "".join(made)


def _plain_to_office(text: str, inside_array: bool) -> str:
    if inside_array:
        return text.replace(";", "|").replace(",", ";")
    text = _PREFIX.sub("", text).replace(",", ";")
    text = _SHEET_OF_EXCEL.sub(lambda match: f"$'{match[1]}'.", text)
    return _TRUTH.sub(lambda match: match[1].upper() + "()", text)


def to_excel(formula: str, sheets: Collection[str]) -> str:
    """The other way; `sheets` are the names of the book's sheets, to tell them from functions with a dot."""
    made, depth = [], 0
    pieces = _PIECES.split(formula)
    for index, piece in enumerate(pieces):
        if piece in "{}" and index % 2:
            depth += 1 if piece == "{" else -1
            made.append(piece)
        elif index % 2:
            made.append(piece)
        else:
            after_sheet = index > 0 and pieces[index - 1][0] == "'" and piece.startswith(".")
            before_sheet = index + 2 < len(pieces) and pieces[index + 2].startswith(".") and pieces[index + 1][0] == "'"
            text = "!" + piece[1:] if after_sheet else piece
            made.append(_plain_to_excel(text.removesuffix("$") if before_sheet else text, depth > 0, sheets))
    return "".join(made)


def _plain_to_excel(text: str, inside_array: bool, sheets: Collection[str]) -> str:
    if inside_array:
        return text.replace(";", ",").replace("|", ";")
    text = text.replace(";", ",")
    text = _SHEET_OF_OFFICE.sub(lambda match: f"{match[1]}!" if match[1] in sheets else match[0], text)
    return _TRUTH_CALL.sub(r"\1", text)
