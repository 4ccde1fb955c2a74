"""Writes: each runs inside the caller's journal entry and changes only what it names."""
