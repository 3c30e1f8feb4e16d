"""Answers as JSON: a list of forms, each a list of [question, answer] pairs (Yandex Forms) or an object by questions;
or «columns» beside «answers», as the API of Yandex Forms gives them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.decoding import decoded
from mentoring_xl.surveys.importing import sentences
from mentoring_xl.surveys.importing.source import Sheet, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_DIGITS = 15
_LABELS = ("text", "label", "value", "name", "title", "question")


def read(data: bytes, name: str) -> Sheet | None:
    """Return the answers, None when there are none; columns stand in the order in which they first come."""
    try:
        found = json.loads(decoded(data) or "", parse_int=_number)
    except (ValueError, RecursionError) as error:
        raise sentences.refusal(sentences.BROKEN, name) from error
    forms = [dict(_pairs(form)) for form in _forms(found)]
    heads = tuple(dict.fromkeys(head for form in forms for head in form))
    return sheet_of(name, (heads, *([form.get(head) for head in heads] for form in forms))) if heads else None


def _number(digits: str) -> object:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _forms(found: Any) -> Iterable[Any]:
    """Return the forms of a whole file: itself a list, or the list in it under whatever name."""
    if isinstance(found, list):
        if found and all(isinstance(row, list) and all(_is_plain(cell) for cell in row) for row in found):
            return [list(zip(map(str, found[0]), row, strict=False)) for row in found[1:]]
        return found
    if not isinstance(found, dict):
        return ()
    heads = [_plain(column) for column in found.get("columns") or ()]
    lists = [value for name, value in found.items() if name != "columns" and isinstance(value, list)]
    rows = max(lists, key=len, default=[])
    return [_headed(heads, row) for row in rows] if heads else rows


def _headed(heads: list[object], row: Any) -> Any:
    """Put the heads of «columns» to the values of a row, which stand in the same order."""
    if not isinstance(row, dict) or not isinstance(row.get("data"), list):
        return row
    own = [(name, value) for name, value in row.items() if name != "data"]
    return [*own, *zip(map(str, heads), row["data"], strict=False)]


def _pairs(form: Any) -> Iterator[tuple[str, object]]:
    """Yield the questions and answers of one form."""
    if isinstance(form, dict) and isinstance(form.get("answers"), list | dict):
        yield from ((str(name), _plain(value)) for name, value in form.items() if name != "answers")
        yield from _pairs(form["answers"])
    elif isinstance(form, dict):
        yield from ((str(name), _plain(value)) for name, value in form.items())
    elif isinstance(form, list):
        for item in form:
            if isinstance(item, list | tuple) and len(item) == 2:
                yield str(_plain(item[0])), _plain(item[1])
            elif isinstance(item, dict) and len(item) == 1:
                yield from _pairs(item)
            elif isinstance(item, dict):
                head = next((item[name] for name in ("question", "label", "title", "name") if name in item), None)
                said = next((item[name] for name in ("answer", "value", "values", "text") if name in item), None)
                yield str(_plain(head)), _plain(said)


def _plain(value: Any) -> object:
    """Return what a value says: choices of a list on lines of their own, an object by what it is called."""
    if isinstance(value, list):
        said = [str(part) for part in map(_plain, value) if part is not None]
        return "\n".join(said) or None
    if isinstance(value, dict):
        named = next((value[name] for name in _LABELS if value.get(name) not in (None, "")), None)
        return _plain(named)
    return value


def _is_plain(value: Any) -> bool:
    return not isinstance(value, list | dict)
