"""The settings of «Настройки»: what each means, its default, and how it is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from mentoring_xl.core.grid import as_date, as_flag, as_number
from mentoring_xl.core.table import Kind
from mentoring_xl.core.text import tidy

from .copying import TICKED, said, tick_code
from .findings.settings import S101, S102
from .tables import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.core.finding import Finding


@dataclass(frozen=True)
class Option:
    """One setting and its default, written as a person would write it."""

    code: str
    section: str
    title: str
    default: str
    kind: Kind = Kind.TEXT
    note: str = ""

    def row(self, value: str | None = None) -> Setting:
        """Return the row of «Настройки»."""
        return Setting(
            code=self.code,
            section=self.section,
            title=self.title,
            value=self.default if value is None else value,
            note=self.note,
        )


_GROUNDS = (
    "статья 351.8 Трудового кодекса Российской Федерации; "
    "распоряжение Минпросвещения России от 25.12.2019 № Р-145; "
    "письмо Минпросвещения России от 21.12.2021 № АЗ-1128/08"
)
_ZERO = "0 – показатель не считается."
_GLAD = "УУ-НП-16, УУ-МП-15, ОО-НП-13, ОО-МП-12"

TERMS = {
    "quarter_1": "1 четверть",
    "quarter_2": "2 четверть",
    "quarter_3": "3 четверть",
    "quarter_4": "4 четверть",
    "trimester_1": "1 триместр",
    "trimester_2": "2 триместр",
    "trimester_3": "3 триместр",
    "half_year_1": "1 полугодие",
    "half_year_2": "2 полугодие",
    "holidays_1": "Осенние каникулы",
    "holidays_2": "Зимние каникулы",
    "holidays_3": "Весенние каникулы",
    "holidays_4": "Летние каникулы",
    "holidays_5": "Дополнительные каникулы",
}
"""The terms and holidays of a school year: the code of the setting and its title."""

STAGES = {
    "conditions": (
        "Условия",
        "подготовка услови, создание услови, нормативн, положени, локальн, приказ о внедрени, назначение координатор, "
        "назначение куратор",
    ),
    "banks": ("Банки наставляемых и наставников", "банк, база, базы, сбор данн, сбор информаци"),
    "training": (
        "Обучение наставников",
        "обучени наставник, обучени педагог, обучени куратор, отбор и обучени, повышени квалификаци, "
        "дополнительн профессиональн",
    ),
    "pairs": (
        "Формирование пар",
        "формировани наставнич, формировани пар, закреплени, подбор пар, подбор наставник",
    ),
    "work": (
        "Работа пар",
        "работ наставнич, работ пар, ход наставнич, осуществлени работ, регулярн встреч",
    ),
    "completion": ("Завершение", "завершени, итог, поощрени, награждени"),
}
"""The stages of the programme in the order in which each needs the one before it: title, first letters of its words."""

_TERM_NOTES = {
    "quarter_1": "Первый и последний день, например «01.09–25.10.2026». Пусто – срок «1 четверть» остаётся без дат.",
    "holidays_1": "Первый и последний день, например «26.10–02.11.2026».",
}
_STAGE_NOTES = {
    "conditions": "Начала слов из названий мероприятий, через запятую: по ним проверяется порядок этапов.",
    "banks": "Прочерк «–» вместо слов – порядок этого этапа не проверять.",
}

_TICK_NOTES = {0: "«да» – включать в копию, которая уходит директору."}

OPTIONS: tuple[Option, ...] = (
    Option("school", "Школа", "Полное название школы", "", note="Стоит в приказах и на первом листе."),
    Option("school_short", "Школа", "Краткое название школы", ""),
    Option("town", "Школа", "Населённый пункт", "", note="Для приказов."),
    Option("director_post", "Школа", "Должность руководителя", "Директор"),
    Option("director", "Школа", "Фамилия, имя, отчество руководителя", "", note="Полностью, для подписи и приказов."),
    Option("director_email", "Школа", "Электронная почта руководителя", "", note="Кому пойдёт копия книги."),
    Option("curator", "Школа", "Фамилия, имя, отчество куратора", "", note="Кто отвечает за программу."),
    Option("curator_post", "Школа", "Должность куратора", ""),
    Option("period", "План", "Год плана", "", note="Календарный «2026» или учебный «2026/2027»."),
    Option("soon_days", "План", "За сколько дней предупреждать о сроке", "14", Kind.INTEGER),
    Option("week_load", "План", "Сколько мероприятий на одного в неделю – не больше", "5", Kind.INTEGER,
           "0 – не проверять."),
    Option("deputies_apart", "План", "«Заместитель директора по УР и ВР» – это две должности", "нет", Kind.FLAG,
           "«нет» – одна должность."),
    Option("six_days", "План", "Шестидневная неделя", "нет", Kind.FLAG, "«да» – суббота рабочая."),
    Option("year_ends", "Учебный год", "Последний день учебного года", "31.05",
           note="Как «31.05»; в некоторых школах 31.08."),
    *(Option(code, "Учебный год", title, "", note=_TERM_NOTES.get(code, "")) for code, title in TERMS.items()),
    *(Option(f"stage_{code}", "Этапы", title, words, note=_STAGE_NOTES.get(code, ""))
      for code, (title, words) in STAGES.items()),
    Option("mentee_age_from", "Люди", "Наставляемые – с какого возраста", "10", Kind.INTEGER),
    Option("pupil_mentor_age_from", "Люди", "Наставник-обучающийся – с какого возраста", "15", Kind.INTEGER),
    Option("pupil_mentor_age_to", "Люди", "Наставник-обучающийся – до какого возраста", "19", Kind.INTEGER),
    Option("adult_age", "Люди", "Возраст, с которого согласие даёт сам участник", "18", Kind.INTEGER),
    Option("usual_load", "Пары", "Обычное число наставляемых у педагога", "2", Kind.INTEGER,
           "Больше – предупреждение."),
    Option("group_max", "Пары", "Наибольшее число наставляемых в группе", "4", Kind.INTEGER),
    Option("mentor_experience", "Пары", "Наименьший стаж педагога-наставника, лет", "5", Kind.INTEGER),
    Option("paired_first", "Пары", "Сначала дать пару наибольшему числу людей", "да", Kind.FLAG,
           "«нет» – главное, чтобы сумма баллов была наибольшей."),
    Option("stable", "Пары", "Устойчивые пары: никто не предпочёл бы друг друга", "нет", Kind.FLAG,
           "«да» – сумма баллов может быть меньше; чего это стоит, видно в итоге."),
    Option("candidates", "Пары", "Сколько ближайших кандидатов называть", "3", Kind.INTEGER),
    Option("meeting_every", "Программы", "Регулярная встреча – раз во сколько дней", "14", Kind.INTEGER,
           "По ним «Создать программы» планирует встречи; 0 – одна встреча."),
    Option("programme_months_from", "Программы", "Программа пары – не короче, месяцев", "3", Kind.INTEGER),
    Option("programme_months_to", "Программы", "Программа пары – не длиннее, месяцев", "12", Kind.INTEGER),
    Option("order_grounds", "Приказы", "Основания приказа о закреплении пар", _GROUNDS,
           note="Через точку с запятой; проверьте по действующим актам."),
    Option("order_proposed", "Приказы", "Включать в проект приказа и предложенные пары", "да", Kind.FLAG,
           "«нет» – только согласованные."),
    Option("order_control", "Приказы", "Контроль за исполнением", "Контроль за исполнением приказа оставляю за собой."),
    Option("survey_again", "Анкеты", "Второй ответ участника на ту же анкету", "заменяет",
           note="«заменяет» прежний или «добавляется» к нему; промежуточные опросы другого дня добавляются всегда."),
    Option("pupils_10_19", "Мониторинг", "Обучающихся 10–19 лет в школе", "0", Kind.INTEGER, _ZERO),
    Option("pupils_15_19", "Мониторинг", "Обучающихся 15–19 лет в школе", "0", Kind.INTEGER, _ZERO),
    Option("satisfied_from", "Мониторинг", "«Удовлетворён» – при средней оценке от", "7", Kind.NUMBER,
           "Общего определения нет: здесь его задаёт школа."),
    Option("glad_questions", "Мониторинг", "Вопросы о том, рады ли участники", _GLAD,
           note="Коды с листа «Опросники», через запятую: кто ответил «нет», тот не удовлетворён."),
    Option("partners", "Мониторинг", "Предприятий, с которыми работает школа", "0", Kind.INTEGER, _ZERO),
    Option("first_meeting_days", "Мониторинг", "Первая встреча – не позже чем через столько дней", "10", Kind.INTEGER),
    Option("idle_days", "Мониторинг", "Перерыв между встречами – не дольше стольких дней", "21", Kind.INTEGER),
    *(Option(tick_code(*place), "Копия директору", said(*place), "нет", Kind.FLAG, _TICK_NOTES.get(number, ""))
      for number, place in enumerate(TICKED)),
    Option("copy_without", "Копия директору", "Не включать и столбцы", "",
           note="Как «Лист: столбец», через точку с запятой."),
    Option("smtp_host", "Почта", "Сервер исходящей почты (SMTP)", "",
           note="Пусто – письмо готовится черновиком. Пароль почты в книге не хранится."),
    Option("smtp_port", "Почта", "Порт сервера", "465", Kind.INTEGER, "Обычно 465 для TLS и 587 для STARTTLS."),
    Option("smtp_security", "Почта", "Защита соединения", "TLS", note="TLS или STARTTLS; без защиты почта не уходит."),
    Option("smtp_user", "Почта", "Имя входа на сервер", "", note="Пусто – адрес отправителя."),
    Option("smtp_from", "Почта", "Адрес отправителя", ""),
    Option("mail_limit", "Почта", "Наибольший размер вложения, МБ", "20", Kind.INTEGER),
)  # fmt: skip

_FITTING = {Kind.INTEGER: "целое число, 0 или больше", Kind.NUMBER: "число", Kind.FLAG: "«да» или «нет»"}
_OPTIONS = {option.code: option for option in OPTIONS}


class Settings:
    """Typed access to the rows of «Настройки»; a blank or unreadable value gives the default.

    `findings` names each unreadable value and each unknown code, at its cell, in sheet order.
    """

    def __init__(self, rows: Iterable[Setting] = ()) -> None:
        self._values: dict[str, object] = {code: _read(option, option.default) for code, option in _OPTIONS.items()}
        found: list[Finding] = []
        for row in rows:
            option = _OPTIONS.get(row.code)
            if option is None:
                found.append(S102.at(row.cell("code"), text=row.code))
                continue
            if not row.value.strip():
                continue
            value = _read(option, row.value)
            if value is None:
                kind = _FITTING[option.kind]
                found.append(S101.at(row.cell("value"), text=row.value, kind=kind, default=option.default))
            else:
                self._values[option.code] = value
        self.findings = tuple(found)

    def text(self, code: str) -> str:
        """Return a text setting, tidied."""
        return cast("str", self._values[code])

    @property
    def school(self) -> str:
        """The name of the school for the head of a page: the short one, or the full one when there is no other."""
        return self.text("school_short") or self.text("school")

    def number(self, code: str) -> float:
        """Return a number."""
        return cast("float", self._values[code])

    def whole(self, code: str) -> int:
        """Return a whole number."""
        return int(self.number(code))

    def flag(self, code: str) -> bool:
        """Return a tick."""
        return cast("bool", self._values[code])

    def date(self, code: str) -> dt.date | None:
        """Return a date, None when it is not set."""
        return as_date(self._values[code])


def title_of(code: str) -> str:
    """Return how a setting is called on the sheet."""
    return _OPTIONS[code].title


def default_rows(**values: str) -> tuple[Setting, ...]:
    """Return the rows of a new book, some of them with other values than the default."""
    return tuple(option.row(values.get(option.code)) for option in OPTIONS)


def _read(option: Option, text: str) -> object:
    match option.kind:
        case Kind.INTEGER:
            number = as_number(text)
            return number if number is not None and number.is_integer() and number >= 0 else None
        case Kind.NUMBER:
            return as_number(text)
        case Kind.FLAG:
            return as_flag(text)
        case _:
            return tidy(text)
