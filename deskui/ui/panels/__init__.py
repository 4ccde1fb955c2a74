"""What stands in each panel of the desk: pure functions from rows to lines."""
