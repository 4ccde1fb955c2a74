"""DeskUI: the customer in front of you, on screen in five keystrokes."""

__version__ = "0.1.0"
