"""Tips that were offered, which nobody can rewrite, and what earlier concessions are found by."""

from __future__ import annotations

from typing import Any, Final

from peewee import AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only, moves_with_customer, no_way_round


class Root(Model):
    """What all of these tables have in common."""

    class Meta:
        legacy_table_names = False


class Base(Root):
    """What has a number of its own."""

    id = AutoField()


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class Order(Base):
    """Made by 0002."""

    class Meta:
        table_name = "orders"


class Article(Base):
    """Made by 0020."""


class ArticleVersion(Base):
    """Made by 0020."""


class TipOffer(Base):
    """A tip that a customer was offered."""

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
    at = BigIntegerField()

    class Meta:
        indexes = ((("customer", "article"), False),)


class PrecedentTrait(Root):
    """What a concession or a refused request is found by: derived."""

    source = TextField()
    row = IntegerField()
    trait = TextField()
    kind = TextField()
    at = BigIntegerField()

    class Meta:
        primary_key = False
        indexes = ((("trait", "at"), False), (("source", "row", "trait"), False))


TABLES: Final = (TipOffer, PrecedentTrait)


def up(migrator: Any, db: Any) -> None:
    """Make the tables; what was offered goes along with a merge, and nothing else of it can change."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    append_only(db, "tip_offer")
    no_way_round(db, "tip_offer")
    moves_with_customer(db, "tip_offer")
