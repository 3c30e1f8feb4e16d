"""Questionnaires, what was answered, and whom people prefer after the group meeting."""

from .preferences import Wishes, wishes
from .results import Result, results
from .templates import default_questions

__all__ = ["Result", "Wishes", "default_questions", "results", "wishes"]
