"""The invented school: people who do not exist, the same every time, with a few honest faults in their data."""

from .school import School, school

__all__ = ["School", "school"]
