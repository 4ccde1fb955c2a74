"""Contacts: the wrap-up, and a conversation whole."""
