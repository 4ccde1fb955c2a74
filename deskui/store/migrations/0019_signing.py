"""PINs, every attempt at one, and what was refused; a shop without an administrator gets one."""

from __future__ import annotations

from typing import Any, Final

from peewee import SQL, AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only, no_way_round


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Employee(Base):
    """Made by 0001."""


class Pin(Base):
    """Somebody's PIN."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    hash = TextField()
    set_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    set_at = BigIntegerField()
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)


class SignInAttempt(Base):
    """A PIN that was typed."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=False)
    desk = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    kind = TextField()
    purpose = TextField()

    class Meta:
        indexes = ((("employee", "id"), False), (("desk", "id"), False))


class Refusal(Base):
    """What somebody had no right to do."""

    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    desk = TextField()
    at = BigIntegerField()
    verb = TextField()
    reason = TextField()


TABLES: Final = (Pin, SignInAttempt, Refusal)


def up(migrator: Any, db: Any) -> None:
    """Make the tables; without an administrator, the first supervisor or else whoever came first becomes it."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for table in ("sign_in_attempt", "refusal"):
        append_only(db, table)
        no_way_round(db, table)
    ours = "withdrawn_at IS NULL AND company = ''"
    rank = "CASE role WHEN 'supervisor' THEN 0 WHEN 'expediter' THEN 2 ELSE 1 END"
    db.execute_sql(
        "UPDATE employee SET role = 'administrator', version = version + 1 "
        f"WHERE id = (SELECT id FROM employee WHERE {ours} ORDER BY {rank}, id LIMIT 1) "
        f"AND NOT EXISTS (SELECT 1 FROM employee WHERE role = 'administrator' AND {ours})"
    )
