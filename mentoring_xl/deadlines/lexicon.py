"""The words of Russian deadlines in all their forms, each with its role in a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from .plan import TermKind
from .roles import Lexeme, Role

# the value of «ежемесячный» beside 0 of «ежемесячно»
ADJECTIVE = 1
# the value of a word after which a date is but a name: «ул. 8 Марта»
STREET = 1
_ADJECTIVE = "ый ий ой ая яя ое ее ого его ому ему ым им ом ем ую юю ые ие ых их ыми ими"
_SOFT_ADJECTIVE = f"{_ADJECTIVE} ей"
_MASCULINE = "_ а у ом ем е ы и ов ев ам ами ах"
_FEMININE = "а ы и е у ой _ ам ами ах"
_SOFT = "я и е ю ей ь ям ями ях"
_NEUTER = "о а у ом е ам ами ах"
_QUARTERS, _TRIMESTERS = TermKind.QUARTER.value, TermKind.TRIMESTER.value
_HALF_YEARS, _HOLIDAYS = TermKind.HALF_YEAR.value, TermKind.HOLIDAYS.value
_IE = "ие ия ию ием ии ий иям иями иях ье ья ью ьем ьи"

_MONTHS = (
    ("январ", "_ ь я ю ем е", "янв янва"),
    ("феврал", "_ ь я ю ем е", "фев февр февра"),
    ("март", "_ а у ом е", "мар"),
    ("апрел", "_ ь я ю ем е", "апр апре"),
    ("ма", "й я ю ем е", ""),
    ("июн", "_ ь я ю ем е", ""),
    ("июл", "_ ь я ю ем е", ""),
    ("август", "_ а у ом е", "авг"),
    ("сентябр", "_ ь я ю ем е", "сен сент сентя сентяб"),
    ("октябр", "_ ь я ю ем е", "окт октя октяб"),
    ("ноябр", "_ ь я ю ем е", "ноя нояб"),
    ("декабр", "_ ь я ю ем е", "дек декаб"),
)
MONTH_STEMS = tuple(stem for stem, _, _ in _MONTHS if len(stem) > 2)

_WEEKDAYS = (
    ("понедельник", "_ а у ом е и ов", "понедельникам", "пн пон понед"),
    ("вторник", "_ а у ом е и ов", "вторникам", "вт втор"),
    ("сред", "а у ы е ой", "средам", "ср"),
    ("четверг", "_ а у ом е и ов", "четвергам", "чт четв"),
    ("пятниц", "а у ы е ей", "пятницам", "пт пят пятн"),
    ("суббот", "а у ы е ой", "субботам", "сб суб субб"),
    ("воскресен", "ье ья ью ьем ие ия", "воскресеньям", "вс вск воскр"),
)

_THIRD_ORDINAL = "ий ья ье ьего ьей ьему ьим ьем ью ьи ьих"
_ORDINALS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
    "шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_COUNTS = (
    "один одна одно одну одного одной|два две двух двумя|три трех тремя|четыре четырех|пять пяти|шесть шести|"
    "семь семи|восемь восьми|девять девяти|десять десяти|одиннадцать одиннадцати|двенадцать двенадцати|"
    "тринадцать тринадцати|четырнадцать четырнадцати|пятнадцать пятнадцати|шестнадцать|семнадцать|восемнадцать|"
    "девятнадцать|двадцать двадцати"
)

# role, value, then «stem endings» groups; a group without endings is a word by itself
_GROUPS: tuple[tuple[Role, int, tuple[tuple[str, str], ...]], ...] = (
    (Role.ORDINAL, -1, (("последн", _SOFT_ADJECTIVE), ("посл", ""))),
    (Role.ORDINAL, 1, (("перв", ""),)),
    (Role.ORDINAL, 30, (("тридцат", _ADJECTIVE),)),
    (Role.COUNT, 30, (("тридцать", ""), ("тридцати", ""))),
    (Role.YEAR, 0, (("год", _MASCULINE), ("г", "_ г"), ("гг", ""), ("гда", ""))),
    (Role.UNIT_MONTH, 0, (("месяц", _MASCULINE), ("мес", ""), ("месячн", _ADJECTIVE))),
    (Role.WEEK, 0, (("недел", _SOFT), ("нед", ""), ("недельн", _ADJECTIVE))),
    (Role.DAY, 0, (("день", ""), ("дн", "я ю ем е и ей ям ями ях _"), ("дневн", _ADJECTIVE))),
    (Role.DAY, 0, (("сутк", "и ам ах"), ("суток", ""))),
    (Role.HOUR, 0, (("час", "_ а у ом ов ы"), ("ч", ""))),
    (Role.MINUTE, 0, (("минут", "_ а ы"), ("мин", ""))),
    (Role.DATES, 0, (("числ", _NEUTER), ("чисел", ""))),
    (Role.DECADE, 0, (("декад", _FEMININE),)),
    (Role.HALF, 0, (("половин", _FEMININE),)),
    (
        Role.HALF_YEAR,
        _HALF_YEARS,
        (("полугоди", "е я ю ем и й ях"), ("полуг", ""), ("полугод", ""), ("полгода", ""), ("пол", "")),
    ),
    (Role.QUARTER, 0, (("квартал", _MASCULINE), ("кв", ""), ("кварт", ""))),
    (Role.TERM, _QUARTERS, (("четверт", "ь и ью ей ях"),)),
    (Role.TERM, _TRIMESTERS, (("триместр", "_ а у ом е ы ов ах"),)),
    (Role.TERM, _HALF_YEARS, (("семестр", "_ а у ом е ы ов ах"),)),
    (Role.TERM, _HOLIDAYS, (("каникул", "ы _ ах ами"), ("каникулярн", _ADJECTIVE))),
    (Role.TERM, 0, (("смен", "а ы е у"),)),
    (Role.TERMS, _QUARTERS, (("четверт", "ям"),)),
    (Role.TERMS, _TRIMESTERS, (("триместр", "ам"),)),
    (Role.TERMS, _HALF_YEARS, (("семестр", "ам"), ("полугоди", "ям"))),
    (Role.TERMS, _HOLIDAYS, (("каникул", "ам"),)),
    (Role.TERMS, 0, (("месяц", "ам"), ("недел", "ям"), ("квартал", "ам"), ("дн", "ям"))),
    (Role.SEASON, 3, (("весн", "а ы е у ой"), ("весенн", _SOFT_ADJECTIVE))),
    (Role.SEASON, 6, (("лет", "о у ом е"), ("летн", _SOFT_ADJECTIVE))),
    (Role.SEASON, 9, (("осен", "ь и ью"), ("осенн", _SOFT_ADJECTIVE))),
    (Role.SEASON, 12, (("зим", "а ы е у ой"), ("зимн", _SOFT_ADJECTIVE))),
    (Role.EDGE, 1, (("начал", _NEUTER), ("вначале", ""), ("нач", ""))),
    (Role.EDGE, 2, (("середин", _FEMININE), ("сер", ""))),
    (Role.EDGE, 3, (("конец", ""), ("конц", "а у ом е"), ("вконце", ""), ("кон", ""))),
    (Role.FROM, 0, (("с", ""), ("со", ""))),
    (Role.SINCE, 0, (("начиная", ""),)),
    (Role.ABOUT, 0, (("от", ""), ("на", ""))),
    (Role.TO, 0, (("по", ""),)),
    (Role.UNTIL, 0, (("до", ""),)),
    (Role.BY, 0, (("к", ""), ("ко", ""))),
    (Role.IN, 0, (("в", ""), ("во", ""))),
    (Role.AND, 0, (("и", ""), ("или", ""), ("либо", ""), ("также", ""))),
    (Role.NOT, 0, (("не", ""),)),
    (Role.LATER, 0, (("позднее", ""), ("позже", ""))),
    (Role.EARLIER, 0, (("ранее", ""), ("раньше", ""))),
    (Role.THAN, 0, (("чем", ""), ("нежели", ""))),
    (Role.RARER, 0, (("реже", ""), ("менее", ""), ("более", ""), ("чаще", ""))),
    (Role.AFTER, 0, (("после", ""),)),
    (Role.AHEAD, 0, (("за", ""),)),
    (Role.HENCE, 0, (("через", ""), ("спустя", ""))),
    (Role.DURING, 0, (("течен", "ие ии ия"), ("теч", ""), ("протяжен", "ии ие"))),
    (Role.DURING, 1, (("втечен", "ие ии"),)),
    (Role.WHOLE, 0, (("весь", ""), ("вс", "его ей ю ем"), ("цел", _ADJECTIVE), ("кругл", _ADJECTIVE))),
    (Role.SCHOOL, 0, (("учебн", _ADJECTIVE), ("уч", ""), ("учеб", ""), ("академическ", _ADJECTIVE))),
    (Role.CALENDAR, 0, (("календарн", _ADJECTIVE), ("финансов", _ADJECTIVE))),
    (
        Role.CURRENT,
        0,
        (("текущ", _SOFT_ADJECTIVE), ("тек", ""), ("нынешн", _SOFT_ADJECTIVE), ("сего", ""), ("этого", "")),
    ),
    (Role.CURRENT, 0, (("данн", _ADJECTIVE),)),
    (Role.NEXT, 1, (("следующ", _SOFT_ADJECTIVE), ("будущ", _SOFT_ADJECTIVE), ("предстоящ", _SOFT_ADJECTIVE))),
    (Role.PERIOD, 0, (("период", _MASCULINE), ("срок", _MASCULINE), ("время", ""), ("времени", ""))),
    (Role.COURSE, 0, (("реализац", "ия ии ию"), ("действия", ""), ("исполнения", ""), ("выполнения", ""))),
    (Role.EACH, 0, (("кажд", _ADJECTIVE),)),
    (Role.TIMES, 0, (("раз", "_ а"), ("р", ""))),
    (Role.TWICE, 0, (("дважды", ""), ("трижды", ""), ("однократно", ""))),
    (Role.DOCUMENT, 0, (("план", _MASCULINE), ("график", _MASCULINE), ("приказ", _MASCULINE))),
    (Role.DOCUMENT, 0, (("расписан", _IE), ("распоряжен", _IE), ("положен", _IE), ("постановлен", _IE))),
    (Role.DOCUMENT, 0, (("программ", _FEMININE), ("циклограмм", _FEMININE), ("карт", _FEMININE))),
    (Role.DOCUMENT, 0, (("договор", _MASCULINE), ("регламент", _MASCULINE), ("протокол", _MASCULINE))),
    (Role.DOCUMENT, 0, (("порядк", "а у ом е и"), ("порядок", ""), ("календар", "ь я ю ем е"))),
    (Role.DOCUMENT, 0, (("письм", _NEUTER), ("писем", ""), ("закон", _MASCULINE), ("схем", _FEMININE))),
    (Role.DOCUMENT, 0, (("медиаплан", _MASCULINE),)),
    (Role.CITE, 0, (("согласно", ""), ("соответств", _IE), ("установл", ""), ("установленн", _ADJECTIVE))),
    (Role.CITE, 0, (("утвержденн", _ADJECTIVE), ("определенн", _ADJECTIVE), ("указанн", _ADJECTIVE))),
    (Role.CITE, 0, (("предусмотренн", _ADJECTIVE), ("соотв", ""))),
    (Role.OCCASION, 1, (("перед", ""), ("накануне", ""), ("итогам", ""), ("результатам", ""))),
    (Role.OCCASION, 1, (("истечен", _IE), ("момента", ""))),
    (Role.OCCASION, 3, (("окончан", _IE), ("завершен", _IE))),
    (Role.OCCASION, 0, (("мере", ""), ("необходимост", "и ь"), ("случае", ""), ("запрос", _MASCULINE))),
    (
        Role.OCCASION,
        0,
        (("требован", _IE), ("согласован", _IE), ("утвержден", _IE), ("поступлен", _IE), ("заявк", "е ам и")),
    ),
    (Role.OCCASION, 0, (("возможности", ""), ("готовности", ""), ("факту", ""), ("ходе", ""), ("процессе", ""))),
    (Role.OCCASION, 0, (("при", ""), ("рамках", ""), ("приглашени", "ю и я"), ("вызову", ""), ("обращени", "ю и я"))),
    (Role.WORKING, 0, (("рабоч", _SOFT_ADJECTIVE), ("учебно", ""), ("банковск", _ADJECTIVE))),
    (Role.ROUGHLY, 0, (("ориентировочно", ""), ("примерно", ""), ("приблизительно", ""), ("около", ""))),
    (Role.ROUGHLY, 0, (("предварительно", ""), ("предположительно", ""))),
    (Role.NUMBERED, 0, (("каб", ""), ("кабинет", _MASCULINE), ("ауд", ""), ("аудитори", "я и ю"))),
    (Role.NUMBERED, 0, (("п", ""), ("пункт", _MASCULINE), ("корпус", _MASCULINE), ("этаж", ""), ("тел", ""))),
    (Role.NUMBERED, 0, (("сп", ""), ("санпин", ""), ("гост", ""))),
    (Role.NUMBERED, STREET, (("ул", ""), ("улиц", "а ы е у"), ("им", ""), ("имени", ""))),
    (Role.NUMBERED, 0, (("стать", "я и е"), ("ст", ""), ("раздел", ""), ("приложени", "е я ю"))),
)

_HABITS = (
    "ежедневн еженедельн ежемесячн ежеквартальн ежегодн ежечетвертн ежесменн постоянн регулярн систематическ "
    "периодическ поквартальн помесячн понедельн непрерывн круглогодичн бессрочн"
)


_Entry = tuple[Lexeme, list[str]]


def _forms(stem: str, endings: str) -> list[str]:
    """Join a stem with each ending; «_» is the empty ending."""
    return [stem + ending.strip("_") for ending in endings.split() or ["_"]]


def _calendar_words() -> Iterator[_Entry]:
    """Yield the forms of months, weekdays, ordinal and cardinal numbers."""
    for number, (stem, endings, short) in enumerate(_MONTHS, 1):
        yield Lexeme(Role.MONTH, number), _forms(stem, endings) + short.split()
    for number, (stem, endings, plural, short) in enumerate(_WEEKDAYS, 1):
        yield Lexeme(Role.WEEKDAY, number), _forms(stem, endings) + short.split()
        yield Lexeme(Role.WEEKDAYS, number), [plural]
    for number, stem in enumerate(_ORDINALS.split(), 1):
        yield Lexeme(Role.ORDINAL, number), _forms(stem, _THIRD_ORDINAL if stem == "трет" else _ADJECTIVE)
    for number, words in enumerate(_COUNTS.split("|"), 1):
        yield Lexeme(Role.COUNT, number), words.split()


def _all_words() -> Iterator[_Entry]:
    """Yield every form of every word; of two entries for one form the first counts."""
    yield from _calendar_words()
    for role, value, groups in _GROUPS:
        lexeme = Lexeme(role, value)
        for stem, endings in groups:
            yield lexeme, _forms(stem, endings)
    for stem in _HABITS.split():
        yield Lexeme(Role.HABIT), [stem + "о", stem + "и"]
        yield Lexeme(Role.HABIT, ADJECTIVE), _forms(stem, _ADJECTIVE)


def _first_meaning() -> dict[str, Lexeme]:
    """Build the dictionary form → lexeme."""
    words: dict[str, Lexeme] = {}
    for lexeme, forms in _all_words():
        for form in forms:
            words.setdefault(form, lexeme)
    return words


WORDS = _first_meaning()


@cache
def beginnings() -> frozenset[str]:
    """Give the words and all their beginnings; made when the first broken word is looked for."""
    found = set[str]()
    for word in WORDS:
        size = len(word)
        while size and word[:size] not in found:
            found.add(word[:size])
            size -= 1
    return frozenset(found)
