"""Lists of steps: their templates in versions, and those started on cases."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from deskui.store.models.base import InstantField, Table
from deskui.store.models.cases import Case
from deskui.store.models.staff import Employee


class StepTemplate(Table):
    """One version of a checklist or guide; `lines` holds its steps one a line, and triggers refuse to change it."""

    family = IntegerField()
    number = IntegerField()
    kind = TextField()
    title = TextField()
    case_kind = TextField(default="")
    stage = TextField(default="")
    lines = TextField()
    for_customer = BooleanField(default=False)
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField()
    retired_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("family", "number"), True),)


class StepList(Table):
    """A list started on a case, with what it was called then."""

    case = ForeignKeyField(Case, lazy_load=False, index=True)
    template = ForeignKeyField(StepTemplate, null=True, lazy_load=False, index=False)
    kind = TextField()
    stage = TextField(default="")
    title = TextField()
    for_customer = BooleanField(default=False)
    started_by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    started_at = InstantField()
    withdrawn_at = InstantField(null=True)
    version = IntegerField(default=1)


class Step(Table):
    """A step of a started list: it goes with its list alone, so it has no withdrawal of its own."""

    step_list = ForeignKeyField(StepList, lazy_load=False, index=False)
    position = IntegerField()
    text = TextField()
    state = TextField(default="open")
    by_customer = BooleanField(default=False)
    reason = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = InstantField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("step_list", "position"), True),)
