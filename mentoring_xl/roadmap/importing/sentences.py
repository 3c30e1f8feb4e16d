"""What a person is told when a file cannot be read as a plan: one sentence each, with the next step."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 3_000
BROKEN = (
    "Файл «{name}» повреждён, и прочитать его нельзя. Откройте его в своей программе, сохраните заново и повторите."
)
EMPTY = "Файл «{name}» пуст. Выберите файл с дорожной картой и повторите."
LOCKED = "Файл «{name}» защищён паролем. Снимите пароль, сохраните и повторите."
OTHER = "Файл «{name}» в формате, который не читается. Сохраните его как {better} и повторите."
NOT_TEXT = "Файл «{name}» – не текст и не таблица. Сохраните план как .docx или .xlsx и повторите."
SCANNED = "В файле «{name}» только картинки, текста нет. Распознайте его или возьмите исходный .docx и повторите."
NO_TABLE = "В файле «{name}» нет таблицы. Оформите план таблицей со столбцами «Мероприятие», «Срок», «Ответственный»."
NO_TASKS = "В файле «{name}» нет столбца с мероприятиями. Назовите столбцы «Мероприятие» и «Срок» и повторите."
NO_ROWS = "В таблице файла «{name}» нет ни одного мероприятия. Заполните её и повторите."
TOO_LONG = "В файле «{name}» больше {most} строк: это не похоже на план. Оставьте в нём только план и повторите."
TOO_BIG = "Файл «{name}» слишком велик. Оставьте в нём только план, уберите картинки и повторите."
NO_READER = "Чтобы читать {kind}, нужна библиотека. Выполните «pip install mentoring-xl[import]» и повторите."


def refusal(sentence: str, name: str, **values: object) -> BookError:
    """Return the sentence about a file as an error."""
    return BookError(sentence.format(name=name, **values))


def check_length(rows: int, name: str) -> None:
    """Raise BookError for far more rows than a plan can have."""
    if rows > MOST_ROWS:
        raise refusal(TOO_LONG, name, most=MOST_ROWS)


@contextmanager
def unreadable(name: str, *faults: type[Exception]) -> Iterator[None]:
    """Tell what a library says about a damaged file (`faults`, and what every library says) in a person's words."""
    import zipfile
    import zlib

    usual: tuple[type[Exception], ...] = (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        SyntaxError,
        NotImplementedError,
        RecursionError,
    )
    expected = usual + faults
    try:
        yield
    except expected as error:
        raise refusal(BROKEN, name) from error
