"""What waits for the supervisor of the sample shop, and what was said to its clerks about their work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.demo.staff import ACTING, SUPERVISOR
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.note import ReviewState
from deskui.store import models
from deskui.store.reads.rows import tuples
from deskui.store.writes import review_queue
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar

_LATELY: Final = 3
"""What was said in so many days waits for the supervisor."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said `ago` days back about the last conversation that somebody had with a customer."""

    ago: int
    clock: str
    kind: FeedbackKind
    whose: str
    customer: str
    words: str
    back: str = ""
    is_seen: bool = True


REMARKS: Final = (
    Remark(2, "17:20", FeedbackKind.COMMEND, ACTING, "Shari Caldwell",
           "You wrote down all five numbers and told her when the hub answers. That is how it is done.",
           is_seen=False),
    Remark(9, "16:05", FeedbackKind.COACH, ACTING, "Delia Montrose",
           "Give her Rosa's extension and hours before she asks; she called twice for it.",
           "Done, and it stands on her slip now."),
    Remark(4, "12:10", FeedbackKind.COMMEND, "Paul", "Shari Caldwell", "She asks for you by name. Thank you."),
)  # fmt: skip
_SAID: Final = ("kind", "about", "row", "customer", "whose", "by", "comment", "at", "seen_at")


def tell_reviews(database: Database, when: Calendar, staff: Mapping[str, int]) -> None:
    """Have what is new wait for the supervisor, and say to clerks what was said to them."""
    note, talk = models.Note, models.Conversation
    since = when.at(_LATELY, "00:00")
    talk.update(review=ReviewState.WAITING.value).where(talk.at >= since, talk.employee.is_null(False)).execute()
    waiting = {
        str(model._meta.table_name): {row for (row,) in tuples(model.select(model.id).where(which))}
        for model, which in (
            (note, note.review == ReviewState.WAITING.value),
            (talk, talk.review == ReviewState.WAITING.value),
        )
    }
    review_queue.refresh(waiting)
    said = [row for each in REMARKS if (row := _row(each, when, staff)) is not None]
    insert_rows(database, models.Feedback, _SAID, said)
    for number, each in enumerate(REMARKS, 1):
        if each.back:
            at = when.at(each.ago, each.clock)
            back = [(number, staff[each.whose], each.back, at + 3_600_000, at + 7_200_000)]
            insert_rows(database, models.FeedbackAnswer, ("feedback", "by", "text", "at", "seen_at"), back)


def _row(remark: Remark, when: Calendar, staff: Mapping[str, int]) -> tuple[Any, ...] | None:
    who, talk = models.Customer, models.Conversation
    customer = who.select(who.id).where(who.name == remark.customer).scalar()
    had = talk.select(talk.id).where(talk.customer == customer, talk.employee == staff[remark.whose])
    last = had.order_by(talk.at.desc()).limit(1).scalar()
    at = when.at(remark.ago, remark.clock)
    whose, by = staff[remark.whose], staff[SUPERVISOR]
    about = (remark.kind.value, About.CONVERSATION.value, last)
    return (*about, customer, whose, by, remark.words, at, at + 60_000 if remark.is_seen else None)
