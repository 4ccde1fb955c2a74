"""What to promise, told from how long promises of the kind really took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.domain.kinds import KindOf, offered
from deskui.domain.promises.advisor import advise, share_within
from deskui.domain.promises.kinds import kind_in
from deskui.domain.working_hours.clock import working_clock
from deskui.store.normalise.letters import fold, words
from deskui.store.reads import advice, hours
from deskui.store.reads import kinds as kind_reads

if TYPE_CHECKING:
    from deskui.domain.product import Product
    from deskui.domain.promises.advisor import Advice, Group
    from deskui.domain.working_hours.hours import WorkingHours
    from deskui.store.reads.advice import Alike

_KINDS_KEPT: Final = timedelta(minutes=15)
_MOST_KINDS: Final = 40
_MOST_KNOWN: Final = 40
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MINUTE: Final = timedelta(minutes=1)
_QUARTER: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Like:
    """The promises like one, and the advice they give."""

    group: Group
    advice: Advice


class Advising(Area):
    """The advisor; what it has read is kept until something is written, as it is asked at every key."""

    _kinds: tuple[tuple[str, list[str]], ...] = ()
    _used: tuple[str, ...] = ()
    _kinds_at: datetime | None = None
    _known: dict[Alike, Like | None]
    _known_at: tuple[int, int] = (-1, -1)

    def hours(self) -> WorkingHours:
        """The hours of the desk."""
        return hours.shop_hours()

    def kinds(self) -> tuple[str, ...]:
        """The kinds of promise used in this shop, most used first, then those on its list; the list is read anew."""
        self._list_anew()
        return tuple(name for name, _ in self._kinds)

    def kind_in(self, line: str) -> str:
        """The kind a line reads as, or nothing."""
        return kind_in(words(line), self._kinds_and_words())

    def learn(self, kind: str) -> None:
        """Take a kind that is promised for the first time among the known ones."""
        if kind and fold(kind) not in {fold(name) for name, _ in self._kinds}:
            self._kinds_at = None

    def like(self, kind: str, case_kind: str, product: Product | None, hours: WorkingHours) -> Like | None:
        """The narrowest group of promises like that which tells enough; None where none does."""
        now = working_clock(hours.week, hours.holidays, hours.zone).minutes(self.now())
        if self._known_at != (state := (advice.newest_entry(), now)) or len(self._known) > _MOST_KNOWN:
            self._known, self._known_at = {}, state
        for alike in advice.wider(kind, case_kind, product):
            if alike not in self._known:
                self._known[alike] = _like(advice.group(alike, now))
            if (found := self._known[alike]) is not None:
                return found
        return None

    def advised_due(self, advised: Advice, hours: WorkingHours) -> datetime:
        """The instant by which such a promise made now is kept 9 times in 10: the next full quarter hour, in UTC.

        The full minute where we are closed by that quarter.
        """
        due = hours.add(self.now(), timedelta(hours=advised.within))
        quarter = _rounded_up(due, _QUARTER)
        return quarter if hours.is_within(quarter) else _rounded_up(due, _MINUTE)

    def chance(self, like: Like, due: datetime, hours: WorkingHours) -> float | None:
        """The share of such promises that were kept in the time from now to `due`; None where nothing tells."""
        length = max(timedelta(), hours.between(self.now(), due)) / timedelta(hours=1)
        group = like.group
        return share_within(group.finished, group.still_open, length, ages=group.ages)

    def _kinds_and_words(self) -> tuple[tuple[str, list[str]], ...]:
        now = self.now()
        if self._kinds_at is None or abs(now - self._kinds_at) > _KINDS_KEPT:
            self._list_anew()
        return self._kinds

    def _list_anew(self) -> None:
        now = self.now()
        if self._kinds_at is None or abs(now - self._kinds_at) > _KINDS_KEPT:
            self._used, self._kinds_at = tuple(advice.kinds_used()[:_MOST_KINDS]), now
        names = offered(self._used, kind_reads.of(KindOf.PROMISE), fold)
        self._kinds = tuple((name, words(name)) for name in names)


def _like(group: Group) -> Like | None:
    found = advise(group.finished, group.still_open, ages=group.ages)
    return None if found is None else Like(group, found)


def _rounded_up(at: datetime, step: timedelta) -> datetime:
    over = (at - _EPOCH) % step
    return at + step - over if over else at
