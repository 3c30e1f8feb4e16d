"""Columns that hold no answer but say who answered and when, told by their heads; the words «Столбцы анкет» takes."""

from __future__ import annotations

import re

from mentoring_xl.core.text import code_key, fold

NAME, SURNAME, FIRST_NAME, PATRONYMIC = "ФИО", "фамилия", "имя", "отчество"
CODE, EMAIL, CLASS, ROLE, DATE, SKIP = "код", "почта", "класс", "роль", "дата", "не загружать"
TARGETS = (NAME, SURNAME, FIRST_NAME, PATRONYMIC, CODE, EMAIL, CLASS, ROLE, DATE, SKIP)

_BY_KEY = {code_key(target): target for target in TARGETS}
_MARKS = re.compile(r"[^\w\s@-]|_")
_YOURS = re.compile(r"\b(?:укажите|введите|напишите|впишите|пожалуйста|ваш[аеиу]?|вашу|свое|свой|свою|полностью)\b")
_ASIDE = re.compile(r"[(\[].*?[)\]]")
_OTHERS = re.compile(r"\b(?:наставни|наставляем|родител|представител|куратор|руководител)")
_SAYS = (
    (DATE, r"отметка времени|(?:время|дата)(?: и время)?(?: создания| отправки| заполнения| ответа| завершения)?"
           r"(?: анкеты| формы)?|timestamp|created(?: ?at)?|create ?time|submitted(?: ?at)?|создан"),
    (EMAIL, r"(?:адрес )?(?:электронн\w+ почт\w+|e-?mail|почта)(?: участника)?|адрес почты|имя пользователя|username"
            r"|email ?address|адрес электронной почты|respondent ?email"),
    (SURNAME, r"фамилия"),
    (FIRST_NAME, r"имя"),
    (PATRONYMIC, r"отчество(?: при наличии| если есть)?"),
    (CODE, r"(?:личный |персональный )?код(?: участника| из банка| анкеты)?"),
    (CLASS, r"класс(?: группа| и буква)?|(?:в )?(?:каком|какой) (?:вы )?класс\w*(?: вы)?(?: учитесь)?"),
    (ROLE, r"роль(?: в программе| в паре| участника)?|кто вы(?: в программе| в паре)?|вы наставник или наставляемый"),
    (SKIP, r"|id|ид|n|номер(?: ответа| п п)?|п п|ip(?:-адрес| адрес)?|баллы|score|total ?score|source|user ?agent"
           r"|время (?:выполнения|начала)|uid|номер телефона|телефон"),
)  # fmt: skip
_NAME = re.compile(r"\b(?:фио|ф и о|фамили\w* и\w* ?(?:и )?(?:отчеств\w*)?|фамили\w* имя|имя (?:и )?фамили\w*"
                   r"|как вас зовут|full ?name|имя (?:и )?отчество)")  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _SAYS)
_LONGEST = 60


def service(head: str, role: str = "") -> str:
    """Return what a column says besides answers, one of TARGETS; "" when its head may be a question.

    role: whose questionnaires these are; «ФИО наставника» is the name of who answered only in those of mentors.
    """
    text = _plain(head)
    if len(text) > _LONGEST:
        return ""
    if _NAME.search(text):
        other = _OTHERS.search(text)
        return NAME if other is None or (role and role[:-2] in text) else ""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(text)), "")


def target(text: str) -> str:
    """Return a service word as TARGETS has it, however it is typed; "" for any other text."""
    return _BY_KEY.get(code_key(text), "")


def _plain(head: str) -> str:
    """Return a head folded, without marks, what stands in brackets, and the words that only ask politely."""
    text = _MARKS.sub(" ", _ASIDE.sub(" ", fold(head)))
    return " ".join(_YOURS.sub(" ", text).split()).strip(" -")
