"""结转: what a year leaves undone goes into the next."""
