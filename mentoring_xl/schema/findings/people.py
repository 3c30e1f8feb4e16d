"""Findings of the banks, the staff list, the consents and the surveys (P)."""
