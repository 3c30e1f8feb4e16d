"""What undo goes by: a snapshot of each press that wrote, kept for a while and used up when it is taken back.

Snapshots hold cells of people's tables, so personal data. They lie in the hidden folder `.mentoring/undo` beside the
book, readable by their owner alone; those of a book that was never saved, in `undo` of the user's data folder.
"""

from mentoring_xl.books.snapshots.folder import FolderShelf, at_home, beside, home
from mentoring_xl.books.snapshots.shelf import MemoryShelf, Shelf, Snapshot

__all__ = ["FolderShelf", "MemoryShelf", "Shelf", "Snapshot", "at_home", "beside", "home"]
