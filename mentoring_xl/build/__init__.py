"""The bench: the files that are built from the schema and committed; nothing imports it."""
