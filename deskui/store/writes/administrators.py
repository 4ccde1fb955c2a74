"""No verb, whichever it is, leaves a shop without an administrator who can sign in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deskui.domain.staff import Role
from deskui.errors import NotAllowed
from deskui.store import models
from deskui.store.reads import signing

if TYPE_CHECKING:
    from deskui.store.entry import Entry, RowChange


def refuse_without_administrator(entry: Entry) -> None:
    """See that what a verb wrote leaves an administrator, and one with a PIN where PINs are in use.

    Raises: NotAllowed.
    """
    if not any(_may_take_one(change) for change in entry.changes):
        return
    who = models.Employee
    ours = who.select(who.id).where(who.withdrawn_at.is_null(), who.company == "", who.role == Role.ADMINISTRATOR)
    if not ours.exists():
        raise NotAllowed("A shop needs an administrator; make somebody else one first.")
    if signing.with_pin() and not signing.administrators_with_pin():
        raise NotAllowed("While others have a PIN, an administrator needs one; give it to somebody who is one first.")


def _may_take_one(change: RowChange) -> bool:
    """Roles are changed, people are withdrawn, and PINs are taken away."""
    if change.before is None or change.entity not in ("employee", "pin"):
        return False
    before, after = json.loads(change.before), json.loads(change.after)
    return before.get("role") == Role.ADMINISTRATOR or after.get("withdrawn_at") is not None
