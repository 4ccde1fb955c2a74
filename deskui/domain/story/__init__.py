"""A case as one readable page, from the first contact to now."""
