"""Tips that were offered to customers, append-only."""

from __future__ import annotations

from peewee import ForeignKeyField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.customers import Customer
from deskui.store.models.manual import Article, ArticleVersion
from deskui.store.models.orders import Order
from deskui.store.models.staff import Employee


class TipOffer(Table):
    """A tip that a customer was offered and their answer, or that one was entered by mistake: which, in `corrects`.

    `title` is what the tip was called then.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    article = ForeignKeyField(Article, lazy_load=False, index=True)
    article_version = ForeignKeyField(ArticleVersion, lazy_load=False, index=False)
    title = TextField()
    answer = TextField()
    words = TextField(default="")
    corrects = ForeignKeyField("self", null=True, lazy_load=False, index=True)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()

    class Meta:
        indexes = ((("customer", "article"), False),)
