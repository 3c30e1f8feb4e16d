"""What a column of a school's own plan holds, told by the head word of its title, not by a list of titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER, TASK, STAGE, RESPONSIBLE = "number", "task", "stage", "responsible"
DEADLINE, START, END = "deadline", "deadline_start", "deadline_end"
RESULT, STATUS, NOTE = "result", "status", "note"
_NOT_OURS, _FORM, _FACT, _REPORT, _CHECK, _NAME = "not ours", "form", "fact", "report", "check", "name"

# how words that settle the matter begin, «|» at the end for a whole word; others («планируемый») are passed over
_HEADS: dict[str, str] = {
    TASK: "мероприяти дело| дела| событи действи деятельност содержани тема| темы| тематик вопрос задач "
    "работа| работы| работ| шаг| шаги| точк повестк активност",
    STAGE: "этап стади раздел модул блок|",
    RESPONSIBLE: "ответственн ответств| отв| исполнител соисполнител организатор координатор куратор кто| кем| "
    "лицо| лица|",
    DEADLINE: "срок| сроки| сроков| дата| даты| дат| период месяц недел день| дни| число| время| когда| график| "
    "квартал| кварталы| год| годы| дедлайн",
    START: "начало| начала| началу| старт|",
    END: "окончани завершени конец| конца|",
    RESULT: "результат итог продукт документ показател индикатор критери эффект выход| выхода| подтверждени",
    STATUS: "отметк отм| статус состояни готовност исполнени выполнен сделан ход| факт|",
    NOTE: "примеч прим| комментари замечани пояснени",
    NUMBER: "№ n| no| номер пп| nn| # пункт|",
    _NOT_OURS: "участник категори класс| класса| классы| классов| возраст контингент аудитор количеств кол| числен "
    "охват параллел группа| группы| место| места| цель| цели| целей| объект предмет метод средств финансир источник "
    "объем ресурс основани подпис кого| кому| где| как| уровень| уровни| направлен причин час| часы| часов| "
    "сумма| стоимост значени единиц кабинет",
    _FORM: "форма| формы| форм|",
    _FACT: "фактическ",
    _REPORT: "отчет",
    _CHECK: "контроль| контроля| контролю| контролем| контролиру",
    _NAME: "наименовани название| названия| названий| перечень| список| что|",
}
_YEAR = re.compile(r"\d{4}(?:\s?[-–/]\s?\d{2,4})? ?(?:уч\w*\W* ?)?(?:г\b\W*|год\w*)")
_WITH_WHOM = re.compile(r"^с кем\b")
_ADDITION = re.compile(r"дополнительн\w* (?:информаци|сведени)|особ\w* отметк")
_TASKS_OF_A_KIND = re.compile(r"^направления (?:деятельност|работ|реализаци)")
_ORDER = re.compile(r"(?:(?:№+|n+|no|номер)?\W*(?:п ?[./\\]? ?п|пп)\b\W*)+")
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑\u00ad]\s*\n\s*(?=[а-яё])")
_PART = re.compile(r",|;|/|\bи\b|\bили\b")
_SPACED_OUT = re.compile(r"\w(?: \w){3,}")
_BRACKET = re.compile(r"\(([^()]*)\)?")
_WORD = re.compile(r"[^\W\d_]+|[№#]")
_SHORTEST_GUESSED = 7
_LONGEST = 300

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4}
_QUARTER = re.compile(
    r"(?:(?P<roman>i{1,3}|iv)|(?P<digit>[1-4])(?: ?-? ?\w{1,2})?|(?P<word>перв|втор|трет|четверт)\w+) ?(?:квартал|кв\b)"
)


def column_field(title: str) -> str | None:
    """Return what a column with this title holds, None when it is nothing that a roadmap keeps.

    number, task, deadline, deadline_start, deadline_end, responsible, result, status, note or stage. The first word
    that settles it is the head: «Срок реализации мероприятия» is a deadline, «Наименование этапа» a stage. Of several
    subjects joined by «и» or a comma the first one that a roadmap keeps counts: «Место и дата проведения» is a
    deadline. A quarter («II квартал») is none: see `quarter_of`. A title may be broken over lines, also in a word.
    """
    text = _smooth(title)
    if quarter_of(title) is not None:
        return None
    outside = _BRACKET.sub(" ", text)
    return _field(outside) or (None if _WORD.search(outside) else _field(" ".join(_BRACKET.findall(text))))


def quarter_of(title: str) -> int | None:
    """Return the quarter (1-4) that a column is for: «II\\nквартал\\n2013 г.» is 2; None for all other titles.

    Words of deadlines may stand around it («Сроки реализации, 1 кв.»); a task «на I квартал» is no quarter.
    """
    text = _smooth(title)
    found = _QUARTER.search(text)
    if found is None:
        return None
    rest = _WORD.findall(text[: found.start()] + " " + re.sub(r"^\w*", "", text[found.end() :]))
    if not {_role(word) for word in rest if word not in {"г", "реализации", "проведения"}} <= {DEADLINE, STATUS}:
        return None
    return _ROMAN.get(found["roman"] or "") or _ORDINALS.get(found["word"] or "") or int(found["digit"])


def _smooth(title: str) -> str:
    text = _WITH_WHOM.sub("участники", _YEAR.sub(" ", fold(_LINE_HYPHEN.sub("", title[:_LONGEST]))))
    return text.replace(" ", "") if _SPACED_OUT.fullmatch(text) else text


def _field(text: str) -> str | None:
    if _ADDITION.search(text):
        return NOTE
    if _TASKS_OF_A_KIND.search(text):
        return TASK
    order = _ORDER.match(text)
    fields = [field for field in map(_of_part, _PART.split(text[order.end() if order else 0 :])) if field]
    named = [field for field in fields if field != NUMBER]
    if {START, END} <= set(named):
        return DEADLINE
    return named[0] if named else NUMBER if fields or order else None


def _of_part(text: str) -> str | None:
    """Read one subject of a title by its head word; what follows may turn a deadline into its start or end."""
    words = _WORD.findall(text)
    roles = [role for role in map(_role, words) if role]
    if roles[:1] == [_NAME]:
        roles = roles[1:] or [TASK]
    head = roles[0] if roles else None
    if head == _FORM:
        return RESULT if {RESULT, _REPORT, END} & set(roles) else None
    if head == _REPORT:
        return STATUS if STATUS in roles else RESULT
    if head == _CHECK:
        return STATUS if _role(words[0]) == _CHECK else None
    if head == _FACT:
        return RESULT if RESULT in roles else STATUS
    if head == DEADLINE:
        return _end_of(roles, words[-1])
    return None if head == _NOT_OURS or (head == NUMBER and _NOT_OURS in roles) else head


def _end_of(roles: list[str], last: str) -> str:
    """Tell «Дата начала» and «Срок с» from «Срок окончания» and «Срок по», and what has happened from what is due."""
    if _FACT in roles or last == "факт":
        return STATUS
    starts, ends = START in roles or last in {"с", "от"}, END in roles or last in {"по", "до"}
    return DEADLINE if starts == ends else START if starts else END


@lru_cache(maxsize=1024)
def _role(word: str) -> str | None:
    """Find what a word settles; one mistyped letter in a long word is forgiven: «отвественные»."""
    return next(_matching(word), None) or _guess(word)


def _matching(word: str) -> Iterator[str]:
    for role, stems in _HEADS.items():
        for stem in stems.split():
            if word == stem[:-1] if stem.endswith("|") else word.startswith(stem):
                yield role


def _guess(word: str) -> str | None:
    from rapidfuzz.distance import OSA

    long = [(role, stem) for role, stems in _HEADS.items() for stem in stems.split()]
    for role, stem in long:
        if len(stem) < _SHORTEST_GUESSED or stem.endswith("|"):
            continue
        beginnings = (word[: len(stem) + more] for more in (-1, 0, 1))
        if any(OSA.distance(beginning, stem, score_cutoff=1) == 1 for beginning in beginnings):
            return role
    return None
