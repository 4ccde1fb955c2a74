"""Peewee models: they stay inside the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.store.models.imported import Imported
from deskui.store.models.ledger import Change, Journal
from deskui.store.models.people import Alias, ContactPoint, Customer, Employee, Household, Opening, Shop
from deskui.store.models.search import SearchDoc, Vocabulary, VocabularyKey
from deskui.store.models.work import Case, Conversation, Note, Order, OrderLine, Reference

if TYPE_CHECKING:
    from peewee import Model

MODELS: Final[tuple[type[Model], ...]] = (
    Shop,
    Employee,
    Household,
    Customer,
    Alias,
    ContactPoint,
    Opening,
    Note,
    Case,
    Conversation,
    Order,
    OrderLine,
    Reference,
    Imported,
    Journal,
    Change,
    SearchDoc,
    Vocabulary,
    VocabularyKey,
)

__all__ = [
    "MODELS",
    "Alias",
    "Case",
    "Change",
    "ContactPoint",
    "Conversation",
    "Customer",
    "Employee",
    "Household",
    "Imported",
    "Journal",
    "Note",
    "Opening",
    "Order",
    "OrderLine",
    "Reference",
    "SearchDoc",
    "Shop",
    "Vocabulary",
    "VocabularyKey",
]
