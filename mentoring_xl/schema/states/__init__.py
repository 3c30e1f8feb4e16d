"""The states of rows by name: whoever asks for one names it, and nobody counts places in a drop-down list."""
