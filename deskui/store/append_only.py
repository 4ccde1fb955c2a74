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


def lets_change(db: Database, table: str, columns: tuple[str, ...], where: str) -> None:
    """Let UPDATE change these columns of a table of `append_only`, and those only, where a condition holds.

    The condition may name the row as it is, OLD, and as it would be, NEW.
    """
    _lets(db, table, ((columns, where),))


def _lets(db: Database, table: str, ways: Sequence[tuple[tuple[str, ...], str]]) -> None:
    """Let UPDATE change the columns of one of several ways where the condition of that way holds."""
    name, refuse = f"{table}_no_update", f"{table} is append-only"
    if isinstance(db, SqliteDatabase):
        allowed = _any_of([f"{_others_same(db, table, columns)} AND {where}" for columns, where in ways])
        db.execute_sql(f"DROP TRIGGER {name}")
        db.execute_sql(
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN NOT ({allowed}) "
            f"BEGIN SELECT RAISE(ABORT, '{refuse}'); END"
        )
    else:
        rows = ["to_jsonb({}) - ARRAY[" + ", ".join(f"'{each}'" for each in columns) + "]" for columns, _ in ways]
        each_way = zip(rows, ways, strict=True)
        allowed = _any_of([f"{row.format('NEW')} = {row.format('OLD')} AND {where}" for row, (_, where) in each_way])
        db.execute_sql(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {allowed} THEN RETURN NEW; END IF; "
            f"RAISE EXCEPTION '{refuse}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )


def _any_of(conditions: Sequence[str]) -> str:
    return conditions[0] if len(conditions) == 1 else " OR ".join(f"({each})" for each in conditions)


def _others_same(db: Database, table: str, columns: tuple[str, ...]) -> str:
    others = (each.name for each in db.get_columns(table) if each.name not in columns)
    return " AND ".join(f'NEW."{column}" IS OLD."{column}"' for column in others)


def moves_with_customer(db: Database, table: str) -> None:
    """Let a row of a table of `append_only` go to another customer along a merge that names it, and back."""
    _lets(db, table, (_along_a_merge(table),))


def lets_erase(db: Database, table: str, texts: tuple[str, ...], redacted: str) -> None:
    """Let these texts of a row of `moves_with_customer` change as well, where it was redacted by a supervisor."""
    _lets(db, table, (_along_a_merge(table), (texts, redacted)))


def _along_a_merge(table: str) -> tuple[tuple[str, ...], str]:
    along = (
        "(m.gone_id = OLD.customer_id AND m.kept_id = NEW.customer_id AND m.withdrawn_at IS NULL) "
        "OR (m.kept_id = OLD.customer_id AND m.gone_id = NEW.customer_id)"
    )
    named = f"r.entity = '{table}' AND r.\"row\" = OLD.id"
    merge = f"SELECT 1 FROM moved_row r JOIN customer_merge m ON m.id = r.merge_id WHERE {named} AND ({along})"
    return ("customer_id",), f"EXISTS ({merge})"


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
