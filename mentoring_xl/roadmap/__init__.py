"""The roadmap: the two built-in maps, who inherits what, what is wrong with the plan, how far it has come."""

from .blueprint import NAMES, Blueprint, builtin
from .move import for_year
from .progress import PlanProgress, progress_of, rows_to_do

__all__ = ["NAMES", "Blueprint", "PlanProgress", "builtin", "for_year", "progress_of", "rows_to_do"]
