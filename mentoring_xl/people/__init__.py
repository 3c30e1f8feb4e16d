"""The banks, the staff list and the consents: what is wrong in them, and who may be paired."""

from .consents import Standing, standing

__all__ = ["Standing", "standing"]
