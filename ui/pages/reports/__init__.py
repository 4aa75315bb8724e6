"""报表: choose a form, see it as it will print, print it or save it, in batch for all departments."""
