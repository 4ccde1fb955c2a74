"""The few widgets everything on screen is made of."""
