"""Dialogs of the board."""
