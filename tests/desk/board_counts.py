"""What the board counts, worked out slowly from every row there is."""

from __future__ import annotations

from collections import Counter as Count
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from deskui.domain.board.measures import ADVISED, DECIDED, Measure
from deskui.domain.promises.standing import Outcome, standing
from deskui.domain.review.item import Risk
from deskui.store import models
from deskui.store.reads import promises

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, tzinfo

    from deskui.domain.board.period import Period
    from tests.desk.counter import Counter

    Key = tuple[bool, int | None, str, Measure]

BECAME = {
    Outcome.KEPT_EARLY: Measure.KEPT_EARLY,
    Outcome.KEPT_ON_TIME: Measure.KEPT_ON_TIME,
    Outcome.KEPT_LATE: Measure.KEPT_LATE,
    Outcome.BROKEN: Measure.BROKEN,
    Outcome.OPEN: Measure.STILL_OPEN,
    Outcome.RELEASED: Measure.RELEASED,
    Outcome.SUPERSEDED: Measure.SUPERSEDED,
}

GIVEN = {
    "waive fee": Measure.WAIVED,
    "credit": Measure.CREDITED,
    "replacement": Measure.REPLACED,
    "upgrade": Measure.UPGRADED,
    "exception to policy": Measure.EXCEPTED,
}


