"""The story of a case: everything that is kept about it, as one readable page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk.allowing import say_in
from deskui.desk.area import Area
from deskui.domain.case_history import CaseEventKind, event_words
from deskui.domain.goodwill.words import asked_words, given_words
from deskui.domain.steps.step_list import ListKind, StepState
from deskui.domain.story.sources import Happening, Sources
from deskui.domain.story.story import Audience, StoryKind
from deskui.domain.story.telling import tell
from deskui.store.reads import (
    approvals,
    calling,
    case_history,
    cases,
    conversations,
    follow_ups,
    goodwill,
    hand_overs,
    people,
    promises,
    references,
    steps,
    tips,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deskui.domain.case import Case
    from deskui.domain.case_history import CaseEvent
    from deskui.domain.directory import Inquiry
    from deskui.domain.ids import CaseId
    from deskui.domain.steps.step_list import StepList
    from deskui.domain.story.story import Story
    from deskui.domain.tips import TipOffer

_TOLD_ELSEWHERE: Final = (CaseEventKind.OPENED, CaseEventKind.HANDED)
"""What happened to a case that the story tells from what is kept of it."""
MOST_CONTACTS: Final = 1_000
"""So many contacts, and numbers, fit on a page that anybody reads; of more contacts, the newest are told."""


class Stories(Area):
    """Stories of cases, made of what is there; nothing of them is kept."""

    def of_case(self, case_id: CaseId) -> Story:
        """The story of a case up to now: a known number of statements, however long it is.

        Raises: NotFound when the case is no longer kept.
        """
        case, now, zone = cases.case(cases.survivor(case_id)), self.now(), self.session.zone
        case = replace(case, references=references.of_cases(case.ids, limit=MOST_CONTACTS).rows)
        contacts = conversations.of_cases(case.ids, MOST_CONTACTS)
        is_cut = len(contacts) == MOST_CONTACTS
        return tell(
            Sources(
                shop=self.session.shop,
                zone=zone,
                now=now,
                case=case,
                customer=people.customer(case.customer_id).name,
                contacts=contacts,
                told=tuple(each for each in told.of_customer(case.customer_id) if each.case_id in case.ids),
                promises=promises.of_cases(case.ids, now, zone),
                tasks=follow_ups.of_cases(case.ids),
                hand_overs=hand_overs.of_cases(case.ids),
                numbers=cases.numbers_taken(case.ids),
                happenings=(
                    *_happenings(case, case_history.of_cases(case.ids)),
                    *map(_called, calling.inquiries(case.ids, MOST_CONTACTS)),
                    *_stepped(steps.of_cases(case.ids)),
                    *map(_offered, tips.of_cases(case.ids)),
                    *self._conceded(case),
                ),
                left_out=conversations.count_of_cases(case.ids) - MOST_CONTACTS if is_cut else 0,
            )
        )

    def _conceded(self, case: Case) -> Iterator[Happening]:
        """What was given: what and how much may be read by the customer where it is marked so, never why.

        What a supervisor was asked and said is for colleagues.
        """
        say = say_in(self.session)
        for each in goodwill.of_cases(case.ids):
            is_theirs = each.concession.for_customer and each.stands
            audience = Audience.CUSTOMER if is_theirs else Audience.INTERNAL
            why = f"{each.concession.reason}. Approved by {each.approved_by}." if each.approved_by else ""
            words = given_words(each.concession, say)
            yield Happening(each.at, each.by, words, why or each.concession.reason, audience, StoryKind.GIVEN)
            if each.taken_back_at is not None:
                yield Happening(each.taken_back_at, each.taken_back_by, f"taken back: {words}")
        told = set()
        for asked in approvals.of_cases(case.ids):
            words, once = asked_words(asked.concession, say), (asked.asked_by_id, asked.at, asked.concession)
            if once not in told:  # what waits again was asked once
                yield Happening(asked.at, asked.asked_by, words, asked.concession.reason, kind=StoryKind.ASKED)
            told.add(once)
            if asked.answered_at is not None and asked.verdict is not None:
                said = f"{asked.verdict.value}: {asked_words(asked.concession, say, asked.allowed)}"
                kind = StoryKind.ANSWERED
                yield Happening(asked.answered_at, asked.answered_by, said, asked.words, kind=kind)


def _happenings(case: Case, events: Iterable[CaseEvent]) -> Iterator[Happening]:
    """What happened to the case itself: that it was opened and closed may be read by the customer, no more of it."""
    theirs = Audience.CUSTOMER
    yield Happening(case.opened_at, case.opened_by, case.subject, audience=theirs, kind=StoryKind.OPENED)
    for each in events:
        if each.kind is CaseEventKind.CLOSED:
            why = f"{each.words} With steps open, because: {case.unfinished}" if case.unfinished else each.words
            yield Happening(each.at, each.by, case.subject, why, theirs, StoryKind.CLOSED)
        elif each.kind not in _TOLD_ELSEWHERE:
            yield Happening(each.at, each.by, event_words(each))


def _called(each: Inquiry) -> Happening:
    """A call to whom one calls about the case; what was heard is for colleagues."""
    reached = f"called {each.contact}" if each.reached else f"tried {each.contact}, not reached"
    return Happening(each.at, each.by, reached, each.summary, kind=StoryKind.CALLED)


def _offered(each: TipOffer) -> Happening:
    """A tip that was offered; what they said to it is for colleagues, so that nobody offers it again."""
    return Happening(each.at, each.by, f"{each.title}: {each.answer}", each.words, kind=StoryKind.OFFERED)


def _stepped(lists: Iterable[StepList]) -> Iterator[Happening]:
    """Steps that were done or skipped; of a guide that the customer may read, they may read that too."""
    for each in lists:
        is_theirs = each.kind is ListKind.GUIDE and each.for_customer
        audience = Audience.CUSTOMER if is_theirs else Audience.INTERNAL
        for step in each.steps:
            if step.at is not None:
                by = f"the customer, noted by {step.by}" if step.by_customer else step.by
                kind = StoryKind.DONE if step.state is StepState.DONE else StoryKind.SKIPPED
                yield Happening(step.at, by, f"{each.title}: {step.text}", step.reason, audience, kind)
