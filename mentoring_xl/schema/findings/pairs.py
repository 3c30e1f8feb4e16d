"""Findings of matching and pairs (M)."""
