"""The invented school: people who do not exist, the same every time, with a few honest faults in their data."""

from .export import export
from .school import School, school

__all__ = ["School", "export", "school"]
