"""Calls to contact persons, and what each was about."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case, Reference
from deskui.store.models.staff import Employee


class Inquiry(Table):
    """A call to a contact person; it is no contact with a customer."""

    contact = ForeignKeyField(Employee, lazy_load=False, index=True)
    at = InstantField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    reached = BooleanField()
    summary = TextField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class InquiryReference(Table):
    """A case that a call was about, or one number in it; several cases of several customers may share a call."""

    inquiry = ForeignKeyField(Inquiry, lazy_load=False, index=True)
    case = ForeignKeyField(Case, lazy_load=False, index=True)
    reference = ForeignKeyField(Reference, null=True, lazy_load=False, index=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)
