"""Going on from ids that were given with the rows: SQLite does so by itself, PostgreSQL has to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.store import models

if TYPE_CHECKING:
    from peewee import Database, Model

_GIVEN: Final[tuple[type[Model], ...]] = (
    *(models.Employee, models.Household, models.Customer, models.Order, models.Case),
    *(models.Conversation, models.Promise, models.Statement, models.Inquiry),
    *(models.StepTemplate, models.StepList),
)
"""The tables whose ids are given here."""


def catch_up(database: Database) -> None:
    """Let the next row of each table come behind those that are there, inside the caller's transaction."""
    if not database.sequences:
        return
    for model in _GIVEN:
        table = f'"{model._meta.table_name}"'
        highest = f"SELECT MAX(id) FROM {table}"
        database.execute_sql(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), ({highest}))")
