"""The screens: they paint rows and send intents, and know the desk and the domain only."""
