"""考核评分: ranking, a department's sheet, and how a score came about."""
