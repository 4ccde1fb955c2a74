"""What customers were given, what a supervisor was asked, and what each may decide: all of it append-only."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, BooleanField, ForeignKeyField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.customers import Customer
from deskui.store.models.manual import ArticleVersion
from deskui.store.models.promises import Promise
from deskui.store.models.staff import Employee


class Approval(Table):
    """A request for a concession over somebody's limit; never changed and never deleted.

    `counts_at` is its instant as `Goodwill` has it; it expires at `expires_at` on that clock.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    promise = ForeignKeyField(Promise, null=True, lazy_load=False, index=True)
    kind = TextField()
    amount_minor = BigIntegerField(null=True)
    currency = TextField()
    what = TextField(default="")
    reason = TextField()
    policy_version = ForeignKeyField(ArticleVersion, null=True, lazy_load=False, index=True)
    footing = TextField(default="")
    for_customer = BooleanField(default=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    at = InstantField()
    counts_at = InstantField(index=True)
    expires_at = InstantField(index=True)


class ApprovalAnswer(Table):
    """The one answer to a request; `amount_minor` is what was approved."""

    approval = ForeignKeyField(Approval, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    verdict = TextField()
    words = TextField(default="")
    amount_minor = BigIntegerField(null=True)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField(index=True)


class ApprovalSeen(Table):
    """Whoever asked has taken note of the answer."""

    approval = ForeignKeyField(Approval, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()


class Goodwill(Table):
    """A concession that was given; never changed and never deleted.

    `by` decided it, or asked where somebody else approved: `approved_by`. `charged_to` is whose limit it takes.
    `counts_at` is the instant as the limits see it, which no clock that is set back makes earlier than what was given
    before. `what` the customer may read, such as the truck rental; the reason is for the staff.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    promise = ForeignKeyField(Promise, null=True, lazy_load=False, index=True)
    kind = TextField()
    amount_minor = BigIntegerField(null=True)
    currency = TextField()
    what = TextField(default="")
    reason = TextField()
    policy_version = ForeignKeyField(ArticleVersion, null=True, lazy_load=False, index=True)
    footing = TextField(default="")
    for_customer = BooleanField(default=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    approved_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    approval = ForeignKeyField(Approval, null=True, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    charged_to = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    counts_at = InstantField(index=True)

    class Meta:
        indexes = (
            (("customer", "at", "id"), False),
            (("charged_to", "counts_at"), False),
            (("kind", "at", "id"), False),
        )


class GoodwillEntry(Table):
    """A concession was taken back: it counts no more, and stays readable."""

    goodwill = ForeignKeyField(Goodwill, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])
    reason = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()


class GoodwillLimit(Table):
    """One version of what a role, or a person, may decide of a kind, or of any (empty): the newest one holds.

    One without any amount says that there is no such limit any more.
    """

    role = TextField(default="")
    employee = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    kind = TextField(default="")
    per_act = BigIntegerField(null=True)
    per_customer = BigIntegerField(null=True)
    customer_period = TextField()
    per_clerk = BigIntegerField(null=True)
    clerk_period = TextField()
    currency = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()

    class Meta:
        indexes = ((("role", "employee", "kind", "id"), False),)
