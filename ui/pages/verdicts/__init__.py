"""自评与核定: what departments claim and what assessors find, line by line, beside what was computed."""
