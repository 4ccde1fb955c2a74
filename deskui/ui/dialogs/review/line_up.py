"""The items of the review as they come: the one on screen, those behind it, and what was passed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.review.item import Counts, Looked, Narrowed, Subject

    Key = tuple[Subject, int]

_AHEAD: Final = 2
"""So many are read and claimed beside the one on screen: the next one is there before it is asked for."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was read: items to come, and how many wait."""

    items: tuple[Looked, ...]
    counts: Counts
    since: int
    """How many had left the screen by then."""
    again: bool = False
    """Whether all else is done, so that what had been passed comes again."""


@dataclass(slots=True)
class LineUp:
    """Which item is on screen, and which come next."""

    current: Looked | None = None
    ahead: list[Looked] = field(default_factory=list)
    passed: Counter[Key] = field(default_factory=Counter)
    """How often each was skipped in this sitting; whatever is shown, what was skipped less comes first."""
    _left: list[Key] = field(default_factory=list)
    """What was on screen and is not any more, in that order: answers to earlier questions may still hold it."""

    def read(self, desk: Desk, narrowed: Narrowed) -> Waiting:
        """What comes behind the one on screen, claimed for whoever is acting; runs on the lane."""
        since, current, passed = len(self._left), self.current, Counter(self.passed)
        keep = () if current is None else (current.item.key,)
        often = passed[keep[0]] if keep else 0
        most = often if keep else max(passed.values(), default=0)
        while not (found := self._next(desk, narrowed, passed, often, keep)) and often < most:
            often += 1
        again = bool(found) and not keep and often > 0
        return Waiting(found, desk.reviewing.counts(narrowed), since, again)

    @staticmethod
    def _next(
        desk: Desk, narrowed: Narrowed, passed: Counter[Key], often: int, keep: tuple[Key, ...]
    ) -> tuple[Looked, ...]:
        """What was not skipped more often than that."""
        more = (key for key, count in passed.items() if count > often)
        return desk.reviewing.next(narrowed, (*more, *keep), _AHEAD)

    def take(self, read: Waiting) -> None:
        """Put what was read behind the one on screen."""
        gone = {*self._left[read.since :], *([] if self.current is None else [self.current.item.key])}
        self.ahead = [each for each in read.items if each.item.key not in gone]
        if self.current is None:
            self.advance()

    def advance(self) -> None:
        """The next one comes, where it is there already."""
        self.current = self.ahead.pop(0) if self.ahead else None

    def leaves(self, key: Key) -> None:
        """That item leaves the screen."""
        self._left.append(key)

    def put_back(self, looked: Looked) -> None:
        """That item is still there to be judged."""
        if self.current is not None and self.current is not looked:
            self.ahead.insert(0, self.current)
        self.current = looked

    def begin_again(self) -> None:
        """Other items are wanted; what was skipped stays at the end."""
        self.current, self.ahead = None, []
