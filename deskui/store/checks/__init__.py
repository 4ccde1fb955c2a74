"""Looking a database over: whether its file, its tables, its journal and its rows are what they were written as."""
