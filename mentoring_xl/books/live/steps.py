"""What has been done to a live book so far, each step with its way back: a press is written whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Act: TypeAlias = Callable[[], object]


class Steps:
    """Steps in order; `patience` carries out a call and may try it again."""

    def __init__(self, patience: Callable[[Act], object]) -> None:
        self._patience = patience
        self._done: list[tuple[Act, Act]] = []
        self.between: Act = lambda: None
        """Carried out after each step, and by a step between its calls, for a suite that needs it."""

    def __bool__(self) -> bool:
        return bool(self._done)

    def do(self, act: Act, back: Act) -> None:
        """Carry out a step; `back` undoes it, also when it was carried out only in part."""
        self._done.append((act, back))
        self._carry_out(act)

    def back(self) -> None:
        """Undo all steps, the last first; one that cannot be undone does not keep the others from it."""
        for _, back in reversed(self._done):
            with suppress(BookError):
                self._carry_out(back)

    def taken(self) -> Steps:
        """Return the steps as others, and forget them here."""
        others = Steps(self._patience)
        others.between = self.between
        self._done, others._done = [], self._done
        return others

    def again(self) -> None:
        """Carry out all steps once more."""
        for act, _ in self._done:
            self._carry_out(act)

    def _carry_out(self, act: Act) -> None:
        self._patience(act)
        self.between()


def nothing() -> None:
    """Do nothing: such a step has a meaning in the other direction only."""
