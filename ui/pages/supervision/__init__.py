"""督查: the ledger, an item's whole story, the actions on it, and the directives of the day."""
