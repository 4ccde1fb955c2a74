"""The set-up of the shop."""
