"""The shop and its staff."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from deskui.domain.review.words import STARTING_LIST
from deskui.store.models.base import InstantField, Table


class Shop(Table):
    """The one shop this database belongs to.

    Promises after the one with the id `recount_from` are still counted as before the hours, or the program, changed;
    null when none is. Of what is written, supervisors review what holds one of `review_words`, the first so many of
    everybody, and one in so many of the rest; facts that nobody confirmed for `review_stale` months come up.
    Items of the review after the one with the id `sort_from` have their place by earlier rules still; null when none
    has. `scrub` says what is to be done until nothing that was redacted is readable in the files; empty: nothing.
    """

    name = TextField()
    zone = TextField()
    region = TextField()
    currency = TextField()
    hours = TextField(default="")
    holidays = TextField(default="")
    recount_from = IntegerField(null=True)
    review_words = TextField(default=STARTING_LIST)
    review_one_in = IntegerField(default=10)
    review_first = IntegerField(default=10)
    review_stale = IntegerField(default=12)
    sort_from = IntegerField(null=True)
    scrub = TextField(default="")
    created_at = InstantField()
    version = IntegerField(default=1)


class Employee(Table):
    """Someone in the staff directory; `company` is empty for our own staff."""

    name = TextField()
    role = TextField()
    extension = TextField(default="")
    phone = TextField(default="")
    branch = TextField(default="")
    interests = TextField(default="")
    present = BooleanField(default=True)
    hours = TextField(default="")
    company = TextField(default="")
    zone = TextField(default="")
    holidays = TextField(default="")
    skills = TextField(default="")
    email = TextField(default="")
    is_manager = BooleanField(default=False)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Deputy(Table):
    """Who stands in for somebody who is not there; the first `position` is asked first."""

    employee = ForeignKeyField(Employee, lazy_load=False, index=True)
    deputy = ForeignKeyField(Employee, lazy_load=False, index=True)
    position = IntegerField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
