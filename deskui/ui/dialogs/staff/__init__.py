"""The staff directory: who is there, hours, colleagues and contacts at other firms."""
