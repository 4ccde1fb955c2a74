"""What the customer takes along: the hand-off slip of a case."""
