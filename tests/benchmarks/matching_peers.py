"""One solver on one problem in a process of its own: `python -m tests.benchmarks.matching_peers SOLVER FOLDER ROUNDS`.

FOLDER holds points.npy, allowed.npy and capacity.npy. Prints JSON: the least seconds, the extra megabytes at the peak
and the pairs as a list of columns by row, −1 for nobody.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving import Problem, solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Mask = NDArray[np.bool_]

MOST, BANNED = 1_000, 30_000
"""Points of a pair at most, and the cost of a banned cell for those that know no missing edges: exact in float32."""


def ours(points: Ints, allowed: Mask, capacity: Ints) -> Ints:
    """mentoring_xl: the best set with its proof."""
    solution = solve(Problem(points, allowed, tuple(capacity.tolist()), (1,) * len(points)))
    assert solution.proof.exact, solution.proof.gap
    chosen = np.full(len(points), -1)
    rows, columns = np.array(solution.pairs).reshape(-1, 2).T
    chosen[rows] = columns
    return chosen


def scipy(points: Ints, allowed: Mask, capacity: Ints) -> Ints:
    """linear_sum_assignment with a column per place."""
    from scipy.optimize import linear_sum_assignment

    return seated(allowed, capacity, *linear_sum_assignment(costs(points, allowed, capacity, np.float64)))


def lapx(points: Ints, allowed: Mask, capacity: Ints) -> Ints:
    """lapjvs in float32 with a column per place, the quickest of lapx's functions here."""
    from lap import lapjvs

    return seated(allowed, capacity, *lapjvs(costs(points, allowed, capacity, np.float32), return_cost=False))


def ortools(points: Ints, allowed: Mask, capacity: Ints) -> Ints:
    """SimpleMinCostFlow: mentees, mentors and a drain; the largest flow first, then the least cost."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    mentees, mentors = points.shape
    source, drain = mentees + mentors, mentees + mentors + 1
    rows, columns = (part.astype(np.int32) for part in allowed.nonzero())
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost
    edges = arcs(rows, columns + np.int32(mentees), np.ones(len(rows), np.int64), MOST - points[rows, columns])
    arcs(np.full(mentees, source), np.arange(mentees), np.ones(mentees, np.int64), np.zeros(mentees, np.int64))
    arcs(mentees + np.arange(mentors), np.full(mentors, drain), capacity, np.zeros(mentors, np.int64))
    flow.set_nodes_supplies(np.array([source, drain]), np.array([mentees, -mentees]))
    flow.solve_max_flow_with_min_cost()
    taken = flow.flows(edges) > 0
    chosen = np.full(mentees, -1)
    chosen[rows[taken]] = columns[taken]
    return chosen


def matching(points: Ints, allowed: Mask, capacity: Ints) -> Ints:
    """HospitalResident: a stable set, so its sum is smaller; it leaves pairs that both would rather have to nobody."""
    from matching.games import HospitalResident

    mentors = np.flatnonzero(allowed.any(axis=0) & (capacity > 0)).tolist()
    by_mentee = {
        row: [column for column in np.argsort(-points[row], kind="stable").tolist() if allowed[row, column]]
        for row in np.flatnonzero(allowed[:, mentors].any(axis=1)).tolist()
    }
    by_mentor = {
        column: [row for row in np.argsort(-points[:, column], kind="stable").tolist() if allowed[row, column]]
        for column in mentors
    }
    places = {column: int(capacity[column]) for column in mentors}
    sys.setrecursionlimit(1_000_000)
    found = HospitalResident.create_from_dictionaries(by_mentee, by_mentor, places).solve()
    chosen = np.full(len(points), -1)
    for mentor, mentees in found.items():
        chosen[[mentee.name for mentee in mentees]] = mentor.name
    return chosen


def costs(points: Ints, allowed: Mask, capacity: Ints, kind: type[np.floating]) -> NDArray[np.floating]:
    """Return mentees × places: what is missing to the most points."""
    cost = np.where(allowed, MOST - points, BANNED).astype(kind)
    return np.repeat(cost, capacity, axis=1)


def seated(allowed: Mask, capacity: Ints, rows: Ints, seats: Ints) -> Ints:
    """Return the column of each row from its seat; a banned cell is nobody."""
    columns = np.repeat(np.arange(len(capacity)), capacity)[seats]
    chosen = np.full(len(allowed), -1)
    chosen[rows] = np.where(allowed[rows, columns], columns, -1)
    return chosen


SOLVERS: dict[str, Callable[[Ints, Mask, Ints], Ints]] = {
    "ours": ours, "scipy": scipy, "lapx": lapx, "ortools": ortools, "matching": matching
}  # fmt: skip


def main(name: str, folder: str, rounds: str) -> None:
    """Warm the solver up on a tiny problem, so that imports do not count, then measure."""
    solver = SOLVERS[name]
    solver(np.array([[3, 1], [2, 4]]), np.ones((2, 2), dtype=bool), np.array([1, 1]))
    points, allowed, capacity = (np.load(Path(folder) / f"{part}.npy") for part in ("points", "allowed", "capacity"))
    before, times = megabytes("VmRSS"), []
    for _ in range(int(rounds)):
        start = time.perf_counter()
        chosen = solver(points, allowed, capacity)
        times.append(time.perf_counter() - start)
    extra = megabytes("VmHWM") - before
    print(json.dumps({"seconds": min(times), "megabytes": extra, "chosen": chosen.tolist()}))


def megabytes(field: str) -> float:
    """Return the megabytes of this process in memory, now (VmRSS) or at its peak (VmHWM), as Linux counts them.

    The peak that `resource` tells is the parent's when that was larger.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{field}:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
