"""The forms: one module each, pure functions from results to plain data (strings, sums already made)."""
