"""The search of the manual: a folded document for each version, and the words in all of them."""
