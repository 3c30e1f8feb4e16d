"""Questionnaires, what was answered, and whom people prefer after the group meeting."""

from .preferences import Wishes, wishes
from .results import results
from .templates import default_questions

__all__ = ["Wishes", "default_questions", "results", "wishes"]
