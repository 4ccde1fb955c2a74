"""The figures of the board: evidence with its counts, never a score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.board.groups import Level
from deskui.domain.board.measures import ADVISED, DECIDED, GIVEN, LONG_VISIT, OPEN_CASES, SOURCES, Measure

if TYPE_CHECKING:
    from deskui.domain.board.groups import Group
    from deskui.domain.board.measures import Source, Tally

FEWEST: Final = 5
"""Fewer than so many are not compared: what they say is chance."""
NOT_COMPARED: Final = f"under {FEWEST}: not compared"
FEW: Final = "-"
"""Stands in its place where it would be said in every line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure counts, and what it is a share of; without `of` it is a plain count.

    `is_median` says that it is told by the length of the visits; `is_now` that it is about this moment, so that
    there is nothing before to hold it against; `is_of_desk` that it is no share of what a clerk did, but a count.
    """

    id: str
    part: str
    title: str
    counts: tuple[Measure, ...]
    of: tuple[Measure, ...] = ()
    is_median: bool = False
    is_now: bool = False
    is_of_desk: bool = False

    @property
    def source(self) -> Source:
        """Of which kind the rows behind it are."""
        return SOURCES[self.counts[0]]

    def share_of(self, level: Level) -> tuple[Measure, ...]:
        """What it is a share of there."""
        return () if level is Level.CLERK and self.is_of_desk else self.of


_PROMISES, _CONTACTS, _VISITS, _CASES, _GOODWILL = "Promises due", "Contacts", "Visits", "Cases", "Goodwill"
_SAID: Final = "Said by supervisors"
_LONG: Final = int(LONG_VISIT.total_seconds() // 60)

FIGURES: Final = (
    Figure("due", _PROMISES, "kept or broken", DECIDED),
    Figure("early", _PROMISES, "kept early", (Measure.KEPT_EARLY,), DECIDED),
    Figure("on_time", _PROMISES, "kept on time", (Measure.KEPT_ON_TIME,), DECIDED),
    Figure("late", _PROMISES, "kept late", (Measure.KEPT_LATE,), DECIDED),
    Figure("broken", _PROMISES, "broken", (Measure.BROKEN,), DECIDED),
    Figure("moved", _PROMISES, "moved at least once", (Measure.MOVED,), DECIDED),
    Figure("let_off", _PROMISES, "let off or replaced", (Measure.RELEASED, Measure.SUPERSEDED)),
    Figure("advised", _PROMISES, "at the advised time or looser", (Measure.AS_ADVISED,), ADVISED),
    Figure("tighter", _PROMISES, "tighter than advised", (Measure.TIGHTER,), ADVISED),
    Figure("they", _CONTACTS, "they contacted us", (Measure.THEY_US,)),
    Figure("we", _CONTACTS, "we contacted them", (Measure.WE_THEM,)),
    Figure("reached", _CONTACTS, "of those, reached", (Measure.WE_REACHED,), (Measure.WE_THEM,)),
    Figure("again", _CONTACTS, "came again within 7 days", (Measure.AGAIN,), (Measure.THEY_US,), is_of_desk=True),
    Figure("visits", _VISITS, "visits", (Measure.VISITS,)),
    Figure("median", _VISITS, "half took at most", (Measure.VISITS,), is_median=True),
    Figure("long", _VISITS, f"{_LONG} minutes or longer", (Measure.LONG_VISITS,), (Measure.VISITS,)),
    Figure("closed", _CASES, "closed", (Measure.CLOSED,)),
    Figure("first", _CASES, "solved at the first visit", (Measure.SOLVED_FIRST,), (Measure.CLOSED,)),
    Figure("open", _CASES, "open now", OPEN_CASES, is_now=True),
    Figure("open_2", _CASES, "up to 2 days", (Measure.OPEN_2,), OPEN_CASES, is_now=True),
    Figure("open_7", _CASES, "3 to 7 days", (Measure.OPEN_7,), OPEN_CASES, is_now=True),
    Figure("open_30", _CASES, "8 to 30 days", (Measure.OPEN_30,), OPEN_CASES, is_now=True),
    Figure("open_90", _CASES, "31 to 90 days", (Measure.OPEN_90,), OPEN_CASES, is_now=True),
    Figure("open_longer", _CASES, "over 90 days", (Measure.OPEN_LONGER,), OPEN_CASES, is_now=True),
    Figure("given", _GOODWILL, "given", GIVEN),
    Figure("waived", _GOODWILL, "fees waived", (Measure.WAIVED,), GIVEN),
    Figure("credited", _GOODWILL, "credits", (Measure.CREDITED,), GIVEN),
    Figure("replaced", _GOODWILL, "replacements", (Measure.REPLACED,), GIVEN),
    Figure("upgraded", _GOODWILL, "upgrades", (Measure.UPGRADED,), GIVEN),
    Figure("excepted", _GOODWILL, "exceptions to policy", (Measure.EXCEPTED,), GIVEN),
    Figure("alone", _GOODWILL, "decided alone", (Measure.ALONE,), GIVEN),
    Figure("commended", _SAID, "commended", (Measure.COMMENDED,)),
    Figure("coached", _SAID, "coached", (Measure.COACHED,)),
    Figure("reassigned", _SAID, "reassigned", (Measure.REASSIGNED,)),
    Figure("waiting", _SAID, "waiting for any supervisor", (Measure.WAITING,), is_now=True),
    Figure("unsampled", _SAID, "not sampled for review", (Measure.UNSAMPLED,), is_now=True),
)
"""In the order of the board."""

WILL_STAND: Final = {
    _PROMISES: "kept early, on time or late, broken, moved; at the advised time or tighter",
    _CONTACTS: "who contacted whom, who was reached, who came again within 7 days",
    _VISITS: "how many, and how long they took",
    _CASES: "closed, solved at the first visit, open by their age",
    _GOODWILL: "what was given, and what was decided alone",
    _SAID: "who was commended, coached, reassigned; what waits for review",
}
"""What there is of each part, in words, for a shop in which nothing was counted yet."""

_BY_ID: Final = {each.id: each for each in FIGURES}


def figure(name: str) -> Figure:
    """The figure of that id."""
    return _BY_ID[name]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in words: `31`, `74 %`, `of 42`, and the same of the period before; `change` is `+14 points`."""

    figure: Figure
    title: str
    count: str
    share: str
    before: str
    change: str
    number: int
    """What Enter opens so many rows of."""
    moved: float | None = None
    """The change in points, minutes or a plain count; None where nothing is compared."""

    @property
    def shown_change(self) -> str:
        """The change, or a mark where nothing is compared: what it means is said once."""
        return FEW if self.change == NOT_COMPARED else self.change


