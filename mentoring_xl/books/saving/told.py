"""What the person reads when the disk refuses: one sentence per kind of refusal."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from mentoring_xl.core.errors import BookError

IN_USE = (5, 32, 33)
"""Windows error codes of a file that another program has open; replacing such a file says 5, «access denied»."""

SENTENCES = {
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG): "На диске нет места. Освободите место и повторите.",
    (errno.EACCES, errno.EPERM): "Нет права писать в эту папку или файл. Попросите доступ или перенесите книгу в свою.",
    (errno.EROFS,): "Диск только для чтения. Перенесите книгу на другой диск и повторите.",
    (errno.EMFILE, errno.ENFILE): "Открыто слишком много файлов. Закройте лишние программы и повторите.",
    (errno.EBUSY, errno.ETXTBSY): "Файл занят другой программой. Закройте её и повторите.",
    (errno.ENOENT, errno.ENOTDIR): "Файл или папка не найдены. Проверьте имя и папку и повторите.",
    (errno.EEXIST,): "Такое имя уже занято. Выберите другое и повторите.",
    (errno.ENAMETOOLONG, errno.EINVAL): "Имя файла не подходит. Дайте книге имя короче и повторите.",
}
OTHER = "Диск или сеть не отвечают. Проверьте подключение и повторите."


def in_use(error: OSError) -> bool:
    """Return whether Windows says that another program has the file open."""
    return getattr(error, "winerror", None) in IN_USE


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn OSError into BookError about the book `name`, which is unchanged when this happens."""
    try:
        yield
    except OSError as error:
        raise BookError(f"Книга «{name}» не изменена. {sentence(error)}") from error


def sentence(error: OSError) -> str:
    """Return what is wrong with the disk and what to do about it."""
    return next((text for codes, text in SENTENCES.items() if error.errno in codes), OTHER)
