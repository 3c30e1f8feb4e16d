"""The way a person's workbook is replaced: locked, checked, backed up, and whole at every moment."""

from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.lock import locked
from mentoring_xl.books.saving.old_states import backups, forget
from mentoring_xl.books.saving.owners import BusyError, busy
from mentoring_xl.books.saving.places import beside, copied, sweep
from mentoring_xl.books.saving.replacing import Saved, fingerprint, replace
from mentoring_xl.books.saving.told import told

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
