"""Values and rules of the counter: standard library only, no clock, no I/O."""
