"""The rules of «Настройки подбора» with their defaults: what counts, what is forbidden, what is worth a warning."""

from __future__ import annotations

from .tables import MatchRule

CRITERION, BAN, WARNING = "критерий", "запрет", "предупреждение"
REQUIRED, HIGH, MIDDLE, LOW, IGNORED = "Обязательно", "Высокий", "Средний", "Низкий", "Не учитывать"
WEIGHTS = {REQUIRED: 40.0, HIGH: 30.0, MIDDLE: 20.0, LOW: 10.0, IGNORED: 0.0}


def _criterion(code: str, value: str, title: str, note: str) -> MatchRule:
    return MatchRule(code=code, kind=CRITERION, title=title, value=value, note=note)


def _ban(code: str, title: str, note: str = "") -> MatchRule:
    return MatchRule(code=code, kind=BAN, title=title, value="да", note=note)


def _warning(code: str, title: str, note: str = "") -> MatchRule:
    return MatchRule(code=code, kind=WARNING, title=title, value="да", note=note)


MATCH_RULES: tuple[MatchRule, ...] = (
    _criterion("request", HIGH, "Запрос и компетенции",
               "Названо ли в компетенциях то, что нужно; формы слов, опечатки и близкие слова учитываются."),
    _criterion("preference", HIGH, "Выбор после групповой встречи", "1-е место – весь вес, 2-е – 0,8, 3-е – 0,6."),
    _criterion("subject", MIDDLE, "Предмет", "Есть ли общие предметы; другой предмет той же области – половина веса."),
    _criterion("experience", MIDDLE, "Стаж и категория наставника",
               "Весь вес – когда стаж больше, чем у наставляемого, на число лет из «Настроек», и категория высшая."),
    _criterion("age", MIDDLE, "Желаемый возраст или класс", "Год мимо – половина веса."),
    _criterion("time", LOW, "Время", "Сроки участия обоих и час в неделю у наставника."),
    _criterion("interests", LOW, "Интересы", "Есть ли общие интересы; близкий по смыслу – половина веса."),
    _criterion("form", IGNORED, "Форма наставничества", "Имеет смысл, когда запрет «Форма не подходит» выключен."),
    _criterion("model", LOW, "Ролевая модель", "Готов ли наставник к модели, которая нужна наставляемому."),
    _criterion("place", IGNORED, "Место", "Наставник из той же школы."),
    _criterion("previous", IGNORED, "Прежняя пара", "Эти двое уже завершили программу вместе."),
    _ban("data_consent", "Нет согласия на обработку персональных данных"),
    _ban("minor_consent", "Нет согласия законного представителя", "За несовершеннолетнего его даёт представитель."),
    _ban("mentor_agreement", "Наставник не дал согласия быть наставником"),
    _ban("inactive", "Участник приостановлен, ожидает или выбыл", "По столбцу «Статус» банков."),
    _ban("same_person", "Наставник и наставляемый – один человек"),
    _ban("veto", "Отказ «Ни за что»", "С листа «Предпочтения», с любой стороны."),
    _ban("forbidden", "«Запрет» на листе «Пары»"),
    _ban("dissolved", "Пара уже расторгалась", "По состоянию «расторгнута» на листе «Пары»."),
    _ban("duplicate", "Эти двое уже в паре", "Действующая пара второй раз не предлагается."),
    _ban("form_misfit", "Форма не подходит", "По группам обоих, желаемой форме и готовности наставника."),
    _ban("pupil_teacher", "Обучающийся – наставник педагога"),
    _ban("younger_mentor", "Наставник-обучающийся младше наставляемого", "По году рождения, без него – по классу."),
    _ban("mentee_age", "Наставляемый младше допустимого", "С какого возраста берут в программу – в «Настройках»."),
    _ban("dates", "Сроки участия не пересекаются", "По столбцам «Доступен с» и «Доступен по»."),
    _warning("superior", "Наставник – непосредственный руководитель"),
    _warning("load", "Наставляемых больше обычного", "Сколько обычно у педагога и наибольшая группа – в «Настройках»."),
    _warning("low_experience", "Стаж педагога-наставника меньше обычного", "Сколько лет – в «Настройках»."),
    _warning("mentor_age", "Возраст наставника-обучающегося вне границ", "Границы – в «Настройках»."),
)  # fmt: skip
"""Weights are points; «Обязательно» also forbids pairs that gain less than half of it, a number is a weight of its own.
A criterion without data on one side is left out of the pair's score."""
