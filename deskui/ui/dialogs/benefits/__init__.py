"""Dialogs about what customers are entitled to."""
