"""Findings of the roadmap (R)."""
