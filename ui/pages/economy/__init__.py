"""经济指标: what was reached month by month, against the pace, and what is said about it."""
