"""The states of pairs, and which of them count as one."""

from mentoring_xl.schema.choices import PAIR_STATES

PROPOSED, AGREED, FIXED, FINISHED, DISSOLVED, WITHDRAWN = PAIR_STATES.values

WORKING = frozenset({AGREED, FIXED})
OVER = frozenset({FINISHED, DISSOLVED})
PAST = OVER | {WITHDRAWN}
"""The states of pairs that have ended; PAST has the proposals too that the program took back."""
