"""mentor-match on one problem, run by the Python of a venv of its own: `python peer_mentor_match.py PROBLEM.json`.

It gives a mentor one mentee a round, so there are as many rounds as the largest capacity; mentees who have a mentor and
mentors without a free place are disqualified in the next. Prints the JSON that matching_peers prints.
"""

import json
import sys
import time
from pathlib import Path

from matching import process
from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.rules.rule import Disqualify


class Points:
    """The rule that a pair is worth what the matrix says; a pair of no points is still better than none."""

    def __init__(self, points):
        self.points = points

    def apply(self, match):
        return self.points[match.mentee.number][match.mentor.number] + 1


def person(kind, number):
    """Return a participant who knows his number."""
    someone = kind(email=f"{kind.__name__} {number}", grade=1)
    someone.number = number
    return someone


def main(path):
    """Measure and print."""
    problem = json.loads(Path(path).read_text())
    points, allowed, capacity = problem["points"], problem["allowed"], problem["capacity"]
    before = megabytes("VmRSS")
    start = time.perf_counter()
    mentees = [person(Mentee, row) for row in range(len(points))]
    mentors = [person(Mentor, column) for column in range(len(capacity))]
    rules = [
        Points(points),
        Disqualify(lambda match: not allowed[match.mentee.number][match.mentor.number]),
        Disqualify(lambda match: bool(match.mentee.mentors)),
        Disqualify(lambda match: len(match.mentor.mentees) >= capacity[match.mentor.number]),
    ]
    process.process_data(mentors, mentees, [rules] * max(capacity))
    seconds = time.perf_counter() - start
    chosen = [mentee.mentors[0].number if mentee.mentors else -1 for mentee in mentees]
    extra = megabytes("VmHWM") - before
    print(json.dumps({"seconds": seconds, "megabytes": extra, "chosen": chosen}))


def megabytes(field):
    """Return the megabytes of this process in memory, now (VmRSS) or at its peak (VmHWM)."""
    return int(Path("/proc/self/status").read_text().partition(f"{field}:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main(sys.argv[1])
