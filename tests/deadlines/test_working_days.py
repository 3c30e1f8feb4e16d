"""Days off of Russian schools, with the days moved by decree, in a week of five and of six days."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from types import SimpleNamespace

import pytest

from mentoring_xl.deadlines import working_days
from mentoring_xl.deadlines.working_days import day_off, is_day_off, last_working_day, next_working_day


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d.%m.%Y").date()


@pytest.mark.parametrize(
    ("date", "why", "six_days"),
    [
        ("20.04.2026", None, None),
        ("18.04.2026", "суббота", None),
        ("20.04.2025", "воскресенье", "воскресенье"),
        ("07.01.2026", "Рождество Христово", "Рождество Христово"),
        ("09.05.2026", "День Победы", "День Победы"),
        ("24.02.2023", "выходной, перенесено с 01.01.2023", "выходной, перенесено с 01.01.2023"),
        ("10.05.2024", "выходной, перенесено с 06.01.2024", "выходной, перенесено с 06.01.2024"),
        ("29.04.2024", "выходной, перенесено с 27.04.2024", None),
        ("08.05.2025", "выходной, перенесено с 23.02.2025", "выходной, перенесено с 23.02.2025"),
        ("03.11.2025", "выходной, перенесено с 01.11.2025", None),
        ("09.01.2026", "выходной, перенесено с 03.01.2026", "выходной, перенесено с 03.01.2026"),
        ("31.12.2026", "выходной, перенесено с 04.01.2026", "выходной, перенесено с 04.01.2026"),
        ("06.11.2023", "выходной вместо праздничного дня", None),
        ("09.03.2026", "выходной вместо праздничного дня", "выходной вместо праздничного дня"),
        ("01.11.2025", None, None),
    ],
)
def test_a_day_off_says_why(date: str, why: str | None, six_days: str | None):
    assert day_off(day(date)) == why
    assert day_off(day(date), six_days=True) == six_days


@pytest.mark.parametrize(
    ("year", "moved"),
    [
        (2023, "24.02 08.05 06.11"),
        (2024, "29.04 30.04 10.05 30.12 31.12"),
        (2025, "02.05 08.05 13.06 03.11 31.12"),
        (2026, "09.01 09.03 11.05 31.12"),
    ],
)
def test_the_moved_days_of_a_year_are_those_of_the_decrees(year: int, moved: str):
    days = [dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366)]
    found = [one for one in days if (day_off(one) or "").startswith("выходной")]
    assert " ".join(f"{one:%d.%m}" for one in found) == moved


def test_the_nearest_working_days_lie_around_the_days_off():
    assert (last_working_day(day("20.04.2025")), next_working_day(day("20.04.2025"))) == (
        day("18.04.2025"),
        day("21.04.2025"),
    )
    assert last_working_day(day("20.04.2025"), six_days=True) == day("19.04.2025")
    assert next_working_day(day("31.12.2025")) == day("12.01.2026")


def test_a_working_saturday_is_no_day_off():
    assert not is_day_off(day("27.04.2024"))
    assert is_day_off(day("04.05.2024"))


def test_far_years_have_weekends_and_fixed_holidays():
    assert day_off(day("09.05.2090")) == "День Победы"
    assert day_off(day("03.01.1950")) is None


PRESS = """
import datetime as dt, sys
from mentoring_xl.deadlines.working_days import day_off
print(day_off(dt.date(2026, 5, 9)), "holidays.countries" in sys.modules)
"""


def test_no_other_country_is_loaded_with_russia():
    command = [sys.executable, "-X", "utf8", "-c", PRESS]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert printed.stdout == "День Победы False\n"


def test_days_off_are_known_from_a_library_that_keeps_its_countries_elsewhere(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(working_days, "PathFinder", SimpleNamespace(find_spec=lambda *_: None))
    working_days._calendar.cache_clear()
    assert day_off(day("29.04.2024")) == "выходной, перенесено с 27.04.2024"
    working_days._calendar.cache_clear()
