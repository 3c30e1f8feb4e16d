"""What the buttons do: pure functions from tables to outcomes, a module per ribbon group."""
