"""Customers: adding, changing and reaching them, and who knows them."""
