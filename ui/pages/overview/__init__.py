"""总览: the year at a glance."""