class Plain:
    """Every row as it is kept, and what follows from it."""

    def __init__(self, counter: Counter, period: Period) -> None:
        self.now: datetime = counter.now
        self.zone: tzinfo = counter.desk.session.zone
        self.period = period
        self.cases = {row["id"]: row for row in models.Case.select().dicts()}
        self.talks = [row for row in models.Conversation.select().dicts() if row["withdrawn_at"] is None]
        self.visits = [row for row in models.Visit.select().dicts() if row["withdrawn_at"] is None]
        self.promises = promises.with_entries([row.id for row in models.Promise.select()])

    def counted(self) -> Count[Key]:
        """How many there are of each, as the board has them."""
        found: Count[Key] = Count()
        for at, clerk, case, measure in (
            *self._of_promises(),
            *self._of_talks(),
            *self._of_visits(),
            *self._of_closed(),
            *self._of_goodwill(),
            *self._of_feedback(),
        ):
            if (before := self._is_before(at)) is not None:
                found[before, clerk, self._kind(case), measure] += 1
        for clerk, case, measure in self._of_open():
            found[False, clerk, self._kind(case), measure] += 1
        for row in models.ReviewItem.select():
            found[False, row.author, "", Measure.UNSAMPLED if row.risk == Risk.REST else Measure.WAITING] += 1
        return found

    def by_day(self) -> Count[tuple[date, Measure]]:
        """How many there are of each on each day of the period."""
        told = (
            *self._of_promises(),
            *self._of_talks(),
            *self._of_visits(),
            *self._of_closed(),
            *self._of_goodwill(),
            *self._of_feedback(),
        )
        days = ((at.astimezone(self.zone), measure) for at, _, _, measure in told)
        left_out = {Measure.MOVED, *ADVISED, Measure.AGAIN, Measure.WE_REACHED, Measure.LONG_VISITS}
        return Count(
            (local.date(), measure)
            for local, measure in days
            if measure not in {*left_out, Measure.SOLVED_FIRST, Measure.ALONE}
            and self.period.first <= local.date() <= self.period.last
        )

    def minutes(self) -> list[int]:
        """The lengths of the visits of the period, in whole minutes."""
        told = [(row, at) for row, at in self._over() if self._is_before(at) is False]
        return sorted((row["ended_at"] - row["opened_at"]) // timedelta(minutes=1) for row, at in told)

    def _is_before(self, at: datetime) -> bool | None:
        day = at.astimezone(self.zone).date()
        if self.period.first <= day <= self.period.last:
            return False
        before = self.period.before
        return True if before.first <= day <= before.last else None

    def _left(self, case: int | None) -> Any:
        if case is None:
            return None
        return self.cases[self.cases[case]["merged_into"] or case]

    def _kind(self, case: int | None) -> str:
        left = self._left(case)
        return "" if left is None else str(left["kind"])

    def _of_promises(self) -> Iterator[tuple[datetime, int | None, int | None, Measure]]:
        for promise, entries in self.promises:
            found = standing(promise, entries, self.now)
            if found.outcome is Outcome.TAKEN_BACK:
                continue
            left = self._left(promise.case_id)
            whose = (None if left is None else left["owner"]) or promise.made_by_id
            became = BECAME[found.outcome]
            measures = [became]
            if became in DECIDED and found.moved:
                measures.append(Measure.MOVED)
            if became in DECIDED and promise.advised is not None:
                measures.append(Measure.TIGHTER if promise.due < promise.advised else Measure.AS_ADVISED)
            yield from ((found.due, whose, promise.case_id, each) for each in measures)

    def _of_talks(self) -> Iterator[tuple[datetime, int | None, int | None, Measure]]:
        last: dict[tuple[int, int], dict[str, Any]] = {}
        for row in sorted(self.talks, key=lambda row: (row["at"], row["id"])):
            about = row["at"], row["employee"], row["case"]
            if row["direction"] == "out":
                yield *about, Measure.WE_THEM
                if row["reached"]:
                    yield *about, Measure.WE_REACHED
                continue
            yield *about, Measure.THEY_US
            left = self._left(row["case"])
            key = row["customer"], 0 if left is None else left["id"]
            if (one := last.get(key)) is not None and row["at"] - one["at"] <= timedelta(days=7):
                yield row["at"], one["employee"], row["case"], Measure.AGAIN
            last[key] = row

    def _over(self) -> Iterator[tuple[dict[str, Any], datetime]]:
        for row in self.visits:
            if row["ended_at"] is None or row["how"] == "abandoned":
                continue
            if row["how"] != "wrapped up" and row["ended_at"] - row["opened_at"] < timedelta(seconds=10):
                continue
            yield row, row["opened_at"]

    def _of_visits(self) -> Iterator[tuple[datetime, int | None, int | None, Measure]]:
        about = {row.id: row.case_id for row in models.Conversation.select()}
        for row, at in self._over():
            case = about.get(row["conversation"])
            yield at, row["employee"], case, Measure.VISITS
            if row["ended_at"] - at >= timedelta(minutes=20):
                yield at, row["employee"], case, Measure.LONG_VISITS

    def _of_goodwill(self) -> Iterator[tuple[datetime, int | None, int | None, Measure]]:
        taken_back = {row.goodwill_id for row in models.GoodwillEntry.select()}
        for row in models.Goodwill.select():
            if row.id in taken_back:
                continue
            yield row.at, row.by_id, row.case_id, GIVEN[row.kind]
            if row.approved_by_id is None:
                yield row.at, row.by_id, row.case_id, Measure.ALONE

    def _of_feedback(self) -> Iterator[tuple[datetime, int | None, int | None, Measure]]:
        said = {"commend": Measure.COMMENDED, "coach": Measure.COACHED, "reassign": Measure.REASSIGNED}
        for row in models.Feedback.select().where(models.Feedback.withdrawn_at.is_null()):
            yield row.at, row.whose_id, row.case_id, said[row.kind]

    def _kept(self) -> Iterator[dict[str, Any]]:
        for row in self.cases.values():
            if row["withdrawn_at"] is None and row["merged_into"] is None:
                yield row

    def _of_closed(self) -> Iterator[tuple[datetime, int | None, int | None, Measure]]:
        for row in self._kept():
            if row["status"] != "closed":
                continue
            yield row["closed_at"], row["owner"], row["id"], Measure.CLOSED
            came = [
                each
                for each in self.talks
                if each["direction"] == "in" and each["case"] and self._left(each["case"])["id"] == row["id"]
            ]
            if len(came) <= 1:
                yield row["closed_at"], row["owner"], row["id"], Measure.SOLVED_FIRST

    def _of_open(self) -> Iterator[tuple[int | None, int, Measure]]:
        for row in self._kept():
            if row["status"] == "closed":
                continue
            age = self.now - row["opened_at"]
            ages = ((2, Measure.OPEN_2), (7, Measure.OPEN_7), (30, Measure.OPEN_30), (90, Measure.OPEN_90))
            found = next((each for days, each in ages if age <= timedelta(days=days)), Measure.OPEN_LONGER)
            yield row["owner"], row["id"], found
