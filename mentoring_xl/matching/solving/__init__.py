"""Exact pairing of whole numbers: who gets whom, why nothing is better, and what every change would bring."""

from __future__ import annotations

from mentoring_xl.matching.solving.alternatives import Alternative, Changes, Move, Reach
from mentoring_xl.matching.solving.prices import check
from mentoring_xl.matching.solving.problem import Leaf, Problem, Proof, Solution, Worth, worth
from mentoring_xl.matching.solving.simple import first_come, greedy
from mentoring_xl.matching.solving.stable import blocking, stable
from mentoring_xl.matching.solving.topics import search as solve

__all__ = [
    "Alternative",
    "Changes",
    "Leaf",
    "Move",
    "Problem",
    "Proof",
    "Reach",
    "Solution",
    "Worth",
    "blocking",
    "check",
    "first_come",
    "greedy",
    "solve",
    "stable",
    "worth",
]
