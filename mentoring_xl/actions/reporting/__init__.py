"""The report on the programme for the teachers' council: text, tables and the charts of «Мониторинг»."""

from .paper import report

__all__ = ["report"]
