"""The few words that a face itself adds to a paper."""

from __future__ import annotations

SIGNED_AND_DATED = "__________  ___.___.20___"
