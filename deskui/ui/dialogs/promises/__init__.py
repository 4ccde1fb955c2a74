"""Promises: making, moving and settling them."""
