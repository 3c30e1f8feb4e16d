"""Findings of what comes back from other people (X)."""

from mentoring_xl.core.finding import WARNING, Code

X201 = Code(
    "X201",
    WARNING,
    "{row}: в книге и в вернувшемся файле изменено по-разному",
    fix="Выберите, что оставить, на листе «Расхождения» и нажмите «Решить расхождения».",
    why="Программа не решает за людей, чья правка верна.",
)
