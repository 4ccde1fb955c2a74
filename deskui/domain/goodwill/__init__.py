"""What is given to a customer beyond what they bought, and who may decide it."""
