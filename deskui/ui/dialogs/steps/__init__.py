"""Checklists and guides: ticked, skipped, attached, and their templates."""
