"""Promises nobody can rewrite, how they stand, and the advice on what to promise."""
