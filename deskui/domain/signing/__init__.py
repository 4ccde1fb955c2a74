"""Signing in: which PINs are taken, and how long one waits after wrong ones."""
