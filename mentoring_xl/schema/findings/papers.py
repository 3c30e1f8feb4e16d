"""Findings of orders (D)."""
