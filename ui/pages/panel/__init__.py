"""评议: raters by departments, or anonymous ballots by count, and what they come to."""
