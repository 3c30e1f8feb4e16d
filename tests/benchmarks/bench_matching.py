"""The best set of pairs beside other solvers on the same points, and the whole matching of a school with its reasons.

Run: python -m tests.benchmarks.bench_matching [--quick]; --quick leaves the city out. Prints seconds, extra megabytes,
people paired and points, each solver in a process of its own, and exits with 1 when a bar is broken: nobody pairs more
people or more points; a district in 1.5 × scipy's time; a city exact in 2 × lapx's time and half of its memory; scores,
pairs and reasons of the demo school in 50 ms, of a school of 500 × 200 in 2 s. mentor-match gets a venv of its own in
the temporary folder, since its package is called `matching` like the other's.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.actions.choosing import choose
from mentoring_xl.actions.create import example_book
from mentoring_xl.actions.gathering import gather
from mentoring_xl.core.outcome import Tables
from mentoring_xl.matching.board import weigh
from mentoring_xl.matching.explaining import stories
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, MatchRule, Mentee, Mentor, Pair, Preference, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.core.table import Row

SIZES = ((60, 25), (500, 200), (2_000, 800), (10_000, 4_000))
PATIENCE = {"mentor-match": 60, "matching": 60}
PATIENT = 600
"""Seconds after which a solver is stopped."""
TODAY = dt.date(2026, 11, 20)
OURS, SCIPY, LAPX = "ours", "scipy", "lapx"
STABLE = "matching"


@dataclass(frozen=True)
class Run:
    """What a solver took and reached."""

    seconds: float
    megabytes: float
    paired: int
    points: int


def main(*options: str) -> int:
    """Measure, print the tables and the bars, return 0 when every bar holds."""
    sizes = SIZES[:-1] if "--quick" in options else SIZES
    with tempfile.TemporaryDirectory() as name:
        found = {size: compared(size, Path(name)) for size in sizes}
    bars = [bar for size, runs in found.items() for bar in solver_bars(size, runs)]
    for size, most in (((60, 25), 0.05), ((500, 200), 2.0)):
        bars.append((f"scores, pairs and reasons of {size[0]} × {size[1]}, s", whole_job(*size), most))
    print()
    for what, figure, most in bars:
        print(f"{'ok    ' if figure <= most else 'BROKEN'} {what}: {figure:.3f} (bar {most:g})")
    return int(any(figure > most for _, figure, most in bars))


def compared(size: tuple[int, int], folder: Path) -> dict[str, Run]:
    """Run every solver on the same school, print a line each, return those that finished."""
    school = drawn(*size)
    for part, values in school.items():
        np.save(folder / f"{part}.npy", values)
    print(f"\n{size[0]} × {size[1]}, places {school['capacity'].sum()}, banned {1 - school['allowed'].mean():.0%}")
    print(f"{'':<14}{'seconds':>10}{'extra MB':>10}{'paired':>8}{'points':>12}")
    rounds = 1 if size == SIZES[-1] else 5
    runs = {}
    for name in (OURS, SCIPY, LAPX, "ortools", "mentor-match", STABLE):
        try:
            run = finished(name, command(name, folder, school, rounds), school)
        except (subprocess.SubprocessError, OSError) as trouble:
            print(f"{name:<14}  not run: {told(trouble)}")
            continue
        runs[name] = run
        print(f"{name:<14}{run.seconds:10.3f}{run.megabytes:10.0f}{run.paired:8}{run.points / 10:12.1f}", flush=True)
    return runs


def drawn(mentees: int, mentors: int) -> dict[str, np.ndarray]:
    """Draw a school: tenths of a point, bans and capacities of 1 to 5.

    Six leanings that people share make the points low-rank, chance is a third of them, and half points make ties.
    Banned are groups that do not meet, a form that a part of each side refuses, and a tenth by chance.
    """
    draw = np.random.default_rng(mentees)
    leaning = draw.dirichlet(np.full(6, 0.7), mentees).astype(np.float32)
    offered = draw.beta(1.2, 1.2, (6, mentors)).astype(np.float32)
    share = 0.65 * (leaning @ offered) + 0.35 * draw.random((mentees, mentors), dtype=np.float32)
    refuses = np.outer(draw.random(mentees) < 0.3, draw.random(mentors) < 0.3)
    apart = np.not_equal.outer(draw.random(mentees) < 0.05, draw.random(mentors) < 0.05)
    return {
        "points": (np.rint(share * 200) * 5).astype(np.int16),
        "allowed": (draw.random((mentees, mentors), dtype=np.float32) > 0.1) & ~refuses & ~apart,
        "capacity": draw.integers(1, 6, mentors),
    }


def command(name: str, folder: Path, school: dict[str, np.ndarray], rounds: int) -> list[str]:
    """Return the command line that runs a solver once it has what it needs."""
    if name != "mentor-match":
        return [sys.executable, "-m", "tests.benchmarks.matching_peers", name, str(folder), str(rounds)]
    if school["points"].size > 500 * 200:
        raise subprocess.SubprocessError("too long, its time grows with the cube of the people")
    home = Path(tempfile.gettempdir()) / "mentoring-xl-bench" / "mentor-match"
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "mentor-match"], check=True, capture_output=True)
    problem = folder / "problem.json"
    problem.write_text(json.dumps({part: values.tolist() for part, values in school.items()}))
    return [str(python), str(Path(__file__).with_name("peer_mentor_match.py")), str(problem)]


def finished(name: str, line: list[str], school: dict[str, np.ndarray]) -> Run:
    """Run a solver to its end; whatever it says of its pairs is counted here."""
    done = subprocess.run(line, check=True, capture_output=True, text=True, timeout=PATIENCE.get(name, PATIENT))
    told = json.loads(done.stdout.splitlines()[-1])
    chosen = np.array(told["chosen"])
    rows = np.flatnonzero(chosen >= 0)
    legal = school["allowed"][rows, chosen[rows]].all()
    if not legal or (np.bincount(chosen[rows], minlength=len(school["capacity"])) > school["capacity"]).any():
        raise subprocess.SubprocessError("its pairs are not legal")
    return Run(told["seconds"], told["megabytes"], len(rows), int(school["points"][rows, chosen[rows]].sum()))


def told(trouble: Exception) -> str:
    """Say in a few words why a solver has no figures."""
    if isinstance(trouble, subprocess.TimeoutExpired):
        return f"too long, over {trouble.timeout:.0f} s"
    if isinstance(trouble, subprocess.CalledProcessError):
        return str(trouble.stderr).strip().rpartition("\n")[2] or f"exit {trouble.returncode}"
    return str(trouble)


def solver_bars(size: tuple[int, int], runs: dict[str, Run]) -> Iterator[tuple[str, float, float]]:
    """Yield what is held against a bar, its figure and the bar."""
    mine, label = runs[OURS], f"{size[0]} × {size[1]}"
    people = max(run.paired for run in runs.values())
    points = max(run.points for run in runs.values() if run.paired == people)
    yield f"{label}: people that the best set has more", people - mine.paired, 0
    yield f"{label}: points that the best set has more", points - mine.points, 0
    if size == (2_000, 800):
        yield f"{label}: time / scipy's", mine.seconds / runs[SCIPY].seconds, 1.5
    if size == SIZES[-1]:
        yield f"{label}: time / lapx's", mine.seconds / runs[LAPX].seconds, 2.0
        yield f"{label}: memory / lapx's", mine.megabytes / runs[LAPX].megabytes, 0.5


def whole_job(mentees: int, mentors: int, rounds: int = 5) -> float:
    """Return the least seconds for the scores, the pairs and the reasons of each, from facts not yet looked at."""
    tables = grown(mentees, mentors)
    settings, rules = Settings(tables[Setting]), read_rules(tables[MatchRule])[0]
    times = []
    for _ in range(rounds):
        facts = gather(tables, settings, TODAY)
        start = time.perf_counter()
        choice = choose(weigh(facts, rules), (), settings)
        told = stories(choice, choice.pairs)
        times.append(time.perf_counter() - start)
    print(f"{mentees} × {mentors}: {len(told)} pairs with their reasons in {min(times) * 1000:.0f} ms")
    return min(times)


def grown(mentees: int, mentors: int) -> Tables:
    """Return the tables of the demo school with as many people: copies who wish what somebody else of theirs wishes."""
    tables = Tables(example_book(TODAY).rows)
    copies = max(math.ceil(mentees / len(tables[Mentee])), math.ceil(mentors / len(tables[Mentor])))
    rows: dict[type[Row], tuple[Row, ...]] = {
        Mentee: copied(tables[Mentee], copies, ("request", "interests"))[:mentees],
        Mentor: copied(tables[Mentor], copies, ("competences", "interests"))[:mentors],
        Consent: tuple(
            consent.but(person_code=coded(consent.person_code, copy))
            for copy in range(copies)
            for consent in tables[Consent]
        ),
        Preference: (),
        Pair: (),
    }
    return tables.but(rows)


def copied(people: Sequence[Mentee | Mentor], copies: int, wishes: Sequence[str]) -> tuple[Row, ...]:
    """Return the people, then each copy of them with the wishes of one some places further in the same group."""
    made = []
    for copy in range(copies):
        for person in people:
            alike = [other for other in people if other.group == person.group]
            other = alike[(alike.index(person) + copy) % len(alike)]
            made.append(person.but(code=coded(person.code, copy), **{wish: getattr(other, wish) for wish in wishes}))
    return tuple(made)


def coded(code: str, copy: int) -> str:
    """Return a code of its own for a copy of a person; the first copy keeps the person's."""
    return f"{code}-{copy}" if copy else code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
