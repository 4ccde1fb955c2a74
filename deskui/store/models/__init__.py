"""Peewee models: they stay inside the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.store.models.day import FollowUp, HandOver, OwedCall, Visit
from deskui.store.models.imported import Imported
from deskui.store.models.ledger import Change, Journal
from deskui.store.models.people import Alias, ContactPoint, Customer, Employee, Household, Opening, Shop
from deskui.store.models.promises import OpenPromise, Promise, PromiseEntry, PromiseLike, Statement
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
    Promise,
    PromiseEntry,
    Statement,
    OpenPromise,
    PromiseLike,
    FollowUp,
    Visit,
    HandOver,
    OwedCall,
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
    "FollowUp",
    "HandOver",
    "Household",
    "Imported",
    "Journal",
    "Note",
    "OpenPromise",
    "Opening",
    "Order",
    "OrderLine",
    "OwedCall",
    "Promise",
    "PromiseEntry",
    "PromiseLike",
    "Reference",
    "SearchDoc",
    "Shop",
    "Statement",
    "Visit",
    "Vocabulary",
    "VocabularyKey",
]
