"""The board in every format."""
