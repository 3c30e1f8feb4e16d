"""Findings of «Настройки»."""

from mentoring_xl.core.finding import ERROR, WARNING, Code

S101 = Code(
    "S101",
    ERROR,
    "значение «{text}» не подходит; пока взято «{default}»",
    fix="Запишите {kind}.",
    why="По этой настройке ведётся расчёт.",
)
S102 = Code(
    "S102",
    WARNING,
    "настройка «{text}» неизвестна",
    fix="Верните прежний код или удалите строку.",
    why="Программа находит настройку по коду.",
)
