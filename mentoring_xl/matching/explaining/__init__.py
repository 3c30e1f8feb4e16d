"""Sentences for the staff, made of the numbers that the choice of pairs is made of."""

from __future__ import annotations

from .choice import Choice
from .page import whole_page
from .pair import PairStory, explain, stories
from .unpaired import UnpairedStory, unpaired
from .whole import WholeStory, whole

__all__ = [
    "Choice",
    "PairStory",
    "UnpairedStory",
    "WholeStory",
    "explain",
    "stories",
    "unpaired",
    "whole",
    "whole_page",
]
