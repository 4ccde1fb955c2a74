"""What supervisors judge, and how: which item comes first, and what is left of a text that is redacted."""
