"""Russian words without their endings: «по математике», «математику» and «математика» become one stem."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from mentoring_xl.core.text import fold

Phrase: TypeAlias = tuple[str, ...]
"""The stems of a phrase, in order, each once."""

_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[;,\n]")
_REFLEXIVE = re.compile(r"(?<=[ьеиыуюяйхм])(?:ся|сь)$")
_SHORTEST = 3
_LONGEST = 60
"""No Russian word is longer, and comparing two words takes the product of their lengths."""

_ENDINGS = """
    ениями ениях ениям ением ению ения ение ении ений аниями аниях аниям анием анию ания ание ании аний
    ировать ирование ирования ированию ированием ировании ациями ациях ациям ацией ации ацию ация аций
    остями остях остям остью ость ости остей ывать ивать овать евать нуть ать ять ить еть уть ыть оть
    ываю иваю еваю оваю ывают ивают евают овают ают яют уют еют ят ют аю яю
    иями ьями ыми ими ями ами ого его ому ему ией ьей ьми иях ьях иям ьям ием ьем
    ая яя ую юю ое ее ые ие ый ий ой ей ым им ом ем ых их ах ях ам ям ов ев ию ия ии ью ья ье ьи
    а я о е ы и у ю ь й
"""
_LONGEST_FIRST = sorted(_ENDINGS.split(), key=len, reverse=True)
_FUNCTION_WORDS = """
    без бы во для до же за из или их как ко ли мне мой на не но об от по под при про свой со что чтобы это его ее мы
    нам который какой где когда если еще уже очень более самый весь другой
"""
_DROPPED = frozenset(_FUNCTION_WORDS.split())
_SYNONYMS = """
    учитель педагог преподаватель
    ученик обучающийся учащийся школьник
    ребенок дети
    математика алгебра геометрия матеша матем
    физкультура физра
    егэ огэ гиа экзамен
    компьютер икт цифровой информационный
    родитель семья
    время времени времен
"""
_EMPTY_WORDS = """
    помощь помочь помогать поддержка нужна нужно надо хочу хотеть подтянуть освоить разобраться справиться научиться
    научить учиться уметь умение навык опыт знание работа работать развитие повышение улучшение улучшить подготовка
    подготовить готовить подготовиться организация проведение провести проводить составление составить составлять
    ведение вести освоение вопрос проблема трудность трудно наставник наставничество разный новый различный современный
    школа школьный школьник урок класс ученик дети педагог предмет методика учебный образовательный образование
    обучение преподавание деятельность система свой любой стать быть делать сделать использовать участвовать участие
    пройти понимать понять объяснять собрать собирать снимать создать создание написание задание тема человек люди
    много мало хороший первый год играть свободный общий основной дополнительный язык
    старшеклассник девятиклассник десятиклассник одиннадцатиклассник выпускник
"""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without its ending; a synonym comes back as the stem of the first word of its group.

    The longest known ending goes, and «-ическ-» with it; at least three letters stay.
    """
    cut = _cut(fold(word))
    return _SAME.get(cut, cut)


def _cut(word: str) -> str:
    word = _REFLEXIVE.sub("", word)
    for ending in _LONGEST_FIRST:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    if word.endswith("ическ") and len(word) - len("ическ") >= _SHORTEST:
        return word.removesuffix("ическ")
    return word[:-1] if word.endswith("нн") else word


_SAME = {_cut(word): _cut(group.split()[0]) for group in _SYNONYMS.strip().splitlines() for word in group.split()}
EMPTY = frozenset(stem(word) for word in _EMPTY_WORDS.split())
"""Stems that stand in every second request or competence and say little."""


@lru_cache(maxsize=8192)
def phrase(text: str) -> Phrase:
    """Return the stems of a text without function words and single letters."""
    words = (word[:_LONGEST] for word in _WORD.findall(fold(text)) if len(word) > 1 and word not in _DROPPED)
    return tuple(dict.fromkeys(stem(word) for word in words))


def phrases(text: str) -> tuple[tuple[str, Phrase], ...]:
    """Return the items of a cell, as they are written, with their stems; items without a word fall out."""
    items = (item.strip() for item in _SEPARATORS.split(text))
    return tuple((item, found) for item in items if (found := phrase(item)))
