"""When something is due, as people type it and as it is said back: days, times of day, windows."""
