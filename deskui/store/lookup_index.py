"""The lookup index: see LookupIndex."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database


class LookupIndex:
    """Keeps and searches one document per customer."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def refresh(self, customer_id: int) -> None:
        """Make the customer's search document anew."""
