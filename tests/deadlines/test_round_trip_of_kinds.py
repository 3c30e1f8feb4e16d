"""Phrases of every kind put together from building blocks: stretches, habits, ties and slips are read back."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.deadlines import Deadline, parse

MONTH_NAMES = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
OF_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
IN_MONTHS = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
SHORT_MONTHS = "янв. фев. мар. апр. май июнь июль авг. сен. окт. ноя. дек."
WEEK = "понедельник вторник среда четверг пятница суббота воскресенье"
NOMINATIVE, GENITIVE, LOCATIVE, SHORT = (names.split() for names in (MONTH_NAMES, OF_MONTHS, IN_MONTHS, SHORT_MONTHS))
WEEKDAYS = WEEK.split()
ROMAN = ("I", "II", "III", "IV")
YEARS, MONTHS = st.integers(2000, 2050), st.integers(1, 12)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31))
DASHES = st.sampled_from(["-", " - ", "–", " – ", " — "])
YEAR_WORDS = st.sampled_from(["", "г", "г.", " г.", " года"])


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _seen(read: Deadline) -> tuple[str, dt.date | None, dt.date | None]:
    return read.kind, read.start, read.end


@settings(deadline=None)
@given(YEARS, MONTHS, YEAR_WORDS, st.sampled_from(["{0} ", "в {1} ", "{2} ", "в течение {3} ", "{0} месяц "]))
def test_a_month_is_read_back(year: int, month: int, year_word: str, form: str) -> None:
    at = month - 1
    text = form.format(NOMINATIVE[at], LOCATIVE[at], SHORT[at], GENITIVE[at]) + f"{year}{year_word}"
    assert _seen(parse(text)) == ("month", dt.date(year, month, 1), _last(year, month))


@settings(deadline=None)
@given(YEARS, MONTHS, YEAR_WORDS)
def test_a_month_in_figures_is_read_back(year: int, month: int, year_word: str) -> None:
    assert _seen(parse(f"{month:02}.{year}{year_word}")) == ("month", dt.date(year, month, 1), _last(year, month))


@settings(deadline=None)
@given(YEARS, MONTHS, st.integers(1, 4), st.sampled_from(["{} неделя", "{}-я неделя", "{}-ая нед."]))
def test_a_week_of_a_month_is_read_back(year: int, month: int, number: int, form: str) -> None:
    read = parse(f"{form.format(number)} {GENITIVE[month - 1]} {year}")
    first = dt.date(year, month, 7 * number - 6)
    assert _seen(read) == ("interval", first, first + dt.timedelta(days=6))
    assert read.approximate


THIRDS = [("начало", 1, 10), ("середина", 11, 20), ("конец", 21, None), ("I декада", 1, 10), ("вторая декада", 11, 20)]


@settings(deadline=None)
@given(YEARS, MONTHS, st.sampled_from([*THIRDS, ("первая половина", 1, 15), ("2-я половина", 16, None)]))
def test_a_part_of_a_month_is_read_back(year: int, month: int, part: tuple[str, int, int | None]) -> None:
    words, first, last = part
    end = dt.date(year, month, last) if last else _last(year, month)
    read = parse(f"{words} {GENITIVE[month - 1]} {year} г.")
    assert _seen(read) == ("interval", dt.date(year, month, first), end)


@settings(deadline=None)
@given(YEARS, st.integers(1, 4), st.sampled_from(["{} квартал", "{} кв."]), st.booleans(), YEAR_WORDS)
def test_a_quarter_is_read_back(year: int, number: int, form: str, roman: bool, year_word: str) -> None:
    text = form.format(ROMAN[number - 1] if roman else number) + f" {year}{year_word}"
    assert _seen(parse(text)) == ("interval", dt.date(year, 3 * number - 2, 1), _last(year, 3 * number))


@settings(deadline=None)
@given(YEARS, st.sampled_from(["{0}/{1}", "{0}-{1} учебный год", "{0}–{1} уч. г.", "в течение {0}/{1} уч. года"]))
def test_a_school_year_is_read_back(year: int, form: str) -> None:
    read = parse(form.format(year, year + 1))
    assert _seen(read) == ("interval", dt.date(year, 9, 1), dt.date(year + 1, 5, 31))


@settings(deadline=None)
@given(YEARS, st.integers(0, 20), st.sampled_from(["{0} - {1} гг.", "{0}–{1} годы", "с {0} по {1} год"]))
def test_a_range_of_years_is_read_back(year: int, more: int, form: str) -> None:
    read = parse(form.format(year, year + more))
    assert _seen(read) == ("interval", dt.date(year, 1, 1), dt.date(year + more, 12, 31))


@settings(deadline=None)
@given(YEARS, MONTHS, st.integers(1, 4), st.integers(0, 6))
def test_a_weekday_of_a_month_is_read_back(year: int, month: int, number: int, weekday: int) -> None:
    read = parse(f"{number}-й {WEEKDAYS[weekday]} {GENITIVE[month - 1]} {year} г.")
    day = [
        day for day in range(1, 32) if day <= _last(year, month).day and dt.date(year, month, day).weekday() == weekday
    ]
    assert _seen(read) == ("date", dt.date(year, month, day[number - 1]), dt.date(year, month, day[number - 1]))


@settings(deadline=None)
@given(DAYS, st.sampled_from([" в 10.30", ", 14-00", " 9.00 ч.", " (15:45)", " с 10-00 до 12-00", ", 14 ч. 30 мин."]))
def test_a_time_of_day_beside_a_date_changes_nothing(day: dt.date, time: str) -> None:
    assert _seen(parse(f"{day:%d.%m.%Y}{time}")) == ("date", day, day)


@settings(deadline=None)
@given(DAYS, st.integers(0, 6), st.sampled_from(["{0} ({1})", "{1}, {0}", "{0} {1}"]))
def test_a_weekday_beside_a_date_is_checked(day: dt.date, weekday: int, form: str) -> None:
    read = parse(form.format(f"{day:%d.%m.%Y}", WEEKDAYS[weekday]))
    assert _seen(read) == ("date", day, day)
    assert [problem.kind for problem in read.problems] == ["weekday_contradicts"] * (weekday != day.weekday())


@settings(deadline=None)
@given(DAYS, st.sampled_from(["с {}", "начиная с {}", "не ранее {}", "не раньше {} г."]))
def test_an_open_beginning_is_read_back(day: dt.date, form: str) -> None:
    assert _seen(parse(form.format(f"{day:%d.%m.%Y}"))) == ("interval", day, None)


@settings(deadline=None)
@given(YEARS, MONTHS, st.sampled_from(["до конца", "к концу", "до окончания", "не позднее конца"]))
def test_the_end_of_a_month_as_a_limit_is_read_back(year: int, month: int, limit: str) -> None:
    assert _seen(parse(f"{limit} {GENITIVE[month - 1]} {year} г.")) == ("until", None, _last(year, month))


@settings(deadline=None)
@given(DAYS, st.integers(1, 200), DASHES)
def test_a_reversed_range_has_no_dates_and_its_place_is_right(end: dt.date, days: int, dash: str) -> None:
    start = end + dt.timedelta(days=days)
    span = f"{start:%d.%m.%Y}{dash}{end:%d.%m.%Y}"
    read = parse("Сбор заявок: " + span)
    assert _seen(read) == ("interval", None, None)
    assert [(problem.kind, problem.begin, problem.text) for problem in read.problems] == [("reversed", 13, span)]


@settings(deadline=None)
@given(YEARS, st.lists(MONTHS, min_size=2, max_size=5, unique=True), st.sampled_from([", ", "; ", "\n", " и "]))
def test_a_list_of_months_is_read_back(year: int, months: list[int], joint: str) -> None:
    months = sorted(months)
    read = parse(joint.join(NOMINATIVE[month - 1] for month in months) + f" {year} г.")
    assert read.members == tuple((dt.date(year, month, 1), _last(year, month)) for month in months)
    assert _seen(read) == ("interval", dt.date(year, months[0], 1), _last(year, months[-1]))


HABITS_LINES = """
ежедневно
еженедельно
ежемесячно
ежеквартально
ежегодно
постоянно
каждый понедельник
каждую вторую среду
1 раз в месяц
2 раза в год
не реже 1 раза в квартал
раз в полугодие
дважды в год
1 раз в 2 недели
1 раз/мес
по понедельникам и средам
до 25 числа каждого месяца
10 числа ежемесячно
последняя пятница месяца
в конце каждой четверти
по четвертям
каждые 2 недели
1 раз в четверть
"""
TIES_LINES = """
за 10 дней до начала аттестации
не позднее 3 рабочих дней после издания приказа
через неделю после назначения
в течение 5 дней со дня подачи заявления
по мере необходимости
по факту поступления
осенние каникулы
1 четверть
в конце учебного года
после педсовета
в день проведения
по запросу
в трёхдневный срок
по окончании четверти
"""
REFERENCES_LINES = """
по отдельному плану
по графику
согласно приказу от 15.09.2023 № 45
в соответствии с планом работы на 2024 год
в установленном порядке
по расписанию, утверждённому министерством
по плану ВШК
согласно графику ВПР 2024 года
"""
HABITS, TIES, REFERENCES = (lines.strip().splitlines() for lines in (HABITS_LINES, TIES_LINES, REFERENCES_LINES))
PLANS = st.sampled_from([None, "2023", "2023/2024", "2021-2024"])


@pytest.mark.parametrize("phrase", HABITS)
def test_a_habit_keeps_its_words_and_has_no_dates(phrase: str) -> None:
    read = parse(phrase.capitalize(), "2023/2024")
    assert _seen(read) == ("recurring", None, None)
    assert read.recurrence == phrase.replace("/", " в ")


@settings(deadline=None)
@given(st.sampled_from(HABITS), DAYS, st.integers(1, 900))
def test_a_habit_between_two_dates_keeps_them_as_its_bounds(phrase: str, start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days=days)
    read = parse(f"{phrase} с {start:%d.%m.%Y} по {end:%d.%m.%Y}")
    assert _seen(read) == ("recurring", start, end)


@settings(deadline=None)
@given(st.sampled_from(TIES), PLANS)
def test_a_tie_to_an_event_has_no_dates(phrase: str, plan: str | None) -> None:
    assert _seen(parse(phrase, plan)) == ("relative", None, None)


@settings(deadline=None)
@given(st.sampled_from(REFERENCES), PLANS)
def test_a_reference_to_a_document_has_no_dates(phrase: str, plan: str | None) -> None:
    assert _seen(parse(phrase, plan)) == ("reference", None, None)


@settings(deadline=None)
@given(st.sampled_from([0, 1, 3, 7, 8, 9, 10, 11]), YEARS, st.data())
def test_one_slip_of_the_fingers_in_a_month_is_read_and_reported(month: int, year: int, data: st.DataObject) -> None:
    word = GENITIVE[month]
    at = data.draw(st.integers(1, len(word) - 2))
    slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + "э" + word[at + 1 :]]
    slip = data.draw(st.sampled_from(slips))
    read = parse(f"15 {slip} {year} г.")
    assert _seen(read) == ("date", dt.date(year, month + 1, 15), dt.date(year, month + 1, 15))
    assert [(problem.kind, problem.text) for problem in read.problems] == [("misprint", slip)] * (slip != word)
