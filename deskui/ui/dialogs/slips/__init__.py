"""Hand-off slips: looking at one, printing it, and those of before."""
