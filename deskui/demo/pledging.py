"""Generated promises and what became of them: most are kept, some were moved, a few are let off, recent ones open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from deskui.demo import goods
from deskui.demo.sayings import LET_OFF, PLEDGES, REASONS
from deskui.demo.setting import DAY
from deskui.store import models

if TYPE_CHECKING:
    from random import Random

    from deskui.demo.sayings import Pledge
    from deskui.demo.setting import Batch, FreeIds, Setting

Row = tuple[Any, ...]

HOUR: Final = 3_600_000
RECENT: Final = 30 * DAY
_PROMISE: Final = (
    *("id", "customer", "what", "kind", "due", "basis"),
    *("made_at", "by", "case", "conversation"),
)
_ENTRY: Final = ("promise", "kind", "at", "by", "due", "reason", "told")
_BASES: Final = ("own judgement", "own judgement", "system", "supplier", "policy")


class Occasion(NamedTuple):
    """A conversation in which something is promised or said; `is_closed` whether its case is."""

    talk: int
    customer: int
    case: int | None
    case_kind: str
    is_closed: bool
    at: int
    clerk: int | None


class Pledging:
    """Makes the rows of promises and of their entries."""

    def __init__(self, rng: Random, setting: Setting, ids: FreeIds) -> None:
        self._rng, self._setting, self._ids = rng, setting, ids
        self._promises: list[Row] = []
        self._entries: list[Row] = []

    def batches(self) -> list[Batch]:
        """What was made so far."""
        return [(models.Promise, _PROMISE, self._promises), (models.PromiseEntry, _ENTRY, self._entries)]

    def promise(self, when: Occasion) -> None:
        """Promise something on that occasion, and let time pass until now."""
        chance, setting = self._rng.random, self._setting
        if setting.now - when.at < RECENT and chance() >= setting.recent:
            return
        ways = PLEDGES.get(when.case_kind, PLEDGES[""])
        pledge = ways[int(chance() * len(ways))]
        item = goods.GOODS[int(chance() * len(goods.GOODS))][0].lower()
        self._made(when, pledge, pledge.what.format(item=item), may_change=True)

    def _made(self, when: Occasion, pledge: Pledge, what: str, *, may_change: bool) -> None:
        """Add a promise; one that would still be open in a closed case was never made."""
        chance, setting = self._rng.random, self._setting
        took = pledge.hours * self._rng.lognormvariate(0, pledge.spread)
        given = pledge.hours * (1 + 1.6 * pledge.spread) * (0.85 + 0.6 * chance())
        done, due = setting.later(when.at, took), self._hour(setting.later(when.at, given))
        if (done >= setting.now or due >= setting.now) and when.is_closed:
            return
        promise, basis = self._ids.promise, _BASES[int(chance() * len(_BASES))]
        self._ids.promise += 1
        self._promises.append(
            (promise, when.customer, what, pledge.kind, due, basis, when.at, when.clerk, when.case, when.talk)
        )
        luck = chance() if may_change else 1
        if luck < 0.1 and (changed := setting.later(when.at, given * chance())) < min(due, setting.now):
            self._changed(promise, when, pledge, what, changed, is_let_off=luck < 0.06)
        else:
            self._run(promise, when, due, done)

    def _run(self, promise: int, when: Occasion, due: int, done: int) -> None:
        """Move what would come late, now and then, and keep it when it is done, unless that is still to come."""
        chance, setting = self._rng.random, self._setting
        start = when.at
        for _ in range(2):
            if done <= due or chance() >= (0.85 if done >= setting.now else 0.5):
                break
            moved = start + int((due - start) * (0.4 + 0.5 * chance()))
            later = self._hour(due + int((done - due) * (0.8 + chance())))
            if moved >= setting.now:
                break
            reason = REASONS[int(chance() * len(REASONS))]
            self._entries.append((promise, "moved", moved, when.clerk, later, reason, chance() < 0.85))
            start, due = moved, later
        if done <= due and chance() < 0.12:
            done = max(start, due - int(HOUR / 2 * chance()))
        if done < setting.now:
            by = when.clerk if chance() < 0.8 else setting.clerk(chance())
            self._entries.append((promise, "kept", done, by, None, "", False))

    def _changed(self, promise: int, when: Occasion, pledge: Pledge, what: str, at: int, *, is_let_off: bool) -> None:
        """Let off, or replaced by a new promise that takes its place."""
        if is_let_off:
            reason = LET_OFF[int(self._rng.random() * len(LET_OFF))]
            self._entries.append((promise, "released", at, when.clerk, None, reason, True))
            return
        self._entries.append((promise, "superseded", at, when.clerk, None, what, True))
        self._made(when._replace(at=at), pledge, what, may_change=False)

    @staticmethod
    def _hour(at: int) -> int:
        """The next full hour."""
        return (at // HOUR + 1) * HOUR
