"""What the board counts, and the rows behind each number."""
