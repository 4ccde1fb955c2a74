"""The staff: who is there, hours, new colleagues."""
