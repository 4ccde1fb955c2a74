"""What the lookup index is made of: documents, the words in them, queries, numbers, and the rows shown."""
