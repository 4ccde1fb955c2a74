"""What customers were told, and what stands of it."""
