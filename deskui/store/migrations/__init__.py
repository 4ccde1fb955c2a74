"""How the tables came to be, one numbered step after the other; a step that anybody has run is never changed.

To add a table:
1. write its model as a module of `store/models`, and name it in `models/__init__.py`;
2. declare it once more in the next number here, as it is that day, importing nothing that may change later, with an
   `up` that says `with db.bind_ctx(TABLES): db.create_tables(TABLES)`;
3. run `tests/store/test_schema.py`, which compares the two; what is made by hand beside the model is named there.
"""
