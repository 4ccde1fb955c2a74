"""Tables that nobody can rewrite, or not all of it: the database itself refuses UPDATE and DELETE.

Migrations call these functions, so what each makes stays as it is for good. A table that shall refuse something else
gets another function, called by a migration of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peewee import SqliteDatabase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Database


def append_only(db: Database, table: str) -> None:
    """Add triggers to `table` that refuse every UPDATE and DELETE, on either engine."""
    for verb in ("UPDATE", "DELETE"):
        name = f"{table}_no_{verb.lower()}"
        if isinstance(db, SqliteDatabase):
            refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
            db.execute_sql(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN {refuse}; END")
        else:
            db.execute_sql(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{table} is append-only' "
                "USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            db.execute_sql(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def no_way_round(db: Database, table: str, *unique: str) -> None:
    """Close what goes past the triggers of `append_only`: REPLACE on SQLite, TRUNCATE on PostgreSQL.

    `unique` are the columns beside the id by which a new row could take the place of another.
    """
    if isinstance(db, SqliteDatabase):
        same = " OR ".join(f"{column} = NEW.{column}" for column in ("id", *unique))
        refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
        taken = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"
        db.execute_sql(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} BEGIN {refuse}; END")
    else:
        refuse = f"{table}_no_delete()"
        db.execute_sql(f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {refuse}")


def keeps(db: Database, table: str, columns: Sequence[str], unique: Sequence[str] = ()) -> None:
    """Refuse on either engine to delete rows of `table`, to change these columns, and every way round that.

    The other columns may change. `unique` are the columns by which, all together, a new row could take the place of
    another, besides the id.
    """
    for verb, what in (("DELETE", "DELETE"), ("UPDATE", f"UPDATE OF {', '.join(columns)}")):
        name = f"{table}_no_{verb.lower()}"
        if isinstance(db, SqliteDatabase):
            refuse = f"SELECT RAISE(ABORT, '{table} keeps what was written')"
            db.execute_sql(f"CREATE TRIGGER {name} BEFORE {what} ON {table} BEGIN {refuse}; END")
        else:
            db.execute_sql(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{table} keeps what was written' "
                "USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            db.execute_sql(f"CREATE TRIGGER {name} BEFORE {what} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
    if isinstance(db, SqliteDatabase):
        taken = " AND ".join(f"{column} = NEW.{column}" for column in unique)
        same = f"EXISTS (SELECT 1 FROM {table} WHERE {f'id = NEW.id OR ({taken})' if unique else 'id = NEW.id'})"
        refuse = f"SELECT RAISE(ABORT, '{table} keeps what was written')"
        db.execute_sql(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {same} BEGIN {refuse}; END")
    else:
        refuse = f"{table}_no_delete()"
        db.execute_sql(f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {refuse}")
