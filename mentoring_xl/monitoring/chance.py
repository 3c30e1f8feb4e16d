"""Whether a change could be chance: the paired test of Wilcoxon, and many such tests at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_CHANGED = 6
"""People whose marks changed. With five, all of them for the better, chance alone does as much in 1 case of 16."""
LEVEL = 0.05
_EXACT_UP_TO = 13
"""Changed marks whose signs are tried in all ways, as SciPy does; of more it takes the usual approximation."""


def unlikely(several: Sequence[Sequence[float]]) -> tuple[bool | None, ...]:
    """Tell of each group of differences whether they are unlikely to be chance; None where too few are not zero.

    Signed ranks of Wilcoxon, two-sided, zeros left out; of all these tests together no more than 5 % of the discoveries
    are false (Benjamini and Hochberg, 1995).
    """
    changed = [[gain for gain in gains if gain] for gains in several]
    enough = [at for at, gains in enumerate(changed) if len(gains) >= FEWEST_CHANGED]
    verdicts: list[bool | None] = [None] * len(changed)
    if enough:
        from scipy.stats import false_discovery_control

        chances = [_chance(changed[at]) for at in enough]
        for at, chance in zip(enough, false_discovery_control(chances), strict=True):
            verdicts[at] = bool(chance < LEVEL)
    return tuple(verdicts)


def _chance(gains: Sequence[float]) -> float:
    """Return the p-value of Wilcoxon's test: among few marks, which mostly tie, that of `scipy.stats.wilcoxon`, which
    counts each of up to 8,192 ways by itself, in a fiftieth of its time.
    """
    import numpy as np
    from scipy.stats import permutation_test, rankdata, wilcoxon

    if len(gains) > _EXACT_UP_TO:
        return float(wilcoxon(gains).pvalue)
    ranks = rankdata([abs(gain) for gain in gains]) * np.sign(gains)
    found = permutation_test((ranks,), np.sum, permutation_type="samples", vectorized=True, n_resamples=2**_EXACT_UP_TO)
    return float(found.pvalue)
