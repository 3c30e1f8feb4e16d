"""What is wrong with the plan: one file per subject, each rule a function from rows to findings."""

from .codes import faulty_codes
from .days_off import on_days_off
from .deadlines import faulty_deadlines, late_or_soon, missing_deadlines, outside_the_plan
from .numbering import faulty_numbers
from .stages import Stage, out_of_order, stage, stages_of
from .ticks import faulty_ticks, missing_results

__all__ = [
    "Stage",
    "faulty_codes",
    "faulty_deadlines",
    "faulty_numbers",
    "faulty_ticks",
    "late_or_soon",
    "missing_deadlines",
    "missing_results",
    "on_days_off",
    "out_of_order",
    "outside_the_plan",
    "stage",
    "stages_of",
]
