"""What the customer is told, and was."""
