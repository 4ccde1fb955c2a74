"""Outreach: whom to call for their own sake, by rules of the shop, and what came of it."""
