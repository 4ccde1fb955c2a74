"""What colleagues do with cases: watching, linking, escalating; and what cases have in common, derived."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, Model, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.staff import Employee


class CaseWatch(Table):
    """Somebody who watches a case; `seen` is the journal entry up to which they know what became of it."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    employee = ForeignKeyField(Employee, lazy_load=False, index=False)
    at = InstantField()
    seen = IntegerField(default=0)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("employee", "withdrawn_at"), False),)


class CaseLink(Table):
    """Two cases that belong together; neither comes first."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    other = ForeignKeyField(Case, lazy_load=False, index=True)
    kind = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Escalation(Table):
    """A case put before a supervisor, until they answer."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    receiver = ForeignKeyField(Employee, lazy_load=False, index=False)
    reason = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    answered_at = InstantField(null=True)
    answered_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    answer = TextField(default="")
    words = TextField(default="")
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("receiver", "answered_at", "withdrawn_at"), False),)


class CaseTrait(Model):
    """Derived: what a case may have in common with others: its kind, its products, the words of its subject."""

    case = IntegerField(index=True)
    trait = TextField()

    class Meta:
        legacy_table_names = False
        indexes = ((("trait", "case"), False),)
