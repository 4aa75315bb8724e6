"""年终对表检查: every blank of a year, filled or explained."""
