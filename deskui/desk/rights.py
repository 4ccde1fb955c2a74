"""What a role may do: of a verb, and of what it writes about people, also where it is taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.staff import ABOVE_CLERKS, Role
from deskui.errors import NoRight
from deskui.store.reads import staff

if TYPE_CHECKING:
    from deskui.desk.verb import Verb
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry, RowChange

_ANYBODYS: Final = frozenset({"present"})
"""What anybody may write about a colleague: that they are there, or away."""
_NOT_OWN: Final = frozenset({"role", "is_manager", "withdrawn_at"})
"""What nobody writes about themselves without the right to write it about others."""


def check_right(entry: Entry, verb: Verb) -> Employee | None:
    """The person acting as kept now, when their role allows the verb; None for whoever owns the file.

    Raises: NoRight.
    """
    me = entry.actor.employee_id
    if me is None:
        return None  # the first start, and imports of whoever owns the file
    who = staff.employee(me)
    if who is None or not who.may_act_as(verb.needs):
        raise NoRight(f"Only {_a(verb.needs)} may do that; ask one to sign in here.")
    return who


def check_people(entry: Entry, me: Employee | None) -> None:
    """See that what a verb wrote about people is what the person acting may write about them.

    Raises: NoRight.
    """
    if me is None:
        return
    for change in entry.changes:
        if change.entity == "employee":
            needed = _needed(change, me)
            if not me.may_act_as(needed):
                raise NoRight(f"Only {_a(needed)} may change that of somebody; ask one to sign in here.")


def _needed(change: RowChange, me: Employee) -> Role:
    """The role that it takes to write this about somebody."""
    before: dict[str, Any] = {} if change.before is None else json.loads(change.before)
    after: dict[str, Any] = json.loads(change.after)
    if {before.get("role"), after.get("role")} & ABOVE_CLERKS:
        return Role.ADMINISTRATOR
    if change.before is None:
        return Role.CLERK if after.get("company") else Role.SUPERVISOR
    if after and set(after) <= _ANYBODYS:
        return Role.CLERK
    whose = staff.employee(change.row)  # type: ignore[arg-type]
    if whose is None or whose.is_outside:
        return Role.CLERK
    if "withdrawn_at" in after and whose.role in ABOVE_CLERKS:
        return Role.ADMINISTRATOR
    return Role.CLERK if whose.id == me.id and not _NOT_OWN & set(after) else Role.SUPERVISOR


def _a(role: Role) -> str:
    return f"an {role}" if role.value[0] in "aeiou" else f"a {role}"
