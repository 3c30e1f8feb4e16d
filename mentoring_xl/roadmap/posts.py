"""The words with which a responsible begins: posts («завуч»), bodies («отдел»), groups («учителя»), words cut short."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONE_PLAIN_WORD = re.compile(r"[А-ЯЁа-яё][а-яё]{3,}[бвгджзклмнпрстфхцчшщ]")
_LONGEST = 60


class Head(enum.Enum):
    """What the first noun of a responsible tells; EITHER is several people or one in the genitive: «учителя»."""

    ONE = enum.auto()
    MANY = enum.auto()
    EITHER = enum.auto()
    BODY = enum.auto()
    GROUP = enum.auto()


_NOUNS: tuple[tuple[Head, re.Pattern[str]], ...] = tuple(
    (head, re.compile(words.replace(" ", "")))
    for head, words in (
        (
            Head.GROUP,
            r"администрация|\w*совет|комиссия|\w*группа|\w*коллектив|\w*актив|класс|отряд|штаб|клуб|кружок|команда|жюри|"
            r"бригада|дружина|собрание|\w*самоуправление|редколлегия|профком|местком|родком|консилиум|союз|молодежь|парламент",
        ),
        (
            Head.BODY,
            r"\w*отдел|\w*управление|\w*министерство|\w*департамент|\w*комитет|\w*центр|агентство|\w*учреждение|"
            r"организация|школа|гимназия|лицей|колледж|библиотека|музей|дирекция|инспекция|ассоциация|бухгалтерия|"
            r"кафедра|сектор|\w*объединение|служба|столовая|общество|прокуратура|полиция|правление|руководство",
        ),
        (
            Head.EITHER,
            r"директора|учителя|мастера|повара|доктора|профессора|лица|медсестры|группы|комиссии|администрации|службы|"
            r"школы|организации|учреждения|\w*объединения|библиотеки|команды|кафедры|бригады|управления|министерства|"
            r"общества|ассоциации|дружины|\w+[нщ]ицы",
        ),
        (
            Head.MANY,
            r"\w+(?:тели|ники|исты|логи|торы|ари|енты|анты|щики|ющиеся|ащиеся|емые)|педагоги|завучи|врачи|тренеры|"
            r"бухгалтеры|диспетчеры|инженеры|менеджеры|лидеры|волонтеры|члены|вожатые|дежурные|ответственные|заведующие|"
            r"рабочие|юнармейцы|эксперты|тьюторы|дети|классы|отделы|советы|комитеты|центры|органы|отряды|коллективы|"
            r"кружки|клубы|рукли",
        ),
        (
            Head.ONE,
            r"директор|завуч|\w*хоз|педагог|соцпедагог|\w*врач|повар|мастер|тренер|фельдшер|бухгалтер|диспетчер|инженер|"
            r"менеджер|вахтер|лидер|волонтер|шофер|член|\w*сестра|медбрат|няня|староста|\w{2,}рук|юрист|лицо|сторож|эксперт|"
            r"глава|тьютор|замдиректора|замдир|замзав|зав(?:кафедр|отдел|библ|хоз)\w*|здувр|здвр|здахч|врио|рукль|"
            r"\w+(?:тель|ник|ист|лог|тор|арь|ент|ант|[нщ]ица|щик|едующ(?:ий|ая)|емый)|вожат(?:ый|ая)|"
            r"дежурн(?:ый|ая)|ответственн(?:ый|ая)|управляющ(?:ий|ая)|рабочий|(?:уча|обучаю)щийся",
        ),
    )
)
_SHORT_NOUNS = frozenset(
    {"зам", "зав", "рук", "дир", "учит", "воспит", "восп", "преп", "препод", "нач", "спец", "инстр", "библ", "психол"}
    | {"пред", "председ", "инсп", "пед", "уч", "и о", "зд"}
)
_SHORT_ADJECTIVES = frozenset(
    {"кл", "соц", "ст", "мл", "муз", "мед", "гл", "физ", "пед", "род", "метод", "мет", "школ", "уч", "админ"}
)
_ADJECTIVE = re.compile(r"[\w-]{2,}(?:[ыои]й|[ая]я|[ое]е|[ыи]е)|все|весь|вся")
_ALSO_ADJECTIVES = re.compile(r"(?:дежурн|ответственн|рабоч)(?:ый|ий|ая|ое|ые|ие)")
_WITH_ANOTHER = re.compile(r"зам|заместител[ьи]|помощники?|и о|врио|советники?|ассистенты?|зав")
_TWOFOLD = re.compile(
    r"педагоги?|учител[ьи]|учителя|преподавател[ьи]|врачи?|мастера?|методисты?|инструкторы?|воспитател[ьи]"
)
_SECOND = re.compile(
    r"(?:организатор|психолог|логопед|дефектолог|предметник|библиотекар|методист|исполнител|наставник|куратор|"
    r"педиатр|тьютор|совместител|стажист|репетитор|преподавател|воспитател)[ьиы]?"
)


@lru_cache(maxsize=2048)
def head(word: str) -> Head | None:
    """Tell the kind of a noun with which a responsible begins; of «педагог-психолог» the first part decides."""
    parts = fold(word[:_LONGEST]).split("-")
    kinds = [next((kind for kind, nouns in _NOUNS if nouns.fullmatch(part)), None) for part in parts]
    return Head.MANY if kinds[0] is Head.EITHER and kinds[-1] is Head.MANY else kinds[0] or _glued(parts)


def _glued(parts: list[str]) -> Head | None:
    """Read «рук-ли» and «рук-ль»."""
    joined = "".join(parts)
    return Head.MANY if joined == "рукли" else Head.ONE if joined == "рукль" else None


def is_short_noun(word: str) -> bool:
    """Tell whether a cut word is a post: «зам.», «рук.», «зав»."""
    return fold(word).replace(".", " ").strip() in _SHORT_NOUNS


def is_before_noun(word: str) -> bool:
    """Tell whether a word is an adjective that may open a responsible: «старший», «кл.», «все»."""
    text = fold(word).replace(".", "")
    opens = text in _SHORT_ADJECTIVES or bool(_ALSO_ADJECTIVES.fullmatch(text))
    return opens or (bool(_ADJECTIVE.fullmatch(text)) and head(text) is None)


def takes_another(word: str) -> bool:
    """Tell whether a post belongs to the next one: «зам. директор», «и.о. завуч»."""
    return bool(_WITH_ANOTHER.fullmatch(fold(word).replace(".", " ").strip()))


def is_twofold(first: str, second: str) -> bool:
    """Tell whether two nouns side by side are one post: «педагог психолог», «учителя предметники»."""
    return bool(_TWOFOLD.fullmatch(fold(first)) and _SECOND.fullmatch(fold(second)))


def kind_of(words: Sequence[str]) -> Head | None:
    """Tell by its first noun whom a role means; None when no word is known here: «ГИБДД».

    A single unknown word in the nominative, such as «космонавт», is taken for one person.
    """
    for at, word in enumerate(words):
        kind = head(word)
        following = words[at + 1] if at + 1 < len(words) else ""
        if _ALSO_ADJECTIVES.fullmatch(fold(word)) and (head(following) or is_short_noun(following)):
            continue
        if kind is not None:
            return kind
        if is_short_noun(word):
            return Head.MANY if at and fold(words[at - 1]) == "кл" else Head.ONE
    return Head.ONE if len(words) == 1 and _ONE_PLAIN_WORD.fullmatch(words[0]) else None
