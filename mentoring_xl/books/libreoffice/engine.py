"""The engine as xlwings sees it: its name, its apps and how single values are cleaned on their way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from xlwings import base_classes

from .partial import Partial
from .values import accepted, cleaned

# mypy: allow-subclassing-any

NAME = "libreoffice"


class Engine:
    """`type` is "desktop": xlwings writes a scalar to a whole range in one call, as it does with Excel."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Any) -> Any:
        return accepted(value)

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        return cleaned(data, None if datetime_builder is dt.datetime else datetime_builder, empty_as, number_builder)


class Apps(Partial, base_classes.Apps):
    """The offices reached by this interpreter, the last reached first; keys are process numbers."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._apps: dict[int, Any] = {}

    def keys(self) -> list[int]:
        return list(self._apps)

    def keep(self, app: Any) -> Any:
        self._apps = {app.pid: app} | {pid: other for pid, other in self._apps.items() if pid != app.pid}
        return app

    def known(self, pid: int) -> Any:
        """The app of this process number, or None."""
        return self._apps.get(pid)

    def forget(self, pid: int) -> None:
        self._apps.pop(pid, None)

    def cleanup(self) -> None:
        """Nothing: an office that we started ends with the block that started it."""

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self._apps.values()))

    def __len__(self) -> int:
        return len(self._apps)

    def __getitem__(self, pid: int) -> Any:
        return self._apps[pid]


ENGINE = Engine()
