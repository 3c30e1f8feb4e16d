"""What argparse says, in Russian."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

_COULD_NOT = 2
_ERRORS = (
    (re.compile(r"the following arguments are required: (.*)"), "Не хватает: {}."),
    (re.compile(r"unrecognized arguments: (.*)"), "Лишнее в команде: {}."),
    (
        re.compile(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL),
        "«{1}» здесь не подходит ({0}). Выберите: {2}.",
    ),
    (re.compile(r"argument (\S+): expected one argument"), "После {} нужно значение."),
    (re.compile(r"argument (\S+): ([^a-z].*)", re.DOTALL), "{}: {}."),
)


class RussianParser(argparse.ArgumentParser):
    """An ArgumentParser that speaks Russian; a wrong command ends the program with 2, «could not»."""

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "Как вызвать: ", 1)

    def format_help(self) -> str:
        text = super().format_help().replace("usage: ", "Как вызвать: ", 1)
        return text.replace("positional arguments:", "что указать:").replace("options:", "параметры:")

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _ERRORS:
            if match := pattern.fullmatch(message):
                message = sentence.format(*(group.replace("'", "") for group in match.groups()))
        self.exit(_COULD_NOT, f"{message} Справка: {self.prog} --help\n")
