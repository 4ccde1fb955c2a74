"""Reviewing what was written, and what is said to people about their work."""
