"""Cases: opening them, moving them along, giving them to a colleague."""
