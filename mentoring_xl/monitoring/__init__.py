"""Indicators, the life of the pairs, charts and the state of the programme, counted from the tables."""

from .charts import chart_figures
from .health import health_findings
from .indicators import INDICATORS, fill
from .state import state

__all__ = ["INDICATORS", "chart_figures", "fill", "health_findings", "state"]
