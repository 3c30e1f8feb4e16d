"""What the choice looks like: a map of everyone with everyone for a sheet, pairs and groups as stars for a file."""
