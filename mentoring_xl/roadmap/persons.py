"""Where a text names a person: «Иванова А.П.», «А. П. Иванова», «Иванова АП», «Иванова Анна Петровна»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.text import cyrillic

from .posts import head, is_short_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[А-ЯЁ][а-яё]+(?:\s?-\s?[А-ЯЁ]?[а-яё]+)?"
_SURNAME = rf"(?:{_NAME}|[А-ЯЁ]{{4,}})"
_INITIAL = r"[А-ЯЁ](?![а-яё])"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:[оеь]вич|ич|[оеё]вна|ична|инична)(?:\s+(?:оглы|кызы))?"
_PERSON = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?P<whole>{_NAME})\s+(?P<given>{_NAME})\s+{_PATRONYMIC}"
    rf"|(?P<first>[А-ЯЁ][а-яё]+)\s+{_PATRONYMIC}(?:\s+(?P<last>{_NAME})(?!\w|\s*[А-ЯЁ]\.))?"
    rf"|{_INITIAL}\.\s?(?:{_INITIAL}\.\s?)?(?P<after>{_SURNAME})(?!\w)"
    rf"|(?P<before>{_SURNAME})\s*(?<=\W){_INITIAL}(?:[.,]\s?{_INITIAL}\.?|\.)"
    rf"|(?P<glued>{_NAME})(?=[А-ЯЁ]\.){_INITIAL}\.\s?{_INITIAL}\.?"
    rf"|(?P<bare>{_NAME})\s+{_INITIAL}\s?{_INITIAL}(?![\w-])"
    rf")"
)
_STILL_INITIALS_FIRST = re.compile(rf"\s+(?P<after>{_NAME})(?![\w.]|\s+{_INITIAL}(?:\.|\s?{_INITIAL}\b))")
_NAMED_AFTER = re.compile(r"(?:имени|им\.?)\s*$", re.IGNORECASE)
_OFTEN_SURNAMES = re.compile(
    r"[А-ЯЁ][а-яё]*(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ская|цкая|енко|чук|юк|швили|дзе|ян)"
    r"(?:-[А-ЯЁ][а-яё]+)?"
)
_POST_OR_SURNAME = re.compile(r".*(?:ник|арь|тор|щик)", re.IGNORECASE)
_ABBREVIATIONS = frozenset(
    {"ВР", "УР", "МО", "ОО", "ОУ", "ДО", "ОП", "СВ", "ФК", "ТБ", "ОТ", "ХЧ", "АХ", "НМ", "СП", "ДК", "УМ", "ПК", "ДП"}
)


def persons(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each person stands in the text, in order: first and past-the-last character.

    A school «имени А.Н. Толстого» names nobody; a post is no surname: in «Завуч А.П. Орлова» the name begins at «А.».
    """
    like = re.sub(r"[^\W\d_]+", lambda word: cyrillic(word.group()), text)
    at = 0
    while found := _PERSON.search(like, at):
        if _is_person(found, like):
            yield found.span()
            at = found.end()
        else:
            at = _next_word(like, found.start())


def is_surname(word: str) -> bool:
    """Tell whether one word by itself is a surname by its ending: «Иванова», not «Администрация»."""
    return bool(_OFTEN_SURNAMES.fullmatch(word)) and head(word) is None


def _is_person(found: re.Match[str], text: str) -> bool:
    words = [word for name, word in found.groupdict().items() if word and name != "before"]
    if any(_is_post(word) for word in words) or _NAMED_AFTER.search(text, max(0, found.start() - 8), found.start()):
        return False
    if found["bare"]:
        initials = found.group()[len(found["bare"]) :].replace(" ", "").strip()
        return is_surname(found["bare"]) or initials not in _ABBREVIATIONS
    return not found["before"] or _stands_before_its_initials(found, text)


def _stands_before_its_initials(found: re.Match[str], text: str) -> bool:
    """Tell «Бойко А.П.» and «Мельник А.П.» from «Завуч А.П. Орлова», where the initials belong to the next word."""
    word = found["before"]
    if _is_post(word) and not _POST_OR_SURNAME.fullmatch(word):
        return False
    later = _STILL_INITIALS_FIRST.match(text, found.end())
    return later is None or _is_post(later["after"]) or is_surname(word)


def _is_post(word: str) -> bool:
    return head(word) is not None or is_short_noun(word)


def _next_word(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    return end
