"""A suite that is busy – a cell is being edited, a dialog is open – is asked again a few times before it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .suite import Suite

T = TypeVar("T")
PAUSES_S = (0.1, 0.2, 0.4, 0.8)


class Patience:
    """Carries out calls; sleep: takes seconds, the clock handed in."""

    def __init__(self, suite: Suite, sleep: Callable[[float], None]) -> None:
        self._suite, self._sleep = suite, sleep

    def __call__(self, call: Callable[[], T]) -> T:
        """Return what the call gives; raises BookError when the suite stays busy or refuses."""
        for pause in PAUSES_S:
            try:
                return call()
            except self._suite.faults as fault:
                if not self._suite.is_busy(fault):
                    raise self.refusal(fault) from fault
                self._sleep(pause)
        try:
            return call()
        except self._suite.faults as fault:
            if self._suite.is_busy(fault):
                raise BookError(
                    f"{self._suite.title} занят: закончите ввод в ячейку (Enter или Esc) и повторите."
                ) from fault
            raise self.refusal(fault) from fault

    def refusal(self, fault: BaseException) -> BookError:
        """Return what a person is told of a fault."""
        if self._suite.is_gone(fault):
            return BookError("Книгу закрыли, пока кнопка работала. Откройте книгу и нажмите снова.")
        return BookError(f"{self._suite.title} не выполнил запись или чтение. Закройте книгу, откройте её и повторите.")
