"""Charts by matplotlib: the same figure in a report, on the screen and in the clipboard."""
