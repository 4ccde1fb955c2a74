"""The story of a case: everything that is kept about it, as one readable page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.domain.story.sources import Happening, Sources
from deskui.domain.story.story import Audience, StoryKind
from deskui.domain.story.telling import tell
from deskui.store.reads import cases, conversations, follow_ups, hand_overs, people, promises, told

if TYPE_CHECKING:
    from deskui.domain.case import Case
    from deskui.domain.ids import CaseId
    from deskui.domain.story.story import Story

MOST_CONTACTS: Final = 1_000
"""So many contacts fit on a page that anybody reads; of more, the newest are told."""


class Stories(Area):
    """Stories of cases, made of what is there; nothing of them is kept."""

    def of_case(self, case_id: CaseId) -> Story:
        """The story of a case up to now: a known number of statements, however long it is.

        Raises: NotFound when the case is no longer kept.
        """
        case, now, zone = cases.case(case_id), self.now(), self.session.zone
        contacts = conversations.of_case(case_id, MOST_CONTACTS)
        is_cut = len(contacts) == MOST_CONTACTS
        return tell(
            Sources(
                shop=self.session.shop,
                zone=zone,
                now=now,
                case=case,
                customer=people.customer(case.customer_id).name,
                contacts=contacts,
                told=tuple(each for each in told.of_customer(case.customer_id) if each.case_id == case_id),
                promises=promises.of_case(case_id, now, zone),
                tasks=follow_ups.of_case(case_id),
                hand_overs=hand_overs.of_case(case_id),
                numbers=cases.numbers_taken(case_id),
                happenings=_happenings(case),
                left_out=conversations.count_of_case(case_id) - MOST_CONTACTS if is_cut else 0,
            )
        )


def _happenings(case: Case) -> tuple[Happening, ...]:
    """What happened to the case itself: that it was opened, and closed."""
    opened = Happening(
        case.opened_at, case.opened_by, case.subject, audience=Audience.CUSTOMER, kind=StoryKind.OPENED
    )
    if case.closed_at is None:
        return (opened,)
    closed = Happening(
        case.closed_at, "", case.subject, case.outcome, audience=Audience.CUSTOMER, kind=StoryKind.CLOSED
    )
    return (opened, closed)
