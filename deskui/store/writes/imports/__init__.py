"""Writing what files bring: who a record is about, what of it is new, and the rows that follow."""
