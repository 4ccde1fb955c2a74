"""Whom the screen knows that hides the desk: the staff, who has a PIN, and whom typed letters mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.staff import Role

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Whom the screen knows: the staff, who has a PIN, and who is acting or awaited."""

    shop: str
    desk: str
    staff: tuple[Employee, ...]
    with_pin: frozenset[EmployeeId]
    me: Employee | None

    @classmethod
    def of(cls, desk: Desk) -> AtTheDoor:
        """As things stand now; runs on the lane."""
        session = desk.session
        me = session.employee or session.awaited
        return cls(session.shop, session.desk, desk.shop.staff(), desk.signing.with_pin(), me)

    def needs_pin(self, who: Employee | None) -> bool:
        """Whether acting as them takes a PIN, as the desk sees it."""
        if who is None:
            return False
        return who.id in self.with_pin or (bool(self.with_pin) and who.may_act_as(Role.SUPERVISOR))

    def begins(self, typed: str) -> bool:
        """Whether somebody's name begins so."""
        wanted = _folded(typed)
        return any(each.name.casefold().startswith(wanted) for each in self.staff)

    def named(self, typed: str) -> Employee | None:
        """Whom the typed letters mean: a whole name, or how only one begins."""
        wanted = _folded(typed)
        exactly = [each for each in self.staff if each.name.casefold() == wanted]
        begun = [each for each in self.staff if wanted and each.name.casefold().startswith(wanted)]
        found = exactly or begun
        return found[0] if len(found) == 1 or exactly else None

    def beside(self, typed: str, step: int) -> str:
        """The name that comes so many steps after whom the typed letters mean, round and round."""
        names, now = [each.name for each in self.staff], self.named(typed)
        place = names.index(now.name) + step if now is not None else (0 if step > 0 else -1)
        return names[place % len(names)]

    def takes_digits(self, typed: str) -> bool:
        """Whether digits may stand behind a name: not behind that of somebody who needs no PIN, or they are seen.

        Where a name of the staff has digits they may.
        """
        who = self.named(typed)
        return who is None or self.needs_pin(who) or any(re.search("[0-9]", each.name) for each in self.staff)


def _folded(typed: str) -> str:
    return " ".join(typed.casefold().split())
