"""The manual: its articles, their versions and what they are tied to."""
