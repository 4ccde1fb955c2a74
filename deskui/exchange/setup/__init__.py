"""The set-up of a shop as one TOML file, out and in."""
