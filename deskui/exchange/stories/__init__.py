"""The story of a case in every format."""
