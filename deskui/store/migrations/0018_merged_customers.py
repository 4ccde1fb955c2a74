"""Two customers who are one person are merged, and separated again."""

from __future__ import annotations

from typing import Any, Final

from peewee import AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only, lets_change, moves_with_customer, no_way_round


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class CustomerMerge(Base):
    """Two customers made one."""

    kept = ForeignKeyField(Customer, lazy_load=False, index=True)
    gone = ForeignKeyField(Customer, lazy_load=False, index=True)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    came = TextField(default="{}")
    newest = TextField(default="{}")
    rank = IntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class MovedRow(Base):
    """A row that a merge moved."""

    merge = ForeignKeyField(CustomerMerge, lazy_load=False, index=False)
    entity = TextField()
    row = IntegerField()

    class Meta:
        indexes = ((("entity", "row", "merge"), True), (("merge", "entity"), False))


TABLES: Final = (CustomerMerge, MovedRow)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, point customers at who they were merged into, and let what was said follow a merge."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    db.execute_sql("ALTER TABLE customer ADD COLUMN merged_into_id INTEGER REFERENCES customer (id)")
    db.execute_sql("CREATE INDEX customer_merged_into_id ON customer (merged_into_id)")
    append_only(db, "moved_row")
    no_way_round(db, "moved_row")
    append_only(db, "customer_merge")
    no_way_round(db, "customer_merge")
    lets_change(db, "customer_merge", ("withdrawn_at", "version"), "OLD.withdrawn_at IS NULL")
    for table in ("promise", "statement"):
        moves_with_customer(db, table)
