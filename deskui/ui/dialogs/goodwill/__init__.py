"""Goodwill: giving it, what a supervisor is asked, and the limits of both."""
