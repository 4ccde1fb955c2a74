"""The command line: on the same footing as the screens."""
