"""What a story is made of, as the desk reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.story.story import Audience, StoryKind

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from deskui.domain.case import Case
    from deskui.domain.conversation import Conversation
    from deskui.domain.due.follow_up import FollowUp
    from deskui.domain.hand_over import HandOver
    from deskui.domain.order import ReferenceKind
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.told.statement import Statement


@dataclass(frozen=True, slots=True)
class NumberTaken:
    """A number that was taken down for the case, and when."""

    at: datetime
    kind: ReferenceKind
    number: str


@dataclass(frozen=True, slots=True)
class TaskKept:
    """A follow-up of the case, with who planned it and when."""

    task: FollowUp
    planned_at: datetime
    planned_by: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to the case itself; `why` is internal always, `words` as `audience` says."""

    at: datetime
    by: str
    words: str
    why: str = ""
    audience: Audience = Audience.INTERNAL
    kind: StoryKind = StoryKind.CHANGED


@dataclass(frozen=True, slots=True)
class Sources:
    """All that is kept about one case; the order of each part does not matter."""

    shop: str
    zone: tzinfo
    now: datetime
    case: Case
    customer: str
    contacts: tuple[Conversation, ...] = ()
    told: tuple[Statement, ...] = ()
    promises: tuple[PromiseView, ...] = ()
    tasks: tuple[TaskKept, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    numbers: tuple[NumberTaken, ...] = ()
    happenings: tuple[Happening, ...] = ()
    left_out: int = 0
    """Contacts that were not read, because there are too many."""
