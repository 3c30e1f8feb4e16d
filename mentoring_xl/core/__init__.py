"""The vocabulary that every floor speaks: cells, rows, tables, findings, edits, outcomes. Standard library only."""
