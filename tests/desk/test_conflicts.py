"""Two people change one thing: the second is refused, whatever it is, and nothing of the first is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.case import CaseStatus
from deskui.domain.customer import ContactKind
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from deskui.domain.typed import FollowUpTyped, NoteTyped
from deskui.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView
    from tests.desk.counter import Counter

    Change = Callable[[Counter, CustomerView], Done]

PHONE = PointTyped(ContactKind.PHONE, "303 555 0199")


def _profile(counter: Counter, seen: CustomerView) -> Done:
    before = Profile.of(seen.customer)
    after = Profile("Shari Reyes")
    return counter.desk.customers.edit(seen.customer.id, seen.customer.version, before, after)


def _closed(counter: Counter, seen: CustomerView) -> Done:
    assert seen.case is not None
    return counter.desk.cases.close(seen.case, "Found.")


def _ready(counter: Counter, seen: CustomerView) -> Done:
    assert seen.case is not None
    return counter.desk.cases.set_status(seen.case, CaseStatus.READY)


CHANGES: dict[str, Change] = {
    "profile": _profile,
    "whom they ask for": lambda counter, seen: counter.desk.customers.prefer_clerk(
        seen.customer.id, seen.customer.version, counter.ben.id
    ),
    "phone": lambda counter, seen: counter.desk.points.edit(
        seen.customer.id, seen.known.points[0].id, seen.known.points[0].version, PHONE
    ),
    "phone taken away": lambda counter, seen: counter.desk.points.remove(
        seen.customer.id, seen.known.points[0].id, seen.known.points[0].version
    ),
    "note": lambda counter, seen: counter.desk.notes.edit(
        seen.customer.id, seen.notes[0].id, seen.notes[0].version, NoteTyped("gliders")
    ),
    "note taken away": lambda counter, seen: counter.desk.notes.withdraw(
        seen.customer.id, seen.notes[0].id, seen.notes[0].version
    ),
    "status": _ready,
    "case closed": _closed,
    "follow-up moved": lambda counter, seen: counter.desk.follow_ups.move(
        seen.follow_ups[0].id, seen.follow_ups[0].version, "in 2 weeks"
    ),
    "follow-up done": lambda counter, seen: counter.desk.follow_ups.settle(
        seen.follow_ups[0].id, seen.follow_ups[0].version
    ),
    "colleague away": lambda counter, _: counter.desk.duty.switch(counter.ben, False),
    "hours of a colleague": lambda counter, _: counter.desk.duty.set_hours_of(counter.ben, None),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_second_of_two_who_change_one_thing_is_refused(counter: Counter, change: str) -> None:
    whom = counter.customer()
    counter.desk.points.add(whom, PointTyped(ContactKind.PHONE, "303 555 0142"))
    counter.desk.notes.write(whom, NoteTyped("kites"))
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask", counter.day("fri")))
    counter.case(whom)
    seen = counter.desk.customers.view(whom)
    CHANGES[change](counter, seen)
    stands = counter.desk.customers.view(whom)
    with pytest.raises(Conflict, match="Somebody else has changed this meanwhile"):
        CHANGES[change](counter, seen)
    assert counter.desk.customers.view(whom) == stands
