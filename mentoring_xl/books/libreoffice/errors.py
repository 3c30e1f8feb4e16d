"""What can go wrong with the office itself, told by a reason that a program can read."""

from __future__ import annotations


class OfficeError(Exception):
    """The office refuses or is not there.

    `reason` is one of "no-office", "no-uno", "wrong-python", "no-answer", "gone", "busy", "read-only", "protected",
    "no-book", "no-file", "refused"; the message is English and for a log.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
