"""Indicators and the state of the programme, counted from the tables."""

from .indicators import INDICATORS, fill
from .state import state

__all__ = ["INDICATORS", "fill", "state"]
