"""The way a person's workbook is replaced: locked, checked, backed up, and whole at every moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.old_states import backups, forget
from mentoring_xl.books.saving.places import beside, copied, sweep
from mentoring_xl.books.saving.told import told
from mentoring_xl.core.late import late

if TYPE_CHECKING:
    from mentoring_xl.books.saving.lock import locked
    from mentoring_xl.books.saving.owners import BusyError, busy
    from mentoring_xl.books.saving.replacing import Saved, fingerprint, replace

__all__ = [
    "BusyError",
    "Disk",
    "Saved",
    "backups",
    "beside",
    "busy",
    "copied",
    "fingerprint",
    "forget",
    "locked",
    "replace",
    "sweep",
    "told",
]

# a press of an open book only keeps snapshots, and needs nothing of what replaces a file
__getattr__ = late(
    __name__,
    {
        "locked": "lock",
        **dict.fromkeys(("BusyError", "busy"), "owners"),
        **dict.fromkeys(("Saved", "fingerprint", "replace"), "replacing"),
    },
)
