"""The hand-off slip in every format, and its way to a printer."""
