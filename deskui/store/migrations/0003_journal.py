"""The journal, which nobody can rewrite."""

from __future__ import annotations

from typing import Any

from peewee import SQL, AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only


def up(migrator: Any, db: Any) -> None:
    class Base(Model):
        id = AutoField()

        class Meta:
            database = db
            legacy_table_names = False

    class Employee(Base):
        pass

    class Journal(Base):
        at = BigIntegerField()
        desk = TextField()
        employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
        verb = TextField()
        subject = IntegerField(default=0)
        customer = IntegerField(null=True, index=True)
        undoes = IntegerField(null=True, constraints=[SQL("UNIQUE")])
        operation = TextField(constraints=[SQL("UNIQUE")])
        content = TextField()
        digest = TextField()

        class Meta:
            indexes = ((("employee", "id"), False),)

    class Change(Base):
        journal = IntegerField(index=True)
        entity = TextField()
        row = IntegerField()
        before = TextField(null=True)
        after = TextField()
        salt = TextField()

        class Meta:
            indexes = ((("entity", "row"), False),)

    db.create_tables([Journal, Change])
    append_only(db, "journal")