def tell(figure: Figure, group: Group) -> Told:
    """The figure of a group, held against the period before where both have enough to say something."""
    level, now, before = group.scope.level, group.now, group.before
    of, title = figure.share_of(level), figure.title
    number = now.sum(figure.counts)
    if figure.is_median:
        said, was = _median(now), _median(before)
        longer = _longer(now, before)
        return Told(figure, title, said, "", was, _in_words(longer, "min"), number, longer)
    share = _share(number, now.sum(of)) if of else ""
    if figure.is_now:
        return Told(figure, title, f"{number:,}", share, "", "", number)
    then = before.sum(figure.counts)
    was = _told_share(then, before.sum(of)) if of else f"{then:,}"
    moved = _change(figure, of, now, before)
    points = ("point" if abs(moved or 0) == 1 else "points") if of else ""
    return Told(figure, title, f"{number:,}", share, was, _in_words(moved, points), number, moved)


def table(group: Group) -> tuple[Told, ...]:
    """All figures of a group."""
    return tuple(tell(each, group) for each in FIGURES)


def _share(count: int, of: int) -> str:
    """`74 % of 42`; of fewer than a handful only the counts, and nothing of none."""
    if not of:
        return ""
    if of < FEWEST:
        return f"of {of:,}"
    return f"{_percent(count, of)} % of {of:,}"


def _told_share(count: int, of: int) -> str:
    """The same where the count does not stand in front of it: `2 of 4`."""
    return f"{count:,} of {of:,}" if 0 < of < FEWEST else _share(count, of)


def _percent(count: int, of: int) -> int:
    """Rounded half up, in whole numbers."""
    return (200 * count + of) // (2 * of)


def _change(figure: Figure, of: tuple[Measure, ...], now: Tally, before: Tally) -> int | None:
    """Points of a share, how many more of a count; None of too few."""
    base = of or figure.counts
    if min(now.sum(base), before.sum(base)) < FEWEST:
        return None
    count, then = now.sum(figure.counts), before.sum(figure.counts)
    if not of:
        return count - then
    return _percent(count, now.sum(of)) - _percent(then, before.sum(of))


def _in_words(change: float | None, unit: str) -> str:
    """`+14 points`, `-2.5 min`, `+1,200`, `same`."""
    if change is None:
        return NOT_COMPARED
    if not change:
        return "same"
    number = f"{change:+,}" if change % 1 else f"{int(change):+,}"
    return f"{number} {unit}".rstrip()


def _median(tally: Tally) -> str:
    return "" if (minutes := tally.median) is None else f"{minutes:g} min"


def _longer(now: Tally, before: Tally) -> float | None:
    if min(now.minutes.total(), before.minutes.total()) < FEWEST:
        return None
    return (now.median or 0) - (before.median or 0)
