"""The roadmap: the two built-in maps, who inherits what, what is wrong with the plan, how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.late import late

if TYPE_CHECKING:
    from .blueprint import NAMES, Blueprint, builtin
    from .columns import column_field, quarter_of
    from .move import for_year
    from .progress import PlanProgress, progress_of, rows_to_do
    from .split import Responsible, split_responsible

__all__ = [
    "NAMES",
    "Blueprint",
    "PlanProgress",
    "Responsible",
    "builtin",
    "column_field",
    "for_year",
    "progress_of",
    "quarter_of",
    "rows_to_do",
    "split_responsible",
]

# most presses need one room of the roadmap, not all of them
__getattr__ = late(
    __name__,
    {
        **dict.fromkeys(("NAMES", "Blueprint", "builtin"), "blueprint"),
        **dict.fromkeys(("column_field", "quarter_of"), "columns"),
        **dict.fromkeys(("PlanProgress", "progress_of", "rows_to_do"), "progress"),
        **dict.fromkeys(("Responsible", "split_responsible"), "split"),
        "for_year": "move",
    },
)
