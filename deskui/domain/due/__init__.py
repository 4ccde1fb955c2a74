"""What is due and what we owe: promises, follow-ups and calls in one list."""
