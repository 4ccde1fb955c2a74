"""What is done from the call list: logging calls, skipping rows, changing rules."""
