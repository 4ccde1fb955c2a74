"""What the board counts is counted over indexes, and each promise keeps the time that was advised for it."""

from __future__ import annotations

from typing import Any, Final

from peewee import BigIntegerField, BooleanField, IntegerField, Model, TextField

from deskui.store.append_only import moves_with_customer


class PromiseFigure(Model):
    """What the board counts of a promise: derived."""

    promise = IntegerField(primary_key=True)
    due = BigIntegerField()
    owner = IntegerField(null=True)
    case_kind = TextField()
    outcome = TextField()
    moved = IntegerField()
    tight = BooleanField(null=True)

    class Meta:
        legacy_table_names = False
        indexes = ((("due", "owner", "case_kind", "outcome", "moved", "tight"), False),)


TABLES: Final = (PromiseFigure,)
# What is withdrawn is never counted, so the indexes leave it out.
_INDEXES: Final = (
    "CREATE INDEX conversation_by_time ON conversation (at, direction, reached, employee_id, case_id, customer_id)"
    " WHERE withdrawn_at IS NULL",
    "CREATE INDEX visit_by_time ON visit (opened_at, ended_at, how, employee_id, conversation_id)"
    " WHERE withdrawn_at IS NULL",
    'CREATE INDEX case_by_closing ON "case" (closed_at, owner_id, kind)'
    " WHERE withdrawn_at IS NULL AND merged_into_id IS NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Make the table and the indexes, and have all promises of before counted."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    db.execute_sql("ALTER TABLE promise ADD COLUMN advised BIGINT")
    moves_with_customer(db, "promise")  # once more: on one of the engines it names every column that must stay
    for index in _INDEXES:
        db.execute_sql(index)
    db.execute_sql("UPDATE shop SET recount_from = 0")
