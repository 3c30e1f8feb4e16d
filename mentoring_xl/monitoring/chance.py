"""Whether a change could be chance: the paired test of Wilcoxon, and many such tests at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_CHANGED = 6
"""People whose marks changed. With five, all of them for the better, chance alone does as much in 1 case of 16."""
LEVEL = 0.05


def unlikely(several: Sequence[Sequence[float]]) -> tuple[bool | None, ...]:
    """Tell of each group of differences whether they are unlikely to be chance; None where too few are not zero.

    Signed ranks of Wilcoxon, two-sided, zeros left out; of all these tests together no more than 5 % of the discoveries
    are false (Benjamini and Hochberg, 1995).
    """
    changed = [[gain for gain in gains if gain] for gains in several]
    enough = [at for at, gains in enumerate(changed) if len(gains) >= FEWEST_CHANGED]
    verdicts: list[bool | None] = [None] * len(changed)
    if enough:
        from scipy.stats import false_discovery_control, wilcoxon

        chances = [float(wilcoxon(changed[at]).pvalue) for at in enough]
        for at, chance in zip(enough, false_discovery_control(chances), strict=True):
            verdicts[at] = bool(chance < LEVEL)
    return tuple(verdicts)
