"""The roadmap: the two built-in maps, who inherits what, what is wrong with the plan, how far it has come."""

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
