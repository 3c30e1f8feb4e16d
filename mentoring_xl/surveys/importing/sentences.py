"""What a person is told when a file cannot be read as answers: one sentence each, with the next step."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 50_000
MOST_COLUMNS = 400
MISSING = "Файла «{name}» нет. Проверьте имя и папку и повторите."
NO_ACCESS = "Прочитать «{name}» не удалось. Закройте файл в других программах и повторите."
EMPTY = "Файл «{name}» пуст. Выгрузите ответы из формы ещё раз и повторите."
TOO_BIG = "Файл «{name}» слишком велик для анкет. Выгрузите из формы одни ответы, без вложений, и повторите."
TOO_LONG = "В файле «{name}» больше {most} строк: это не похоже на анкеты. Оставьте в нём только ответы и повторите."
LOCKED = "Файл «{name}» защищён паролем. Снимите пароль, сохраните и повторите."
OTHER = "Файл «{name}» в формате, который не читается. Выгрузите ответы как .xlsx, .csv или .json и повторите."
BROKEN = "Файл «{name}» повреждён, и прочитать его нельзя. Выгрузите ответы из формы ещё раз и повторите."
NO_TABLE = "В файле «{name}» нет таблицы с ответами. Нужны строка вопросов и строки ответов под ней."
NO_QUESTIONS = (
    "В файле «{name}» нет вопросов с листа «Опросники». Выберите другой файл, или впишите вопросы на лист и повторите."
)


def refusal(sentence: str, name: str, **values: object) -> BookError:
    """Return the sentence about a file as an error."""
    return BookError(sentence.format(name=name, **values))


@contextmanager
def unreadable(name: str) -> Iterator[None]:
    """Tell what a library says about a damaged file in a person's words; only the library's own calls go inside."""
    import zipfile
    import zlib

    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError, NotImplementedError) as error:
        raise refusal(BROKEN, name) from error
    except (RecursionError, KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise refusal(BROKEN, name) from error
