"""方案推演: a copy of the scheme beside today's; ranks, grades and money move at once, nothing is stored until 采用."""
