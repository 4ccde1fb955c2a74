"""The board: what was done in a period, counted, and held against the one before."""
