"""Whether a word goes on with a responsible or begins the next: «педагог Иванова», «Завуч Директор», «по УВР, ВР»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold

from .posts import Head, head, is_before_noun, is_short_noun, is_twofold, takes_another

if TYPE_CHECKING:
    from collections.abc import Sequence


class Word(NamedTuple):
    """A word or a person of the cell. before: the marks between it and the word before; dotted: a dot follows."""

    text: str
    start: int
    end: int
    before: str
    is_person: bool = False
    dotted: bool = False


AND = re.compile(r"\b(?:и|или)\b")
PREPOSITIONS = frozenset(
    {"по", "за", "при", "для", "с", "со", "в", "во", "на", "о", "об", "от", "из", "у", "под", "над", "к", "им", "имени"}
)
_LISTS = re.compile(
    r"учител\w*|преподавател\w*|воспитател\w*|ш?мо|рмо|рук\w*|кабинет\w*|групп\w*|педагог\w*|методист\w*"
)
_GENITIVE = re.compile(r".*[^\W\d_](?:[иыая]|ого|его|о?[ей]й|ой|[иы]х)|изо|обж|обзр|мхк|икт")
_WHOLE = re.compile(r"[^\W\d_]{3,}(?:[аеиоуыэюяйь]|[ое]в|[иы]х|[ая][мх]|[ое]м)", re.IGNORECASE)
_UNION = re.compile(r"\w*мо|\w*объединени[ея]|помощник\w*|ассистент\w*|совет\w*|клуб\w*|школ[аы]")
_PARTICIPLE = re.compile(r"\w+(?:[юуая]щ|вш)(?:ий|ая|ее|ие)(?:ся)?")
_CLASS = re.compile(r"класс\w*|кл")
_STUDENTS = re.compile(r"\d+\w?гр(?:уппа)?")
_SEVERAL_PEOPLE = frozenset({"Учителя", "Мастера", "Повара"})
_FEW = 12


def goes_on(words: Sequence[Word], at: int, group: Sequence[Word]) -> bool:
    """Tell whether a comma only lists inside one role: «учителя физики, химии», «по УВР, ВР», «5, 6 кл.»."""
    word = words[at]
    following = words[at + 1].text if at + 1 < len(words) else ""
    if word.text[0].isdigit():
        a_class = _CLASS.fullmatch(fold(following)) and head(following) is not None
        return not (a_class or _STUDENTS.fullmatch(fold(word.text)))
    folded = [fold(earlier.text) for earlier in group[-_FEW:]]
    if fold(word.text) in PREPOSITIONS or _describes(fold(word.text), folded[-1]):
        return True
    if word.text.isupper() and group[-1].text.isupper():
        return "по" in folded and head(word.text) is None
    lists = any(_LISTS.fullmatch(earlier) for earlier in folded[:-1])
    return lists and not begins(words, at, group, either=True) and bool(_GENITIVE.fullmatch(fold(word.text)))


def _describes(word: str, noun: str) -> bool:
    """Tell whether a word after a comma goes on about the noun before it: «лицо, ответственное за …»."""
    participle = _PARTICIPLE.fullmatch(word) and head(word) is None
    return bool(participle) or (noun in {"лицо", "лица"} and word.startswith("ответственн"))


def begins(words: Sequence[Word], at: int, group: Sequence[Word], *, either: bool) -> bool:
    """Tell whether a new role begins at this word.

    either: a word that may be several people or one in the genitive («учителя») begins one too.
    """
    word, last = words[at], words[at - 1]
    listed = "," in word.before or bool(AND.search(word.before))
    if not listed and (_wants_more(last) or all(is_before_noun(earlier.text) for earlier in group[:_FEW])):
        return False
    if is_before_noun(word.text) and (noun := _noun_after(words, at)):
        in_a_union = bool(_UNION.fullmatch(fold(last.text))) and "\n" not in word.before
        return listed or not in_a_union or head(noun.text) is not None
    following = words[at + 1].text if at + 1 < len(words) else ""
    if _is_cut_noun(word) and not _CLASS.match(fold(following)):
        return listed or not (_UNION.fullmatch(fold(last.text)) or takes_another(last.text))
    kind = head(word.text)
    one_in_the_genitive = kind is Head.EITHER and not either and word.text not in _SEVERAL_PEOPLE
    numbered = _CLASS.match(fold(word.text)) and last.text[-1].isdigit()
    if kind is None or one_in_the_genitive or numbered:
        return False
    joined = takes_another(last.text) or (word.text[0].islower() and is_twofold(last.text, word.text))
    return listed or not joined


def _wants_more(last: Word) -> bool:
    """Tell whether a role cannot end with this word: «по», «осуществляющие», «кл.»."""
    word = fold(last.text)
    if word in PREPOSITIONS or (_PARTICIPLE.fullmatch(word) and head(word) is None):
        return True
    return last.dotted and not is_whole(last.text) and is_before_noun(last.text)


def _noun_after(words: Sequence[Word], at: int) -> Word | None:
    """Return the noun to which the adjective at this place belongs, when it begins a role: «классные руководители»."""
    adjective = words[at].text
    for word in words[at + 1 : at + 4]:
        if word.is_person or "," in word.before or ";" in word.before:
            return None
        kind = head(word.text)
        if kind is not None or is_short_noun(word.text):
            return word if kind is None or _agree(adjective, kind) else None
        if not is_before_noun(word.text):
            return None
    return None


def _agree(adjective: str, kind: Head) -> bool:
    ending = fold(adjective)[-2:]
    if ending in {"ые", "ие", "се"}:
        return kind in {Head.MANY, Head.EITHER}
    if ending == "ой":
        return kind is Head.ONE
    return kind is not Head.MANY if ending in {"ый", "ий", "ая", "яя", "ое", "ее"} else True


def _is_cut_noun(word: Word) -> bool:
    return is_short_noun(word.text) and (word.dotted or len(word.text) == 3)


def is_whole(word: str) -> bool:
    """Tell whether a word is not cut short: a dot after it ends a sentence."""
    return bool(_WHOLE.fullmatch(word)) or head(word) is not None or word[-1] in '»"”'
