"""What the counter does: typed verbs, one transaction each, by somebody who may do them."""
