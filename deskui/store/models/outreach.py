"""Whom to call for their own sake: the rules, what came of calls, who is calling, and what the rules look at."""

from __future__ import annotations

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.conversations import Conversation
from deskui.store.models.customers import Customer
from deskui.store.models.manual import Article
from deskui.store.models.staff import Employee


class OutreachRule(Table):
    """One version of a rule; triggers refuse to change it. `tiers` holds them one a line, in lower case.

    What to say is in the `script`, or in an article of the manual while one is in force.
    """

    family = IntegerField()
    number = IntegerField()
    kind = TextField()
    title = TextField()
    days = IntegerField()
    tiers = TextField(default="")
    years = IntegerField(default=1)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    branch = TextField(default="")
    cap = IntegerField()
    priority = TextField()
    is_on = BooleanField()
    script = TextField(default="")
    article = ForeignKeyField(Article, null=True, lazy_load=False, index=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("family", "number"), True),)


class OutreachTry(Table):
    """What came of a call, or why it was skipped; `again_on` is the first day they may be listed again.

    `about` are the reasons in words, `families` the rules they came from: ` 3 5 `.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField(index=True)
    outcome = TextField()
    reason = TextField(default="")
    about = TextField(default="")
    families = TextField(default="")
    again_on = DateField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("customer", "withdrawn_at", "at", "id"), False),)


class OutreachClaim(Table):
    """Somebody has taken a customer of the list to call them, until that instant."""

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    desk = TextField()
    until = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class OutreachFact(Model):
    """Derived: what the rules look at of each customer who is kept.

    `met_at` is when they were last reached or bought something, else when they became known here. `anniversary` and
    `birthday` are month and day, `11-22`; the 1st of January stands for a year alone and is none. `rests_until` is
    the first day on which rules may list them again.
    """

    customer = IntegerField(primary_key=True)
    tier = TextField()
    met_at = InstantField(index=True)
    anniversary = TextField(null=True, index=True)
    since_year = IntegerField(null=True)
    birthday = TextField(null=True, index=True)
    may_call = BooleanField()
    rests_until = DateField(null=True)

    class Meta:
        legacy_table_names = False
        indexes = ((("tier", "met_at"), False),)
