"""What a typed promise means, before it is made: when it is due, of which kind, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.desk.advising import Advising
from deskui.desk.area import Area
from deskui.domain.due_time.echo import moment
from deskui.domain.due_time.reading import Due, NoTimeSaid, at_another_time, echo, next_open_after, parse_due
from deskui.domain.text import clean_line
from deskui.errors import BadInput
from deskui.store.reads import products
from deskui.store.reads import promises as reads

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.advising import Like
    from deskui.desk.area import Post
    from deskui.desk.told import Told
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.promises.advisor import Advice
    from deskui.domain.told.statement import Statement
    from deskui.domain.working_hours.hours import WorkingHours

_LONGEST_LINE = 500
_NEW_TIME = "New time"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a line says: when it is `due` or a `refusal`, and in any case the kind and what is known of such."""

    kind: str
    like: Like | None
    due: Due | None = None
    is_advised: bool = False
    """Whether no time was said, and the advised one is taken."""
    refusal: BadInput | None = None


@dataclass(frozen=True, slots=True)
class PromiseReading:
    """A line as it will be promised, and what is to be said about it; without `due` there is a `refusal`."""

    what: str
    due: datetime | None
    earliest: datetime | None
    said: str
    """`Fri 27 Nov 17:00 (in 5 d 2 h)`, and what is odd about that time."""
    is_advised: bool
    """Whether no time was said, so that it is the advised one."""
    kind: str
    advice: Advice | None
    group: str
    """The name of the promises the advice comes from."""
    advised: datetime | None
    chance: float | None
    """The share of those that were kept by then, where that is less than the advice gives; else None."""
    opens: datetime | None
    """The next opening, when it is due in a closed hour."""
    offered: datetime | None
    """Another time: the next opening, else the advised one when no time was said or it is due before that."""
    offer: str
    """The line with that other time in it."""
    earlier: Statement | None
    """What the customer was told about it otherwise."""
    refusal: BadInput | None


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A line that says only when, as a promise is moved to it; without `due` there is a `refusal`."""

    due: Due | None = None
    said: str = ""
    opens: datetime | None = None
    """The next opening when it is due in a closed hour."""
    offer: str = ""
    earlier: Statement | None = None
    """What the customer was told about the promise otherwise."""
    refusal: BadInput | None = None


class PromiseReader(Area):
    """Reads lines; at every key, so it asks little."""

    def __init__(self, post: Post, told: Told) -> None:
        super().__init__(post)
        self.advising = Advising(post)
        self._told = told

    def move(self, customer_id: CustomerId, what: str, line: str) -> TimeReading:
        """What a line says that says only when, as a promise is moved to it."""
        now, hours = self.now(), self.advising.hours()
        try:
            due = self._due(line, hours)
        except BadInput as error:
            return TimeReading(refusal=error)
        if due.what:
            refusal = BadInput(f"Only the new time belongs here; leave {due.what!r} out.", _NEW_TIME)
            return TimeReading(refusal=refusal)
        opens = next_open_after(due, hours)
        offer = "" if opens is None else at_another_time(line, opens, now, hours)
        earlier = self.told_otherwise(customer_id, what, due.at, due.earliest)
        return TimeReading(due, echo(due, now, hours.zone, hours), opens, offer, earlier)

    def _due(self, line: str, hours: WorkingHours) -> Due:
        return parse_due(clean_line(line, "The line", longest=_LONGEST_LINE), self.now(), hours)

    def hear(self, line: str, kind: str, case_id: CaseId | None, hours: WorkingHours) -> Heard:
        """What the line says, as `make` and `reading` both take it; without a kind, the one it reads as."""
        due, refusal, what = None, None, line
        try:
            due = self._due(line, hours)
            what = due.what
        except BadInput as error:
            refusal, what = error, getattr(error, "what", line)
        kind = kind.strip() or self.advising.kind_in(what)
        like = self._like(kind, what, case_id, hours)
        if isinstance(refusal, NoTimeSaid) and like is not None:
            advised = Due(refusal.what, self.advising.advised_due(like.advice, hours), None, "")
            return Heard(kind, like, advised, is_advised=True)
        if due is not None and not due.what:
            refusal = BadInput("Say what is promised, too, such as call back.", "What")
        return Heard(kind, like, due, refusal=refusal)

    def read(self, customer_id: CustomerId, line: str, kind: str, case_id: CaseId | None) -> PromiseReading:
        """All there is to say about a line."""
        now, hours = self.now(), self.advising.hours()
        heard = self.hear(line, kind, case_id, hours)
        due, like = heard.due, heard.like
        advised = None if like is None else self.advising.advised_due(like.advice, hours)
        opens = None if due is None else next_open_after(due, hours)
        chance = None if due is None or like is None else self._tight(like, due, advised, hours)
        offered = advised if heard.is_advised or (opens is None and chance is not None) else opens
        return PromiseReading(
            what="" if due is None else due.what,
            due=None if due is None else due.at,
            earliest=None if due is None else due.earliest,
            said="" if due is None else echo(due, now, hours.zone, hours),
            is_advised=heard.is_advised,
            kind=heard.kind,
            advice=None if like is None else like.advice,
            group="" if like is None else like.group.name,
            advised=advised,
            chance=chance,
            opens=None if heard.is_advised else opens,
            offered=offered,
            offer="" if offered is None else at_another_time(line, offered, now, hours),
            earlier=self.told_otherwise(customer_id, due.what, due.at, due.earliest) if due and due.what else None,
            refusal=heard.refusal,
        )

    def advised(self, heard: Heard | None, kind: str, what: str, case_id: CaseId | None) -> datetime | None:
        """The due time that is advised for such a promise made now, None where too little is known.

        `heard` is the line it was said in, if in one.
        """
        hours = self.advising.hours()
        like = self._like(kind, what, case_id, hours) if heard is None else heard.like
        return None if like is None else self.advising.advised_due(like.advice, hours)

    def words(self, what: str, due: datetime, earliest: datetime | None) -> str:
        """A promise as it is told: `hub answers Fri 27 Nov 12:00`."""
        return f"{what} {moment(Due(what, due, earliest, ''), self.now(), self.session.zone)}"

    def _tight(self, like: Like, due: Due, advised: datetime | None, hours: WorkingHours) -> float | None:
        if advised is None or due.at >= advised:
            return None
        return self.advising.chance(like, due.at, hours)

    def told_otherwise(
        self, customer_id: CustomerId, what: str, due: datetime, earliest: datetime | None
    ) -> Statement | None:
        """What the customer was told about the same thing, and is not so with that due time."""
        return self._told.conflicting(customer_id, what, self.words(what, due, earliest), due)

    def _like(self, kind: str, what: str, case_id: CaseId | None, hours: WorkingHours) -> Like | None:
        if case_id is None:
            return self.advising.like(kind, "", None, hours)
        case_kind = reads.case_kinds([case_id]).get(case_id, "")
        return self.advising.like(kind, case_kind, products.of_case(case_id, kind, what), hours)
