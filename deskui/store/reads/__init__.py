"""Reads: each answers one question and returns frozen rows of the domain."""
