"""What customers are entitled to: benefits, the ledger of each, their types, and the slips printed of them."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.customers import Customer
from deskui.store.models.orders import Order
from deskui.store.models.staff import Employee


class BenefitType(Table):
    """What a benefit is made from; `choices` are lines, `percent` is in hundredths, as in a benefit."""

    title = TextField()
    kind = TextField()
    percent = IntegerField(default=0)
    amount_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    valid_days = IntegerField(null=True)
    terms = TextField(default="")
    tier = TextField(default="")
    transferable = BooleanField(default=False)
    by_clerk = BooleanField(default=False)
    noun = TextField(default="")
    choices = TextField(default="")
    picks = IntegerField(default=0)
    change_months = IntegerField(null=True)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Benefit(Table):
    """A coupon, voucher, gift balance, tier perk or warranty of a customer; what is left of it says the ledger.

    `root` is the first of those that were reissued one from the other; a code, folded to `key`, is there once.
    """

    customer = ForeignKeyField(Customer, lazy_load=False, index=False)
    type = ForeignKeyField(BenefitType, null=True, lazy_load=False, index=True)
    kind = TextField()
    title = TextField()
    code = TextField(default="")
    key = TextField(default="", index=True)
    digits = TextField(null=True, index=True)
    percent = IntegerField(default=0)
    amount_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    valid_from = DateField(null=True)
    expires = DateField(null=True)
    terms = TextField(default="")
    transferable = BooleanField(default=False)
    noun = TextField(default="")
    choices = TextField(default="")
    picks = IntegerField(default=0)
    change_months = IntegerField(null=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    order = ForeignKeyField(Order, null=True, lazy_load=False, index=False)
    reissued_from = ForeignKeyField("self", null=True, lazy_load=False, index=False)
    root = ForeignKeyField("self", null=True, lazy_load=False, index=True)
    given_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    created_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("customer", "withdrawn_at", "id"), False),
            (("expires", "id"), False),
        )


class BenefitEntry(Table):
    """One change of a benefit; append-only: `amount` is of minor units of its currency, or of uses.

    `voids` is 1 where the code is void from then on, -1 where that is taken back. `counters` is the entry that this
    one takes back.
    """

    benefit = ForeignKeyField(Benefit, lazy_load=False, index=False)
    kind = TextField()
    amount = BigIntegerField(default=0)
    currency = TextField(default="")
    voids = IntegerField(default=0)
    choice = TextField(default="")
    instead = TextField(default="")
    reason = TextField(default="")
    other = ForeignKeyField(Benefit, null=True, lazy_load=False, index=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    agreed_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    counters = ForeignKeyField("self", null=True, lazy_load=False, index=False, constraints=[SQL("UNIQUE")])

    class Meta:
        indexes = ((("benefit", "id"), False),)


class BenefitSlip(Table):
    """A printed benefit: `content` is all that stood on it, `failure` why it did not come out of `printer`."""

    benefit = ForeignKeyField(Benefit, lazy_load=False, index=True)
    content = TextField()
    made_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    made_at = InstantField()
    printed_at = InstantField(null=True)
    printer = TextField(default="")
    failure = TextField(default="")
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
