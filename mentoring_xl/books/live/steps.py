"""What has been done to a live book so far, each step with its way back: a press is written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[], object]


class Steps:
    """Steps in order; `patience` carries out a call and may try it again."""

    def __init__(self, patience: Callable[[Act], object]) -> None:
        self._patience = patience
        self._done: list[tuple[Act, Act]] = []

    def __bool__(self) -> bool:
        return bool(self._done)

    def do(self, act: Act, back: Act) -> None:
        """Carry out a step; `back` undoes it, also when it was carried out only in part."""
        self._done.append((act, back))
        self._patience(act)

    def back(self) -> None:
        """Undo all steps, the last first."""
        for _, back in reversed(self._done):
            self._patience(back)

    def again(self) -> None:
        """Carry out all steps once more."""
        for act, _ in self._done:
            self._patience(act)

    def forget(self) -> None:
        """Keep no way back."""
        self._done.clear()
