"""What was promised, append-only, and what is derived from it to be read fast."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, BooleanField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.conversations import Conversation
from deskui.store.models.customers import Customer
from deskui.store.models.staff import Employee


class Promise(Table):
    """A promise as it was made; never changed and never deleted (triggers refuse both).

    `advised` is the due time that was advised when it was made; null where nothing was known of such promises.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    what = TextField()
    kind = TextField(default="")
    due = InstantField()
    earliest = InstantField(null=True)
    basis = TextField()
    made_at = InstantField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    conversation = ForeignKeyField(Conversation, null=True, lazy_load=False, index=False)
    source_key = TextField(null=True, constraints=[SQL("UNIQUE")])
    advised = InstantField(null=True)

    class Meta:
        indexes = ((("customer", "made_at", "id"), False),)


class PromiseEntry(Table):
    """What happened to a promise; never changed and never deleted."""

    promise = ForeignKeyField(Promise, lazy_load=False, index=True)
    kind = TextField()
    at = InstantField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    due = InstantField(null=True)
    earliest = InstantField(null=True)
    reason = TextField(default="")
    told = BooleanField(default=False)

    class Meta:
        indexes = ((("kind", "at"), False),)


class OpenPromise(Model):
    """Derived: the promises that nothing has settled, broken ones among them, as they are due now.

    `case` is the one that is left where its own was merged into another. `owner` is whose it is to keep: the owner's
    of that case, else theirs who made it.
    """

    promise = IntegerField(primary_key=True)
    customer = IntegerField(index=True)
    case = IntegerField(null=True)
    by = IntegerField(null=True)
    owner = IntegerField(null=True, index=True)
    due = InstantField(index=True)

    class Meta:
        legacy_table_names = False


class PromiseLike(Model):
    """Derived: how long each promise took, in working minutes, for the advisor.

    `made` is an instant by the working clock. `took` is null until it is kept; `ended` is how long it had been
    open when it was released or superseded, else null. `draw` shuffles the ids, so that the first rows by it are
    an even sample. `product` is null where it is about none; the indexes by product, which leave those rows out,
    are made by their migration.
    """

    promise = IntegerField(primary_key=True)
    kind = TextField()
    case_kind = TextField()
    draw = BigIntegerField()
    made = IntegerField()
    took = IntegerField(null=True)
    ended = IntegerField(null=True)
    product = TextField(null=True)

    class Meta:
        legacy_table_names = False
        indexes = (
            (("draw", "made", "took", "ended"), False),
            (("kind", "draw", "made", "took", "ended"), False),
            (("case_kind", "kind", "draw", "made", "took", "ended"), False),
        )


class PromiseFigure(Model):
    """Derived: what the board counts of each promise that was not taken back.

    `due` is when it is due now, `outcome` what settled it, empty while nothing has: whether it is broken then is
    decided by the clock. `owner` is whose it is to keep, as in the due list, `case_kind` the kind of the case that is
    left where its own was merged into another. `tight` is null where nothing was advised.
    """

    promise = IntegerField(primary_key=True)
    due = InstantField()
    owner = IntegerField(null=True)
    case_kind = TextField()
    outcome = TextField()
    moved = IntegerField()
    tight = BooleanField(null=True)

    class Meta:
        legacy_table_names = False
        indexes = ((("due", "owner", "case_kind", "outcome", "moved", "tight"), False),)
